// For everyone: no axe violation in either theme, a keyboard alone is enough, a phone shows all of it.
import { expect, test } from "@playwright/test";
import { drop, headline, open, openSample, sampleText, scoreDropped, shot } from "./app";
import { violations } from "./axe";

const snapshot = [
  "# ----------",
  "# Spend per channel",
  "# Start date: 20260301",
  "# End date: 20260307",
  "Channel,Spend",
  "Meta,300",
  "Google,200",
  "",
  "# Start date: 20260301",
  "# End date: 20260307",
  "Country,Active users",
  "Germany,400",
];
const leads = [
  "Date,Email,Campaign,Cost",
  "03/02/2026,a@example.org,One,5",
  "03/05/2026,b@example.org,Two,6",
  "Total,,,11",
];

/** Files that leave something open: a date order, personal data, a total, several tables. */
const doubtful = [
  { name: "snapshot.csv", text: snapshot.join("\n") },
  { name: "leads.csv", text: leads.join("\n") },
];

for (const colorScheme of ["light", "dark"] as const) {
  for (const [size, viewport] of [
    ["1440", { width: 1440, height: 900 }],
    ["390", { width: 390, height: 844 }],
  ] as const) {
    test(`no violations in ${colorScheme} at ${size}`, async ({ browser, baseURL }) => {
      const page = await browser.newPage({ colorScheme, viewport, baseURL: baseURL ?? "", locale: "en-US" });
      await open(page);
      await shot(page, `first-${colorScheme}-${size}`);
      expect(await violations(page)).toEqual([]);
      await scoreDropped(page, { name: "adset_weeks.csv", text: sampleText() });
      await page.waitForTimeout(500);
      await shot(page, `score-${colorScheme}-${size}`);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("p");
      await expect(page.getByRole("dialog", { name: "Parameters" })).toBeVisible();
      await page.waitForTimeout(300);
      await shot(page, `parameters-${colorScheme}-${size}`);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      for (const [key, name, picture] of [
        ["t", null, "take-away"],
        ["s", "Share this result", "share"],
      ] as const) {
        await page.keyboard.press(key);
        await expect(name ? page.getByRole("dialog", { name }) : page.getByRole("menuitem").first()).toBeVisible();
        await shot(page, `${picture}-${colorScheme}-${size}`);
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press("Escape");
      }
      await page.locator(".opens, .row-card .link").first().click();
      await expect(page.locator("#step-action")).toBeVisible();
      await page.waitForTimeout(300);
      expect(await violations(page)).toEqual([]);
      await page.getByRole("link", { name: "How the method works" }).click();
      await expect(page.locator(".prose-table").first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.goto("./#/");
      await expect(page.getByRole("heading", { name: "Data", exact: true })).toBeVisible();
      await shot(page, `data-${colorScheme}-${size}`);
      expect(await violations(page)).toEqual([]);
      await drop(page, ...doubtful);
      await expect(page.getByRole("group", { name: /^Which day is/ })).toBeVisible();
      await page.getByRole("heading", { name: "Spend per channel" }).click();
      await shot(page, `doubts-${colorScheme}-${size}`, true);
      expect(await violations(page)).toEqual([]);
      await page.goto("./#/privacy");
      await shot(page, `privacy-${colorScheme}-${size}`);
      expect(await violations(page)).toEqual([]);
      await page.close();
    });
  }
}

test("nothing is wider than a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await open(page);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await scoreDropped(page, { name: "adset_weeks.csv", text: sampleText() });
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.goto("./#/");
  await page.getByText("First rows").click();
  await expect(page.getByRole("region", { name: /First rows of/ })).toBeVisible();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.goto("./#/privacy");
  expect(await overflow()).toBeLessThanOrEqual(0);
});

test("the keyboard alone goes from the first screen to an open row", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Tab");
  await expect(page.getByText("Skip to content")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: /Drop your ad exports/ })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(headline(page)).toBeVisible();
  await page.getByRole("grid").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the headline is said when a result arrives, and the title names the page", async ({ page }) => {
  await openSample(page);
  const said = page.locator('p[aria-live="polite"]').last();
  await expect(said).toHaveText((await headline(page).textContent()) ?? "");
  await expect(page).toHaveTitle(/ - Outlay$/);
});
