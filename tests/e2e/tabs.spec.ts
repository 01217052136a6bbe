// Several tabs at once: what one changes reaches the others, nothing of either is lost, and what one forgets all forget.
import { expect, type Page, test } from "@playwright/test";
import {
  drop,
  headline,
  keptFiles,
  left,
  openSample,
  openShareDialog,
  sampleText,
  setParameter,
  shareDialog,
} from "./app";

const landing = (page: Page) => expect(page.getByText("Drop your ad exports")).toBeVisible();
const currency = (page: Page) => page.getByLabel("Currency", { exact: true });
const scenario = (page: Page, name: string) => page.getByRole("textbox", { name: `Name of ${name}`, exact: true });

async function openPlan(page: Page): Promise<void> {
  await page.goto("./#/budget/reallocate?data=sample");
  await expect(headline(page)).toContainText("should bring");
}

async function saveScenario(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name of the new scenario").fill(name);
  await page.getByRole("button", { name: "Save as scenario" }).click();
  await expect(scenario(page, name)).toBeVisible();
}

/** A page that is told nothing of what others store, as one is that sleeps. */
const deaf = (page: Page) =>
  page.addInitScript(() => {
    globalThis.addEventListener("storage", (event) => event.stopImmediatePropagation());
  });

test("a setting, a parameter and a scenario of one tab reach the other, both ways", async ({ page, context }) => {
  await openPlan(page);
  const other = await context.newPage();
  await openPlan(other);
  await page.getByRole("button", { name: /^Theme/ }).click();
  const theme = (await page.locator("html").getAttribute("data-theme")) ?? "";
  await expect(other.locator("html")).toHaveAttribute("data-theme", theme);
  await currency(other).selectOption("EUR");
  await expect(currency(page)).toHaveValue("EUR");
  await saveScenario(page, "From the first");
  await expect(scenario(other, "From the first")).toBeVisible();
  await saveScenario(other, "From the second");
  await expect(scenario(page, "From the second")).toBeVisible();
  await scenario(page, "From the second").fill("Renamed");
  await scenario(page, "From the second").press("Enter");
  await expect(scenario(other, "Renamed")).toBeVisible();
  await page.getByLabel("Change per campaign").selectOption("0.1");
  await expect(other.getByLabel("Change per campaign")).toHaveValue("0.1");
  await expect(headline(other)).toHaveText(await headline(page).innerText());
  await other.getByRole("button", { name: "Delete From the first" }).click();
  await expect(scenario(page, "From the first")).toHaveCount(0);
});

test("two tabs that do not hear each other lose nothing of either", async ({ page, context }) => {
  await openPlan(page);
  const other = await context.newPage();
  await deaf(other);
  await openPlan(other);
  await deaf(page);
  await page.reload();
  await expect(headline(page)).toContainText("should bring");
  await saveScenario(page, "From the first");
  await saveScenario(other, "From the second");
  await expect(scenario(other, "From the first")).toBeVisible();
  await page.getByRole("button", { name: /^Theme/ }).click();
  await expect(scenario(page, "From the second")).toBeVisible();
  const theme = (await page.locator("html").getAttribute("data-theme")) ?? "";
  await currency(other).selectOption("EUR");
  await expect(other.locator("html")).toHaveAttribute("data-theme", theme);
  await page.reload();
  for (const name of ["From the first", "From the second"]) await expect(scenario(page, name)).toBeVisible();
  await expect(currency(page)).toHaveValue("EUR");
});

