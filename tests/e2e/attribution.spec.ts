// Attribution and sessions in the browser: the sample one click away, the command line's numbers, real sessions, access.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { cli, drop, headline, open, records, shot } from "./app";
import { violations } from "./axe";

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const sessionsPath = here("build/sample/sessions.csv");
const spendPath = here("build/sample/channel_spend.csv");
const reference = process.env.OUTLAY_REFERENCE_DATA ?? here("../shared/data");
const realPath = `${reference}/real/do_sessions_utm_5k.csv`;

async function openSampleOf(page: Page, analysis: string): Promise<void> {
  await open(page);
  await page.locator(`a.story[href*="${analysis}"]`).click();
  await expect(headline(page)).toBeVisible();
}

async function csvOf(page: Page): Promise<Record<string, string>[]> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).first().click();
  return records(readFileSync(await (await waiting).path(), "utf8"));
}

test("the sample is one click away and has the command line's numbers", async ({ page }) => {
  await openSampleOf(page, "attribution/paths");
  await expect(headline(page)).toContainText("the Markov chain");
  await expect(page.locator(".grade")).toContainText("Attributed");
  const theirs = records(
    cli("run", "attribution/paths", `touches=${sessionsPath}`, `spend=${spendPath}`, "--table", "channels"),
  );
  const ours = await csvOf(page);
  expect(ours.length).toBe(theirs.length);
  const wrong = theirs.flatMap((row, k) =>
    Object.entries(row).filter(([name, value]) => {
      const [a, b] = [Number(ours[k]?.[name]), Number(value)];
      return ours[k]?.[name] !== value && !(Math.abs(a - b) <= 1e-9 * Math.abs(b));
    }),
  );
  expect(wrong).toEqual([]);
  expect(ours.some((row) => row.model === "markov" && row.channel === "Paid Social" && Number(row.cpa) > 0)).toBe(true);
});

test("another model is spoken of when asked, and the address keeps it", async ({ page }) => {
  await openSampleOf(page, "attribution/paths");
  const before = await headline(page).textContent();
  await page.getByLabel("Speak of").selectOption("linear");
  await expect(headline(page)).toContainText("by linear");
  expect(await headline(page).textContent()).not.toBe(before);
  await page.reload();
  await expect(headline(page)).toContainText("by linear");
});

