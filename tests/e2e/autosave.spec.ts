// What was being worked on is there again: after a reload, a crash of the page, the death of the browser; and gone once forgotten.
import { expect, type Page, test } from "@playwright/test";
import { drop, headline, keptFiles, keptWork, left, parameter, sampleText, scoreDropped, setParameter } from "./app";
import { host } from "./builds";
import { type Killable, startKillable } from "./killable";

const region = (page: Page, name: string) => page.getByRole("region", { name });
const landing = (page: Page) => expect(page.getByText("Drop your ad exports")).toBeVisible();

/** The smallest table that counts as an export. */
const small = (k: number) => `week_start,adset_id,spend\n2024-01-01,a,${k}\n`;

const chosenCurrency = (page: Page) => page.getByLabel("Currency", { exact: true }).inputValue();

/** Ended also when its test fails half way. */
let alive: Killable | null = null;
test.afterEach(async () => {
  await alive?.kill();
  alive = null;
});

interface Done {
  at: number;
  file: string;
  currency: string;
  page: string;
}

const currencies = ["EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK"];

test("killed at ten random moments, the browser has all that is older than five seconds", async () => {
  test.setTimeout(600_000);
  const { executablePath = "", args = [] } = test.info().project.use.launchOptions ?? {};
  const site = await host();
  const done: Done[] = [];
  // A fixed seed: a failure can be seen again.
  let state = 20_240_607;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  let killed = 0;
  let checked = 0;
  for (let round = 0; round <= 10; round++) {
    const browser = await startKillable(test.info().outputPath("profile"), executablePath, args);
    alive = browser;
    const page = await browser.context.newPage();
    await page.goto(site.address);
    if (round > 0) checked += await check(page, done, killed);
    if (round === 10) {
      break;
    }
    await landing(page).catch(() => undefined);
    const steps = 1 + Math.floor(random() * 3);
    for (let step = 0; step < steps; step++) {
      done.push(await work(page, done.length));
      await page.waitForTimeout(random() * 2500);
    }
    await page.waitForTimeout(random() * 4000);
    killed = Date.now();
    await browser.kill();
    alive = null;
  }
  // In all, many things were old enough to be asked for.
  expect(checked).toBeGreaterThan(20);
  await site.close();
});

/** One thing after the other that a person would miss: a file, a setting, the page they were on. */
async function work(page: Page, k: number): Promise<Done> {
  const file = `week_${k}.csv`;
  const currency = currencies[k % currencies.length] ?? "";
  const there = k % 2 === 0 ? "#/privacy" : "#/";
  await page.evaluate((hash) => {
    globalThis.location.hash = hash;
  }, there);
  await page.getByLabel("Currency", { exact: true }).selectOption(currency);
  await drop(page, { name: file, text: small(k) });
  return { at: Date.now(), file, currency, page: there };
}

/** Everything that was old enough when the browser died, and of what has only one value at least as new a one; how much that was. */
async function check(page: Page, done: Done[], killed: number): Promise<number> {
  const safe = done.filter(({ at }) => killed - at >= 5000);
  const newest = safe.at(-1);
  if (!newest) return 0;
  const later = done.slice(done.indexOf(newest));
  await expect.poll(() => chosenCurrency(page)).toMatch(new RegExp(later.map(({ currency }) => currency).join("|")));
  expect(later.map((one) => one.page)).toContain(new URL(page.url()).hash || "#/");
  await page.evaluate(() => {
    globalThis.location.hash = "#/";
  });
  for (const { file } of safe) await expect(region(page, file)).toBeVisible();
  return safe.length;
}

