// What a scored list tells when it is asked: by keys, by a chart, of a dropped adset, of a change, in either theme and size.
import { expect, type Page, test } from "@playwright/test";
import { cli, openSample, samplePath, shot } from "./app";

const grid = (page: Page) => page.getByRole("grid").first();
const bodyRow = (page: Page, at = 0) => grid(page).locator(`.body-row[data-at="${at}"]`);
const explained = (page: Page) => page.locator(".panel");
const step = (page: Page, id: string) => explained(page).locator(`#step-${id}`);

test("Enter, e and a click all explain; Esc closes and the focus returns to the table", async ({ page }) => {
  await openSample(page);
  await grid(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const second = await explained(page).getByRole("heading", { level: 2 }).innerText();
  await page.keyboard.press("Escape");
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press("e");
  await expect(explained(page).getByRole("heading", { level: 2 })).toHaveText(second);
  await page.keyboard.press("Escape");
  await page.locator("h1.headline").click();
  await page.keyboard.press("e");
  await expect(explained(page)).toBeVisible();
});

test("a dropped adset is explained by its gate, a change by last week, a finding by its rows", async ({ page }) => {
  await openSample(page);
  await page.getByRole("tab", { name: /Left out/ }).click();
  await bodyRow(page).locator(".opens").click();
  await expect(step(page, "gates")).toContainText("Left out");
  await expect(step(page, "cac")).toHaveCount(0);
  await page.keyboard.press("Escape");
  const { changed_count: changed } = JSON.parse(cli("run", "scoring/adsets", samplePath)).result.scalars;
  const tab = page.getByRole("tab", { name: /Since last week/ });
  await expect(tab).toContainText(String(changed));
  await tab.click();
  await expect(bodyRow(page)).toContainText(/CAC|pLTV|scale|gate|new|score/);
  await page.getByRole("button", { name: /^Cannot tell yet/ }).click();
  await expect(bodyRow(page)).toContainText("not yet decidable");
});

test("a point of the chart under the pointer, or walked to, says its interval and how likely it pays", async ({
  page,
}) => {
  await openSample(page);
  const canvas = page.locator("#scatter canvas");
  await canvas.scrollIntoViewIfNeeded();
  await page.waitForTimeout(400);
  const before = await canvas.screenshot();
  await canvas.focus();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await expect(page.locator("#scatter [aria-live]")).toContainText(/Likely between \$\d.* and \$\d.*% likely to pay/);
  await page.waitForTimeout(300);
  expect((await canvas.screenshot()).equals(before)).toBe(false);
  await shot(page, "pointed-light-1440");
});

test("the method can be read from the page and from an explanation, and nothing is loaded for it", async ({ page }) => {
  await openSample(page);
  await page.waitForTimeout(1000);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.getByRole("link", { name: "Method" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Scoring/);
  await expect(page.locator(".prose-table").first()).toContainText("Jeffreys");
  await page.goBack();
  await bodyRow(page).locator(".opens").click();
  await page.getByRole("link", { name: "How the method works" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Scoring/);
  expect(asked.filter((url) => !/^(blob|data):/.test(url))).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const [size, viewport] of [
    ["1440", { width: 1440, height: 900 }],
    ["390", { width: 390, height: 844 }],
  ] as const) {
    test(`explanation, changes and method fit in ${colorScheme} at ${size}`, async ({ browser, baseURL }) => {
      const page = await browser.newPage({ colorScheme, viewport, baseURL: baseURL ?? "", locale: "en-US" });
      const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
      await openSample(page);
      await shot(page, `scored-${colorScheme}-${size}`, true);
      await page.locator(".opens, .row-card .link").first().click();
      await expect(step(page, "action")).toBeVisible();
      await page.waitForTimeout(200);
      await shot(page, `explained-${colorScheme}-${size}`);
      await step(page, "interval").scrollIntoViewIfNeeded();
      await shot(page, `interval-${colorScheme}-${size}`);
      expect(await fits()).toBe(true);
      await page.keyboard.press("Escape");
      await page.getByRole("tab", { name: /Since last week/ }).click();
      await shot(page, `changes-${colorScheme}-${size}`);
      expect(await fits()).toBe(true);
      await page.getByRole("link", { name: "Method" }).click();
      await expect(page.locator(".prose-table").first()).toBeVisible();
      await shot(page, `method-${colorScheme}-${size}`);
      expect(await fits()).toBe(true);
      await page.close();
    });
  }
}
