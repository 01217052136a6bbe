// Nothing leaves: no request after the page has settled, and every planted way out is blocked by the policy.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { drop, headline, open, sampleText } from "./app";

async function listening(): Promise<{ address: string; port: number; hits: string[]; close: () => void }> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "Access-Control-Allow-Origin": "*" }).end("leaked");
  });
  server.on("upgrade", (request, socket) => {
    hits.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, port, hits, close: () => server.close() };
}

/** Every request the page or its workers make; what stays inside the browser (blob:, data:) is none. */
function requestsOf(page: Page): string[] {
  const seen: string[] = [];
  page.on("request", (request) => {
    if (/^(https?|wss?):/.test(request.url())) seen.push(request.url());
  });
  page.on("websocket", (socket) => seen.push(socket.url()));
  return seen;
}

test("a whole session makes no request after the page has settled", async ({ page, baseURL }) => {
  const requests = requestsOf(page);
  await open(page);
  await page.waitForLoadState("networkidle");
  const atLoad = requests.length;
  expect(requests.filter((url) => !url.startsWith(baseURL ?? "never"))).toEqual([]);
  await page.getByText("Try with sample data").first().click();
  await expect(headline(page)).toBeVisible();
  await page.keyboard.press("p");
  await page
    .getByRole("dialog", { name: "Parameters" })
    .getByLabel(/dead zone/i)
    .first()
    .fill("0.3");
  await page.keyboard.press("Escape");
  for (const item of [/Workbook/, "Download Markdown", /Block Kit/, "CSV: Channels"]) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Take it away" }).click();
    await page.getByRole("menuitem", { name: item }).click();
    await download;
  }
  await page.getByRole("button", { name: "Take it away" }).click();
  await page.getByRole("menuitem", { name: /One page/ }).click();
  await expect(page.getByRole("dialog", { name: "Summary" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("s");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save project file" }).click();
  await saved;
  await page.keyboard.press("Escape");
  await drop(page, { name: "mine.csv", text: sampleText() });
  await page.goto("./#/");
  await expect(page.getByRole("region", { name: "mine.csv" })).toBeVisible();
  await page.getByText("First rows").first().click();
  await page.goto("./#/privacy");
  await expect(page.getByRole("heading", { name: /What leaves this device/ })).toBeVisible();
  await page.goto("./#/scoring/adsets");
  await expect(headline(page)).toBeVisible();
  await page.waitForTimeout(500);
  expect(requests.slice(atLoad)).toEqual([]);
});

test("planted requests of the page and of a worker are blocked", async ({ page }) => {
  const trap = await listening();
  await open(page);
  const refused = await page.evaluate(async (address) => {
    const outcome: Record<string, string> = {};
    const attempt = async (name: string, act: () => unknown) => {
      try {
        await act();
        outcome[name] = "went through";
      } catch {
        outcome[name] = "blocked";
      }
    };
    const loaded = (element: HTMLImageElement | HTMLScriptElement | HTMLLinkElement | HTMLIFrameElement) =>
      new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
        document.body.append(element);
        setTimeout(reject, 1000);
      });
    await attempt("fetch", () => fetch(`${address}/fetch`));
    await attempt("image", () => loaded(Object.assign(new Image(), { src: `${address}/image.png` })));
    await attempt("script", () => loaded(Object.assign(document.createElement("script"), { src: `${address}/s.js` })));
    await attempt("style", () =>
      loaded(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${address}/s.css` })),
    );
    await attempt("xhr", () => {
      const request = new XMLHttpRequest();
      request.open("POST", `${address}/xhr`, false);
      request.send("rows");
    });
    await attempt("socket", () => {
      const socket = new WebSocket(`${address.replace("http", "ws")}/socket`);
      return new Promise((resolve, reject) => {
        socket.onopen = resolve;
        socket.onerror = reject;
      });
    });
    const worker = (body: string) =>
      new Promise((resolve, reject) => {
        const source = URL.createObjectURL(new Blob([body]));
        const made = new Worker(source);
        made.onmessage = ({ data }) => (data === "sent" ? resolve(data) : reject(new Error(data)));
        made.onerror = reject;
      });
    const inWorker = `fetch("${address}/worker").then(() => postMessage("sent"), () => postMessage("refused"))`;
    await attempt("worker fetch", () => worker(inWorker));
    return outcome;
  }, trap.address);
  expect(refused).toEqual({
    fetch: "blocked",
    image: "blocked",
    script: "blocked",
    style: "blocked",
    xhr: "blocked",
    socket: "blocked",
    "worker fetch": "blocked",
  });
  // A beacon and a form tell the page nothing: only the silence of the server does.
  await page.evaluate((address) => {
    navigator.sendBeacon(`${address}/beacon`, "rows");
    const form = document.createElement("form");
    Object.assign(form, { method: "POST", action: `${address}/form` });
    document.body.append(form);
    form.submit();
    const frame = document.createElement("iframe");
    frame.src = `${address}/frame`;
    document.body.append(frame);
  }, trap.address);
  await page.waitForTimeout(800);
  expect(trap.hits).toEqual([]);
  trap.close();
});

test("the engine's own worker is under the policy too", async ({ page }) => {
  const trap = await listening();
  await open(page);
  const [worker] = page.workers();
  expect(worker?.url()).toMatch(/^blob:/);
  const answer = await worker?.evaluate(
    (address) =>
      fetch(`${address}/engine`).then(
        () => "sent",
        () => "refused",
      ),
    trap.address,
  );
  expect(answer).toBe("refused");
  expect(trap.hits).toEqual([]);
  trap.close();
});

test("forget everything leaves nothing behind", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: /^Theme/ }).click();
  await drop(page, { name: "mine.csv", text: sampleText() });
  await expect(page.getByRole("region", { name: "mine.csv" })).toBeVisible();
  await page.goto("./#/privacy");
  await page.getByRole("button", { name: "Forget everything" }).click();
  await expect(page.getByText("Done: files closed")).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.goto("./#/");
  await expect(page.getByText("Drop your ad exports")).toBeVisible();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
});

test("the policy stands in the page and says what the privacy page says", async ({ page }) => {
  const response = await page.goto("./#/privacy");
  const html = (await response?.text()) ?? "";
  expect(html).toContain("connect-src 'none'");
  expect(html).toContain("form-action 'none'");
  expect(html).not.toMatch(/<script(?![^>]*src=)[^>]*>\s*\S/);
  await expect(page.getByText("connect-src 'none'")).toBeVisible();
});