test("what one tab forgets comes back from no other", async ({ page, context }) => {
  await openPlan(page);
  await saveScenario(page, "Mine");
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await keptFiles(page, 1);
  const other = await context.newPage();
  await openPlan(other);
  await expect(scenario(other, "Mine")).toBeVisible();
  await other.getByLabel("Change per campaign").selectOption("0.1");
  await currency(other).selectOption("EUR");
  await drop(other, { name: "adset_weeks.csv", text: sampleText() });
  await openShareDialog(other);
  await page.goto("./#/privacy");
  await page.getByRole("button", { name: "Forget everything" }).click();
  await expect(page.getByText("Done: files closed")).toBeVisible();

  await expect(other.getByText("Everything was forgotten in another tab")).toBeVisible();
  await expect(shareDialog(other)).toHaveCount(0);
  await expect(currency(other)).toHaveValue("");
  const empty = [[], [], [], [], [], []];
  await expect.poll(() => other.evaluate(left)).toEqual(empty);
  await other.evaluate(() => {
    globalThis.location.hash = "#/";
  });
  await landing(other);

  // The tab goes on working with other data, without its past, and keeps nothing of that either.
  await openSampleHere(other);
  await expect(scenario(other, "Mine")).toHaveCount(0);
  await expect(other.getByRole("button", { name: "Undo the last edit" })).toBeDisabled();
  await other.keyboard.press("Control+z");
  await expect(other.getByLabel("Change per campaign")).not.toHaveValue("0.1");
  await saveScenario(other, "After");
  await currency(page).selectOption("GBP");
  await currency(other).selectOption("JPY");
  await expect(currency(page)).toHaveValue("GBP");
  for (const one of [page, other]) expect(await one.evaluate(left)).toEqual(empty);

  const fresh = await context.newPage();
  await fresh.goto("./");
  await landing(fresh);
  await expect(currency(fresh)).toHaveValue("");
  await fresh.goto("./#/budget/reallocate?data=sample");
  await expect(headline(fresh)).toContainText("should bring");
  for (const name of ["Mine", "After"]) await expect(scenario(fresh, name)).toHaveCount(0);
});

/** By the page's own link: a load of the page would open it again. */
async function openSampleHere(page: Page): Promise<void> {
  await page.locator('a.story[href*="budget/reallocate"]').click();
  await expect(headline(page)).toContainText("should bring");
}

test("a page that is forgotten while its service worker comes leaves nothing behind", async ({ page }) => {
  await page.addInitScript(() => {
    const { serviceWorker } = navigator;
    const register = serviceWorker.register.bind(serviceWorker);
    const step = (name: string) => new Promise<void>((done) => Object.assign(globalThis, { [name]: done }));
    const allowed = step("allow");
    serviceWorker.register = async (...given) => {
      Object.assign(globalThis, { asked: true });
      await allowed;
      const registration = await register(...given);
      Object.assign(globalThis, { registered: true });
      return registration;
    };
  });
  await page.goto("./#/privacy");
  await page.waitForFunction(() => "asked" in globalThis);
  await page.getByRole("button", { name: "Forget everything" }).click();
  await expect(page.getByText("Done: files closed")).toBeVisible();
  await page.evaluate(() => (globalThis as unknown as { allow: () => void }).allow());
  await page.waitForFunction(() => "registered" in globalThis);
  const empty = [[], [], [], [], [], []];
  await expect.poll(() => page.evaluate(left)).toEqual(empty);
  await page.evaluate(() => {
    globalThis.location.hash = "#/";
  });
  await openSampleHere(page);
  expect(await page.evaluate(left)).toEqual(empty);
});

test("undo does not bring back what was forgotten in the same tab", async ({ page }) => {
  await openSample(page);
  const before = await headline(page).innerText();
  await setParameter(page, /dead zone/i, "0.5");
  await expect(headline(page)).not.toHaveText(before);
  await page.evaluate(() => {
    globalThis.location.hash = "#/privacy";
  });
  await page.getByRole("button", { name: "Forget everything" }).click();
  await expect(page.getByText("Done: files closed")).toBeVisible();
  await page.evaluate(() => {
    globalThis.location.hash = "#/";
  });
  await page.getByText("Try with sample data").first().click();
  await expect(headline(page)).toHaveText(before);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByText("Updating")).toHaveCount(0);
  await expect(headline(page)).toHaveText(before);
});
