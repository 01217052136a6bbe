// After one visit the site is there without its host, under any folder; a newer version is offered and never forced.

import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { chromium, expect, type Page, test } from "@playwright/test";
import { fileFor } from "../../scripts/serve.mjs";
import { firstLoad } from "../../scripts/sizes.mjs";
import { drop, headline, sampleText } from "./app";
import { type Host, host, siteFolder } from "./builds";

const landing = (page: Page) => expect(page.getByText("Drop your ad exports")).toBeVisible();

/** The service worker has kept everything, and the page has brought in all that later clicks need. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** The site below a folder; the host's own policy is taken from the page at its root. */
function underFolder(root: string, folder: string): string {
  cpSync(siteFolder, `${root}/${folder}`, { recursive: true });
  cpSync(`${siteFolder}/index.html`, `${root}/index.html`);
  return root;
}

test("after one visit everything works without a host, under a folder too", async ({ page }) => {
  const site = await host(underFolder(test.info().outputPath("host"), "team/outlay"));
  const address = `${site.address}team/outlay/`;
  await page.goto(address);
  await landing(page);
  await settled(page);
  expect(site.asked.filter((path) => !path.startsWith("/team/outlay/"))).toEqual([]);
  await site.close();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto("about:blank");
  await page.goto(`${address}#/`);
  await landing(page);
  await drop(page, { name: "mine.csv", text: sampleText() });
  await page.getByRole("link", { name: /^Open/ }).first().click();
  await expect(headline(page)).toBeVisible();
  await expect(page.locator("canvas").first()).toBeVisible();
  for (const item of [/Workbook/, "Download Markdown"]) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Take it away" }).click();
    await page.getByRole("menuitem", { name: item }).click();
    await download;
  }
  await page.goto(`${address}?from=mail#/attribution/sessions?data=sample`);
  await expect(headline(page)).toBeVisible();
  await page.goto(`${address}#/privacy`);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save Outlay as one file" }).click();
  await saved;
  expect(errors).toEqual([]);
});

/** A host that sends /index.html on to /, as several do, and names its files without queries. */
async function sendingOn(): Promise<{ address: string; asked: string[]; close: () => void }> {
  const asked: string[] = [];
  const server = createServer(({ url = "/" }, response) => {
    asked.push(url);
    const path = url.split("?")[0] ?? "/";
    const file = fileFor(siteFolder, path);
    if (path.endsWith("/index.html")) response.writeHead(308, { Location: path.replace(/index\.html$/, "") }).end();
    else if (file === null) response.writeHead(404).end();
    else {
      const type = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html" }[extname(file)];
      response.writeHead(200, { "Content-Type": type ?? "application/octet-stream" }).end(readFileSync(file));
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${port}/`, asked, close };
}

test("a host that sends /index.html on to / serves a first visit and every later one", async ({ page }) => {
  const site = await sendingOn();
  await page.goto(site.address);
  await landing(page);
  await settled(page);
  expect(site.asked).toContain("/index.html");
  // What is kept is given whatever stands after it, and the host is not told.
  const part = readdirSync(`${siteFolder}/assets`).find((name) => name.startsWith("preact-"));
  await page.evaluate((address) => import(address), `${site.address}assets/${part}?told=rows`);
  expect(site.asked.filter((url) => url.includes("told"))).toEqual([]);
  await page.goto("about:blank");
  site.close();
  for (const address of [site.address, `${site.address}index.html`, `${site.address}?from=mail`]) {
    await page.goto(address);
    await landing(page);
  }
  const missing = await page.goto(`${site.address}assets/`).catch(() => null);
  expect(missing).toBeNull();
});

test("until files can be read only the first parts are fetched", async ({ page }) => {
  const site = await host();
  // What comes after the catalogue is held back, so that what came before it can be told apart.
  await page.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0;
  });
  await page.goto(site.address);
  await landing(page);
  await expect(page.getByText("Try with sample data").first()).toBeVisible();
  await drop(page, { name: "mine.csv", text: "week_start,adset_id,spend\n2024-01-01,a,5\n" });
  await expect(page.getByRole("region", { name: "mine.csv" }).getByText(/1 row/).first()).toBeVisible();
  const own = site.asked.map((path) => path.slice(1) || "index.html");
  expect(own.filter((path) => !/favicon|manifest|icon/.test(path)).sort()).toEqual([...firstLoad()].sort());
  await site.close();
});

async function newVersion(root: string): Promise<void> {
  const [page, worker] = [`${root}/index.html`, `${root}/sw.js`];
  writeFileSync(page, readFileSync(page, "utf8").replace("<body>", '<body data-version="newer">'));
  writeFileSync(worker, readFileSync(worker, "utf8").replace(/outlayMark="[^"]*"/, 'outlayMark="newer"'));
}

test("a newer version waits until it is taken up, and the work is still there then", async ({ page }) => {
  const root = test.info().outputPath("host");
  mkdirSync(root, { recursive: true });
  cpSync(siteFolder, root, { recursive: true });
  const site: Host = await host(root);
  await page.goto(site.address);
  await landing(page);
  await settled(page);
  await drop(page, { name: "mine.csv", text: sampleText() });
  await page.getByRole("link", { name: /^Open/ }).first().click();
  await expect(headline(page)).toBeVisible();
  const said = await headline(page).innerText();
  await newVersion(root);
  await page.reload();
  const note = page.locator(".self-note").filter({ hasText: "A newer Outlay is ready" });
  await expect(note).toBeVisible();
  await expect(page.locator("body")).not.toHaveAttribute("data-version", "newer");
  await expect(headline(page)).toHaveText(said);
  await note.getByRole("button", { name: "Reload now" }).click();
  await expect(page.locator("body")).toHaveAttribute("data-version", "newer");
  await expect(headline(page)).toHaveText(said);
  const names = await page.evaluate(() => caches.keys());
  expect(names).toHaveLength(1);
  await site.close();
});

test("the browser finds nothing that keeps the site from being installed", async () => {
  const site = await host();
  // Installing is not offered in the private windows that tests use otherwise.
  const { executablePath, args } = test.info().project.use.launchOptions ?? {};
  const context = await chromium.launchPersistentContext(test.info().outputPath("profile"), {
    ...(executablePath && { executablePath }),
    ...(args && { args }),
  });
  const page = await context.newPage();
  await page.goto(site.address);
  await landing(page);
  await settled(page);
  const tools = await context.newCDPSession(page);
  const { installabilityErrors } = await tools.send("Page.getInstallabilityErrors");
  const manifest = await tools.send("Page.getAppManifest");
  expect(installabilityErrors).toEqual([]);
  expect(manifest.errors).toEqual([]);
  // Pictures are inside what asks for them, since the policy lets none come from the host.
  expect(site.asked.filter((path) => /icon/.test(path.replace("favicon", "")))).toEqual([]);
  await context.close();
  await site.close();
});