test("a page that crashes comes back with its files, its parameters and its place", async ({ page }) => {
  const site = await host();
  await page.goto(site.address);
  await landing(page);
  await drop(page, { name: "mine.csv", text: sampleText() });
  await page.getByRole("link", { name: /^Open/ }).first().click();
  await expect(headline(page)).toBeVisible();
  await setParameter(page, /dead zone/i, "0.5");
  await page.getByRole("tab", { name: /Channels/ }).click();
  await expect(page.getByText("Updating")).toHaveCount(0);
  const said = await headline(page).innerText();
  await expect.poll(async () => (await keptWork(page))?.address).toContain("channels");
  const tools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  void tools.send("Page.crash").catch(() => undefined);
  await crashed;
  const again = await page.context().newPage();
  await again.goto(site.address);
  await expect(headline(again)).toHaveText(said);
  await expect(again.getByRole("tab", { name: /Channels/ })).toHaveAttribute("aria-selected", "true");
  await expect(await parameter(again, /dead zone/i)).toHaveValue("0.5");
  await site.close();
});

test("a file that was taken away stays away", async ({ page }) => {
  await page.goto("./");
  await landing(page);
  await drop(page, { name: "one.csv", text: small(1) }, { name: "two.csv", text: small(2) });
  await expect(region(page, "two.csv")).toBeVisible();
  await region(page, "one.csv")
    .getByRole("button", { name: /Remove/ })
    .first()
    .click();
  await expect(region(page, "one.csv")).toHaveCount(0);
  await keptFiles(page, 1);
  await page.reload();
  await expect(region(page, "two.csv")).toBeVisible();
  await expect(region(page, "one.csv")).toHaveCount(0);
});

test("a second tab leaves the work to the first", async ({ page, context }) => {
  await page.goto("./");
  await landing(page);
  await drop(page, { name: "first.csv", text: small(1) });
  await keptFiles(page, 1);
  const second = await context.newPage();
  await second.goto("./");
  await drop(second, { name: "second.csv", text: small(2) });
  await expect(second.locator(".self-note")).toContainText("open in another tab");
  await expect(region(second, "first.csv")).toHaveCount(0);
  await second.close();
  await page.reload();
  await expect(region(page, "first.csv")).toBeVisible();
  await expect(region(page, "second.csv")).toHaveCount(0);
});

test("a full disk is told in words, and the work goes on", async ({ page, baseURL }) => {
  await page.goto("./");
  await landing(page);
  const tools = await page.context().newCDPSession(page);
  const origin = new URL(baseURL ?? "").origin;
  await tools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 200_000 });
  await drop(page, { name: "mine.csv", text: sampleText() });
  await expect(page.locator(".self-note")).toContainText("no room left");
  await page.getByRole("link", { name: /^Open/ }).first().click();
  await expect(headline(page)).toBeVisible();
  await tools.send("Storage.overrideQuotaForOrigin", { origin });
  await page.goto("./#/");
  await drop(page, { name: "small.csv", text: small(1) });
  await expect(page.locator(".self-note")).toHaveCount(0);
  await keptFiles(page, 2);
  await page.reload();
  await expect(region(page, "mine.csv")).toBeVisible();
});

test("forget everything leaves nothing behind, and nothing comes back", async ({ page }) => {
  await page.goto("./");
  await landing(page);
  await page.getByRole("button", { name: /^Theme/ }).click();
  await drop(page, { name: "mine.csv", text: sampleText() });
  await expect(region(page, "mine.csv")).toBeVisible();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await keptFiles(page, 1);
  const before = await page.evaluate(left);
  expect(before.slice(0, 4).map((list) => list.length)).toEqual([1, 1, 1, 1]);
  await page.goto("./#/privacy");
  await page.getByRole("button", { name: "Forget everything" }).click();
  await expect(page.getByText("Done: files closed")).toBeVisible();
  expect(await page.evaluate(left)).toEqual([[], [], [], [], [], []]);
  await page.goto("./#/");
  await landing(page);
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
  await page.getByLabel("Currency", { exact: true }).selectOption("EUR");
  // A whole analysis later nothing has been kept.
  await scoreDropped(page, { name: "other.csv", text: sampleText() });
  expect(await page.evaluate(left)).toEqual([[], [], [], [], [], []]);
});
