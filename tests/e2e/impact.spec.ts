// Measuring decisions from the sample to the last chart, with the numbers of the command line, in both themes.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { cli, drop, headline, open, records, shot } from "./app";

const sample = (name: string) => fileURLToPath(new URL(`../../build/sample/${name}`, import.meta.url));
const performance = sample("impact_performance.csv");
const actions = sample("impact_actions.csv");
const fromCli = (analysis: string, ...inputs: string[]) => JSON.parse(cli("run", analysis, ...inputs)).result;

const grid = (page: Page) => page.getByRole("grid").first();

async function openStory(page: Page): Promise<void> {
  await open(page);
  await page.getByRole("link", { name: /Did our decisions make money/ }).click();
  await expect(headline(page)).toContainText(/look-alikes|decision formula/);
}

test("the sample is one click away and reads as the command line does", async ({ page }) => {
  await openStory(page);
  const { scalars } = fromCli("impact/decisions", `performance=${performance}`, `actions=${actions}`);
  await expect(page.getByText(`${scalars.excluded} of ${scalars.actions} actions excluded`)).toBeVisible();
  await expect(grid(page).getByRole("row").nth(5)).toBeVisible();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).first().click();
  const ours = records(readFileSync(await (await waiting).path(), "utf8"));
  const theirs = records(
    cli("run", "impact/decisions", `performance=${performance}`, `actions=${actions}`, "--table", "actions"),
  );
  expect(ours.length).toBe(scalars.actions);
  for (const [k, row] of theirs.entries()) {
    for (const [name, value] of Object.entries(row)) {
      const mine = ours[k]?.[name];
      const near = Math.abs(Number(mine) - Number(value)) <= 1e-9 * Math.abs(Number(value));
      expect(mine === value || near, `row ${k + 1}, ${name}: ${mine}, not ${value}`).toBe(true);
    }
  }
});

test("the headline says which figure to trust, and its findings lead to their rows", async ({ page }) => {
  await openStory(page);
  await expect(page.getByRole("button", { name: /Trust the comparison/ })).toBeVisible();
  await page.getByRole("button", { name: /actions excluded/ }).click();
  await expect(page.getByRole("status").filter({ hasText: / of / })).toBeVisible();
  await page.locator(".matrix-cell").filter({ hasText: "Market Drag" }).click();
  await expect(grid(page).getByRole("row").nth(1)).toContainText("Market Drag");
});

interface Told {
  title: string;
  steps: { id: string; numbers: { name: string; value: number | null }[]; table: { rows: unknown[] } | null }[];
}

/** The place of the first action of this finding in the log. */
function rowOf(finding: string): string {
  const csv = cli("run", "impact/decisions", `performance=${performance}`, `actions=${actions}`, "--table", "actions");
  return records(csv).find((row) => row.finding === finding)?.row ?? "";
}

test("a row says how its figure came about, with the command line's numbers", async ({ page }) => {
  await openStory(page);
  const row = rowOf("within_chance");
  const asked = ["impact/decisions", `performance=${performance}`, `actions=${actions}`, "--row", `row=${row}`];
  const told: Told = JSON.parse(cli("explain", ...asked));
  // In file order, so that the place in the grid is the row of the log.
  await grid(page).getByRole("row").nth(Number(row)).locator(".opens").click();
  const panel = page.locator(".panel");
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText(told.title);
  for (const { id } of told.steps) await expect(panel.locator(`#step-${id}`)).toBeVisible();
  expect(told.steps.map(({ id }) => id)).toEqual(
    "rows carried_out formula guardrails look_alikes controlled placebo trust".split(" "),
  );
  const alikes = told.steps.find(({ id }) => id === "look_alikes")?.table?.rows.length ?? -1;
  await expect(panel.locator("#step-look_alikes tbody tr")).toHaveCount(alikes);
  await expect(panel.locator("#step-controlled .interval-range")).toBeVisible();
  const effect = told.steps.flatMap(({ numbers }) => numbers).find(({ name }) => name === "effect")?.value ?? 0;
  const shown = await panel.locator("#step-controlled .formula-sum b").first().innerText();
  expect(Math.abs(Number(shown.replace(/[^\d.-]/g, "")) - effect)).toBeLessThanOrEqual(0.5);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
});

test("an action without a comparison says why there is none", async ({ page }) => {
  await openStory(page);
  await page.goto("./#/impact/decisions?data=sample&finding=immature");
  await grid(page).getByRole("row").nth(1).locator(".opens").click();
  await expect(page.locator("#step-trust")).toContainText("wait until its days have passed");
  await expect(page.locator("#step-controlled")).toHaveCount(0);
});

test("another horizon gives another answer, and what changed is said", async ({ page }) => {
  await openStory(page);
  const before = (await headline(page).textContent()) ?? "";
  await page.keyboard.press("p");
  const field = page
    .getByRole("dialog", { name: "Parameters" })
    .getByLabel(/^Horizon, days/)
    .first();
  await field.fill("30");
  await field.press("Tab");
  await expect(page.getByRole("region", { name: "What changed" })).toBeVisible();
  await expect(headline(page)).not.toHaveText(before);
});

test("a log alone says what is missing; with performance it runs", async ({ page }) => {
  await open(page);
  await drop(page, { name: "log.csv", text: readFileSync(actions, "utf8") });
  await expect(page.getByText(/Needs/).first()).toBeVisible();
  await drop(page, { name: "performance.csv", text: readFileSync(performance, "utf8") });
  await page.getByRole("link", { name: "Open Measure" }).click();
  await expect(headline(page)).toContainText(/look-alikes|decision formula/);
});

test("efficiency and the bridge use the same performance data", async ({ page }) => {
  await openStory(page);
  await page.getByRole("link", { name: "Efficiency" }).first().click();
  await expect(headline(page)).toContainText(/of the spend|share/);
  const bridge = fromCli("impact/bridge", `performance=${performance}`).scalars;
  await page.getByRole("link", { name: "ROAS bridge" }).first().click();
  await expect(headline(page)).toContainText(`${Math.round(bridge.roas_later * 100) / 100}`);
  await expect(page.locator("main canvas").first()).toBeVisible();
});

for (const [theme, width] of [
  ["light", 1440],
  ["dark", 1440],
  ["light", 390],
  ["dark", 390],
] as const) {
  test(`it is drawn whole, ${theme}, ${width} wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 900 });
    for (const name of ["decisions", "efficiency", "bridge"]) {
      await page.goto(`./#/impact/${name}?data=sample`);
      await expect(headline(page)).toBeVisible();
      await expect(page.locator("main canvas").first()).toBeAttached();
      await page.waitForTimeout(300);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      await shot(page, `impact-${name}-${theme}-${width}`, true);
    }
  });
}
