// The page as one file from a disk, with the network off: the whole main job, reports that travel inside it, and its size.
import { readFileSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { sharedBanner as banner, shareDialog as dialog, drop, headline, sampleText, setParameter, shown } from "./app";
import { host, singlePath } from "./builds";

const address = pathToFileURL(singlePath).href;

/** What the page asks for beyond itself; blob: and data: stay inside it. */
function requestsOf(page: Page): string[] {
  const seen: string[] = [];
  page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url())) seen.push(request.url().replace(/#.*$/, ""));
  });
  return seen;
}

async function savedPage(page: Page, withData: boolean): Promise<string> {
  await page.keyboard.press("s");
  await expect(dialog(page)).toBeVisible();
  if (withData)
    await dialog(page)
      .getByLabel(/Put the data into the file/)
      .check();
  const saved = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "Save as a page" }).click();
  const path = test.info().outputPath("report.html");
  await (await saved).saveAs(path);
  await page.keyboard.press("Escape");
  return path;
}

test("it is one file of under two megabytes", () => {
  expect(statSync(singlePath).size).toBeLessThan(2_000_000);
  const shell = readFileSync(singlePath, "utf8").replace(/(<(script|style)[^>]*>)[\s\S]*?(?=<\/\2>)/g, "$1");
  expect(shell).toContain("outlay-report");
  expect(shell).not.toMatch(/<(script|link|img)[^>]*\s(src|href)="(?!data:)/);
});

test("the whole main job from a disk with the network off", async ({ page, context }) => {
  await context.setOffline(true);
  const requests = requestsOf(page);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(address);
  await drop(page, { name: "mine.csv", text: sampleText() });
  await page.getByRole("link", { name: /^Open/ }).first().click();
  const before = await shown(page);
  await setParameter(page, /dead zone/i, "0.5");
  await expect(headline(page)).not.toHaveText(before[0] ?? "");
  for (const item of [/Workbook/, "Download Markdown", /Block Kit/, "CSV: Channels"]) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Take it away" }).click();
    await page.getByRole("menuitem", { name: item }).click();
    expect(statSync(await (await download).path()).size).toBeGreaterThan(100);
  }
  await page.getByRole("link", { name: "Method", exact: true }).click();
  await expect(page.locator("article.methods h1")).toBeVisible();
  await page.goto(`${address}#/`);
  await page
    .getByRole("link", { name: /^Sessions/ })
    .first()
    .click();
  await page.getByText("Try with sample data").first().click();
  await expect(headline(page)).toBeVisible();
  expect(errors).toEqual([]);
  expect(new Set(requests)).toEqual(new Set([address]));
});

test("a report saved as a page opens from a disk, with its data inside, and is a whole Outlay", async ({ page }) => {
  await page.goto(`${address}#/scoring/adsets?data=sample`);
  const before = await shown(page);
  const path = await savedPage(page, true);
  const reader = await page.context().newPage();
  const requests = requestsOf(reader);
  const there = pathToFileURL(path).href;
  await reader.goto(there);
  expect(await shown(reader)).toEqual(before);
  await expect(banner(reader).getByText(/You can change its parameters/)).toBeVisible();
  await setParameter(reader, /dead zone/i, "0.5");
  await expect(headline(reader)).not.toHaveText(before[0] ?? "");
  await reader.getByRole("link", { name: "Use your own data" }).click();
  await expect(reader.getByText("Drop your ad exports")).toBeVisible();
  expect(new Set(requests)).toEqual(new Set([there]));
});

test("the site saves the same page out of what it carries", async ({ page }) => {
  const site = await host();
  await page.goto(`${site.address}#/scoring/adsets?data=sample`);
  const before = await shown(page);
  const path = await savedPage(page, false);
  const html = readFileSync(path, "utf8");
  const plain = readFileSync(singlePath, "utf8");
  // The same file but for the report in it.
  expect(html.replace(/(id="outlay-report">)[^<]*/, "$1")).toBe(plain);
  const reader = await page.context().newPage();
  await reader.goto(pathToFileURL(path).href);
  expect((await shown(reader)).slice(0, 2)).toEqual(before.slice(0, 2));
  await site.close();
});

test("a page whose report was damaged says so and goes on", async ({ page }) => {
  const { writeFileSync } = await import("node:fs");
  const broken = readFileSync(singlePath, "utf8").replace('id="outlay-report">', 'id="outlay-report">!T1VUTEFZ');
  const path = test.info().outputPath("broken.html");
  writeFileSync(path, broken);
  await page.goto(pathToFileURL(path).href);
  await expect(page.getByRole("alert")).toContainText("no Outlay project file");
  await page.getByRole("link", { name: "Go to Outlay" }).click();
  await expect(page.getByText("Drop your ad exports")).toBeVisible();
});