test("charts are drawn, findings lead to what shows them", async ({ page }) => {
  await openSampleOf(page, "attribution/paths");
  await expect(page.locator("figure.chart canvas")).toHaveCount(6);
  await expect(page.locator("#agreement tbody tr")).toHaveCount(13);
  await expect(page.locator("#moves tbody tr")).toHaveCount(10);
  await page.getByRole("button", { name: /opened .* closed/ }).click();
  await expect(page.getByRole("tab", { name: /Assists/ })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("tab", { name: /Channel rules/ }).click();
  await expect(page.getByRole("grid").first()).toContainText("Paid Social");
});

const channelPanel = (page: Page) => page.locator(".panel");

test("a channel is explained: shares, paths, removal, money, in the command line's numbers", async ({ page }) => {
  await openSampleOf(page, "attribution/paths");
  await page.getByRole("grid").first().getByRole("row").filter({ hasText: "Paid Social" }).locator(".opens").click();
  await expect(channelPanel(page).getByRole("heading", { level: 2 })).toHaveText("Paid Social");
  for (const id of ["shares", "part", "paths", "removal", "last_touch", "trust"]) {
    await expect(page.locator(`#step-${id}`)).toBeVisible();
  }
  await expect(page.locator("#step-shares .interval-range")).toBeVisible();
  await expect(page.locator("#step-shares tbody tr")).toHaveCount(13);
  const asked = ["attribution/paths", `touches=${sessionsPath}`, `spend=${spendPath}`, "--row", "channel=Paid Social"];
  const told = JSON.parse(cli("explain", ...asked)) as {
    steps: { id: string; numbers: { name: string; value: number }[] }[];
  };
  const money = told.steps.find(({ id }) => id === "last_touch")?.numbers.find(({ name }) => name === "difference");
  const shown = await page.locator("#step-last_touch .formula-sum b").first().innerText();
  expect(Math.abs(Number(shown.replace(/[^\d.-]/g, "")) - (money?.value ?? 0))).toBeLessThanOrEqual(0.5);
});

const creditsBar = (page: Page) => page.getByRole("region", { name: "Credits as conversions" });

test("credits become the conversions of Score and Reallocate, and Undo takes them back", async ({ page }) => {
  await openSampleOf(page, "attribution/paths");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await creditsBar(page)
    .getByRole("button", { name: /Use these credits in Score and Reallocate/ })
    .click();
  await expect(creditsBar(page)).toContainText("credits of the Markov chain as conversions");
  await creditsBar(page).getByRole("link", { name: "Open Score" }).click();
  await expect(page.locator(".grade")).toContainText("Attributed");
  await expect(page.getByText(/conversions are credits of the Markov chain from/)).toBeVisible();
  await expect(page.getByRole("grid").first()).toContainText("Paid Social");
  const scored = await csvOf(page);
  const rows = records(
    cli(
      "run",
      "attribution/paths",
      `touches=${sessionsPath}`,
      `spend=${spendPath}`,
      "--set",
      "models=markov",
      "--table",
      "credits",
    ),
  );
  const weeks = [...new Set(rows.map((row) => row.week_start))].sort().slice(-8);
  for (const row of scored) {
    const own = rows.filter(({ channel, week_start }) => channel === row.adset_id && weeks.includes(week_start));
    const credits = own.reduce((sum, { ihc }) => sum + Number(ihc), 0);
    expect(Number(row.redistributed_ihc_LB)).toBeLessThanOrEqual(credits + 1e-9);
    expect(Number(row.redistributed_ihc_LB)).toBeGreaterThan(0);
  }
  await page.goto("./#/budget/reallocate");
  await expect(page.getByText(/conversions are credits of the Markov chain from/).first()).toBeVisible();
  await page.goto("./#/data");
  await expect(page.getByText(/Made in this session: credits of the Markov chain/)).toBeVisible();
  await page.goto("./#/attribution/paths");
  await page.getByLabel("Speak of").selectOption("linear");
  await creditsBar(page)
    .getByRole("button", { name: /Use these/ })
    .click();
  await expect(creditsBar(page)).toContainText("credits of linear as conversions");
  await creditsBar(page).getByRole("button", { name: "Undo" }).click();
  await expect(creditsBar(page).getByRole("link", { name: "Open Score" })).toHaveCount(0);
  await page.goto("./#/scoring/adsets");
  await expect(page.locator(".grade")).toHaveCount(0);
  expect(requests.filter((url) => !url.startsWith("blob:"))).toEqual([]);
});

test("sessions of the sample: shapes by any kind, outliers and mismatches", async ({ page }) => {
  await openSampleOf(page, "attribution/sessions");
  await expect(page.locator(".grade")).toContainText("Observed");
  await page.getByLabel("Shapes by").selectOption("page");
  await expect(page.locator("figure.chart").first()).toContainText("by page");
  await page.getByRole("tab", { name: /Outliers/ }).click();
  await expect(page.getByRole("grid").first()).toContainText("long");
  await page.getByRole("tab", { name: /Referrer against source/ }).click();
  await expect(page.getByRole("grid").first()).toContainText("differs");
});

test("real sessions go through both pages", async ({ page }) => {
  test.skip(!existsSync(realPath), "no reference data");
  await open(page);
  await drop(page, { name: "do_sessions_utm_5k.csv", text: readFileSync(realPath, "utf8") });
  await page.getByRole("link", { name: "Open Attribute" }).click();
  await expect(page.locator(".key-figures")).toContainText("108");
  const rows = await csvOf(page);
  expect(new Set(rows.map((row) => row.model)).size).toBe(13);
  await page.getByRole("link", { name: "Sessions" }).first().click();
  await expect(headline(page)).toContainText("5,000 sessions");
  await expect(page.locator(".findings")).toContainText("clocks go forward");
  await shot(page, "sessions-real", true);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 390]) {
    test(`no violations in ${colorScheme} at ${width}`, async ({ browser, baseURL }) => {
      const viewport = { width, height: 900 };
      for (const analysis of ["attribution/paths", "attribution/sessions"]) {
        // Each in a browser of its own: a page that is opened again shows the last work.
        const page = await browser.newPage({ colorScheme, viewport, baseURL: baseURL ?? "", locale: "en-US" });
        await openSampleOf(page, analysis);
        expect(await violations(page)).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
        await shot(page, `${analysis.replace("/", "-")}-${colorScheme}-${width}`, true);
        await page.close();
      }
    });
  }
}
