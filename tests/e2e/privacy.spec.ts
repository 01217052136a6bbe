// Nothing leaves: a whole session over the features asks for nothing once the page has settled, in both builds.
import { expect, type Page, test } from "@playwright/test";
import { drop, headline, sampleText } from "./app";
import { builds, opened } from "./builds";

/** Every request the page or its workers make; what stays inside the browser (blob:, data:) is none. */
function requestsOf(page: Page): string[] {
  const seen: string[] = [];
  page.context().on("request", (request) => {
    if (!/^(blob|data):/.test(request.url())) seen.push(request.url());
  });
  page.on("websocket", (socket) => seen.push(socket.url()));
  return seen;
}

/** The page has brought in what later clicks need, and the service worker, where there is one, has kept it. */
async function settled(page: Page, build: string): Promise<void> {
  await expect(page.getByText("Drop your ad exports")).toBeVisible();
  if (build === "site") await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.waitForLoadState("networkidle");
}

async function downloads(page: Page): Promise<void> {
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
}

async function shares(page: Page): Promise<void> {
  await page.keyboard.press("s");
  for (const name of ["Save project file", "Save as a page"]) {
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    await saved;
  }
  await page.keyboard.press("Escape");
}

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((there) => {
    globalThis.location.hash = there;
  }, hash);
}

for (const build of builds) {
  test(`${build}: a whole session makes no request after the page has settled`, async ({ page }) => {
    test.setTimeout(120_000);
    const from = await opened(build);
    const requests = requestsOf(page);
    await page.goto(from.address);
    await settled(page, build);
    const [atLoad, askedAtLoad] = [requests.length, from.asked.length];
    const folder = new URL("./", from.address).href;
    expect(requests.filter((url) => !url.startsWith(folder))).toEqual([]);
    await page.getByText("Try with sample data").first().click();
    await expect(headline(page)).toBeVisible();
    await page.keyboard.press("p");
    const zone = page
      .getByRole("dialog", { name: "Parameters" })
      .getByLabel(/dead zone/i)
      .first();
    await zone.fill("0.3");
    await page.keyboard.press("Escape");
    await downloads(page);
    await shares(page);
    await drop(page, { name: "mine.csv", text: sampleText() });
    await go(page, "#/");
    await expect(page.getByRole("region", { name: "mine.csv" })).toBeVisible();
    await page.getByText("First rows").first().click();
    for (const area of ["budget/reallocate", "impact/decisions", "attribution/paths", "attribution/sessions"]) {
      await go(page, `#/${area}?data=sample`);
      await expect(headline(page)).toBeVisible({ timeout: 30_000 });
    }
    await go(page, "#/methods/scoring");
    await expect(page.locator("article.methods h1")).toBeVisible();
    await go(page, "#/privacy");
    await expect(page.getByRole("heading", { name: /What leaves this device/ })).toBeVisible();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save Outlay as one file" }).click();
    await saved;
    await page.getByRole("button", { name: "Forget everything" }).click();
    await expect(page.getByText("Done: files closed")).toBeVisible();
    await page.waitForTimeout(1000);
    expect(requests.slice(atLoad)).toEqual([]);
    expect(from.asked.slice(askedAtLoad)).toEqual([]);
    await from.close();
  });

  test(`${build}: no link of the page leads away from it`, async ({ page }) => {
    const from = await opened(build);
    await page.goto(from.address);
    await settled(page, build);
    for (const place of ["#/", "#/privacy", "#/methods/scoring", "#/methods/impact", "#/scoring/adsets?data=sample"]) {
      await go(page, place);
      await expect(page.locator("main h1, main article").first()).toBeVisible();
      const away = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
          .map(({ href }) => href)
          .filter((href) => href.replace(/#.*$/, "") !== location.href.replace(/#.*$/, "")),
      );
      expect(away).toEqual([]);
    }
    await from.close();
  });
}
