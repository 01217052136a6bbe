// The parts of the scoring's page: its chart, its table, its parameters and what becomes of them.
import { expect, type Page, test } from "@playwright/test";
import { headline, openSample } from "./app";

const grid = (page: Page) => page.getByRole("grid").first();
const field = (page: Page, label: RegExp) => page.getByRole("dialog", { name: "Parameters" }).getByLabel(label).first();

test("the chart is drawn: its canvas holds more than one colour", async ({ page }) => {
  await openSample(page);
  const canvas = page.locator("main canvas").first();
  await canvas.scrollIntoViewIfNeeded();
  await expect(canvas).toBeVisible();
  await page.waitForTimeout(400);
  const colours = await canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const pixels = element.getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
    const seen = new Set<number>();
    for (let k = 0; k < pixels.length; k += 4) {
      if ((pixels[k + 3] ?? 0) > 200)
        seen.add(((pixels[k] ?? 0) << 16) | ((pixels[k + 1] ?? 0) << 8) | (pixels[k + 2] ?? 0));
    }
    return seen.size;
  });
  expect(colours).toBeGreaterThan(20);
});

test("the table sorts and filters", async ({ page }) => {
  await openSample(page);
  const rows = grid(page).getByRole("row");
  const header = grid(page).getByRole("columnheader", { name: /CAC/ }).first();
  await header.click();
  await expect(header).toHaveAttribute("aria-sort", /ascending|descending/);
  const first = await rows.nth(1).textContent();
  await header.click();
  await expect(rows.nth(1)).not.toHaveText(first ?? "");
  await page.keyboard.press("/");
  await page.keyboard.type("Brand");
  await expect(page.getByRole("status").filter({ hasText: / of / })).toBeVisible();
  await expect(rows.nth(1)).toContainText(/brand/i);
});

test("a parameter changes the result, says what changed, and can be undone", async ({ page }) => {
  await openSample(page);
  const before = (await headline(page).textContent()) ?? "";
  await page.keyboard.press("p");
  await field(page, /dead zone/i).fill("0.5");
  await field(page, /dead zone/i).press("Tab");
  await expect(page.getByRole("region", { name: "What changed" })).toBeVisible();
  await expect(headline(page)).not.toHaveText(before);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo parameter change" }).click();
  await expect(headline(page)).toHaveText(before);
  await page.keyboard.press("Control+Shift+Z");
  await expect(headline(page)).not.toHaveText(before);
});

test("parameters and theme survive a reload, and the address opens the same page", async ({ page }) => {
  await openSample(page);
  await page.keyboard.press("p");
  await field(page, /dead zone/i).fill("0.5");
  await field(page, /dead zone/i).press("Tab");
  await expect(page.getByRole("region", { name: "What changed" })).toBeVisible();
  const changed = (await headline(page).textContent()) ?? "";
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Theme/ }).click();
  await page.reload();
  await expect(headline(page)).toHaveText(changed);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.goBack();
  await expect(page.getByText("Drop your ad exports").or(page.getByRole("heading", { name: "Data" }))).toBeVisible();
});

test("an impossible parameter is refused at its place and the last result stays", async ({ page }) => {
  await openSample(page);
  const before = (await headline(page).textContent()) ?? "";
  await page.keyboard.press("p");
  const most = field(page, /(longest|most|max).*(weeks|window)|max_weeks/i);
  await most.fill("1");
  await most.press("Tab");
  await expect(page.getByRole("alert").first()).toContainText(/max_weeks|window|weeks/i);
  await expect(headline(page)).toHaveText(before);
  await page.getByRole("button", { name: "Undo the last change" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(headline(page)).toHaveText(before);
});

test("money is shown in the currency that is chosen", async ({ page }) => {
  await openSample(page);
  await page.getByLabel("Currency").selectOption("GBP");
  await expect(headline(page)).toContainText("\u00a3");
});

test("a result is drawn at every load, however the engine and the page race", async ({ browser }) => {
  for (let load = 0; load < 6; load++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto("./#/scoring/adsets?data=sample");
    await expect(grid(page).getByRole("row").nth(5)).toBeVisible();
    await context.close();
  }
});

test("the decision week can be chosen and the result follows it", async ({ page }) => {
  await openSample(page);
  const before = await headline(page).textContent();
  await page.keyboard.press("p");
  await field(page, /Decide as of week/).fill("2026-10-19");
  await expect(headline(page)).not.toHaveText(before ?? "");
  await expect(page.getByText(/Week of October 19, 2026/)).toBeVisible();
  await expect(page.locator('input[type="date"]')).toHaveValue("2026-10-19");
});
