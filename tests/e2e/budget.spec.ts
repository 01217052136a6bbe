// Planning a budget from the sample: sliders, a lock, limits in conflict, undo, scenarios, export, a shared plan, both themes.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { cli, copyLink, drop, headline, open, openShareDialog, planCsv, records, shot } from "./app";
import { violations } from "./axe";

const sample = fileURLToPath(new URL("../../build/sample/budget_campaigns.csv", import.meta.url));
const asSample = ["method=diminishing", "rates=shrunk", "min_change=-0.3", "max_change=0.3"].flatMap((one) => [
  "--set",
  one,
]);

const planner = (page: Page) => page.getByRole("region", { name: "Plan", exact: true });
const sums = (page: Page) => page.locator(".plan-sums");
const row = (page: Page, campaign: string) => planner(page).getByRole("listitem").filter({ hasText: campaign });
const slider = (page: Page, campaign: string) =>
  page.getByRole("slider", { name: `Budget of ${campaign}`, exact: true });
const amount = (page: Page, campaign: string) => page.getByLabel(`Amount for ${campaign}`, { exact: true });

async function openStory(page: Page): Promise<void> {
  await open(page);
  await page.getByRole("link", { name: /How should the budget be split/ }).click();
  await expect(headline(page)).toContainText("should bring");
}

/** The full result, with its interval, is back. */
async function settled(page: Page): Promise<void> {
  await expect(sums(page)).not.toContainText("when you let go");
  await expect(page.getByText("Updating")).toHaveCount(0);
}

/** Drags a slider to a part of its length, in small steps as a hand does. */
async function dragTo(page: Page, campaign: string, part: number): Promise<void> {
  const box = await slider(page, campaign).boundingBox();
  if (!box) throw new Error(`no slider for ${campaign}`);
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  for (let k = 1; k <= 6; k++) await page.mouse.move(box.x + box.width * (0.5 + ((part - 0.5) * k) / 6), y);
  await expect(sums(page)).toContainText("when you let go");
  await page.mouse.up();
}

async function campaignsBySpend(page: Page, count: number): Promise<string[]> {
  const names = await planner(page).locator(".plan-name > .link").allTextContents();
  return names.slice(0, count);
}

test("the sample is one click away and plans as the command line does", async ({ page }) => {
  await openStory(page);
  const { scalars } = JSON.parse(cli("run", "budget/reallocate", sample, ...asSample)).result;
  await expect(headline(page)).toContainText(`between ${scalars.winners + scalars.losers} campaigns`);
  await expect(headline(page)).toContainText(`${(100 * scalars.shrunk_lift_share).toFixed(1)}% more conversions`);
  await page.getByRole("tab", { name: /^Campaigns/ }).click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).first().click();
  const ours = records(readFileSync(await (await waiting).path(), "utf8"));
  const theirs = records(cli("run", "budget/reallocate", sample, ...asSample, "--table", "campaigns"));
  expect(ours.length).toBe(scalars.campaigns);
  for (const [k, line] of theirs.entries()) {
    const [mine, value] = [ours[k]?.optimized_budget, line.optimized_budget];
    expect(Math.abs(Number(mine) - Number(value))).toBeLessThanOrEqual(1e-9 * Math.abs(Number(value)));
  }
});

test("sliders, a lock, a bound that cannot hold, undo, two scenarios side by side, export", async ({ page }) => {
  await openStory(page);
  const [first = "", second = "", third = "", fourth = ""] = await campaignsBySpend(page, 4);
  await dragTo(page, first, 0.3);
  await settled(page);
  await dragTo(page, second, 0.7);
  await settled(page);
  await dragTo(page, third, 0.2);
  await settled(page);
  for (const one of [first, second, third]) {
    await expect(row(page, one).getByRole("button", { name: /Let the plan choose/ })).toBeVisible();
  }
  await page.getByRole("button", { name: `Lock ${fourth} at today's spend` }).click();
  await expect(row(page, fourth).getByText("By hand")).toBeVisible();
  await page.getByLabel("Name of the new scenario").fill("Three by hand");
  await page.getByRole("button", { name: "Save as scenario" }).click();

  // All other campaigns may lose 30% at most, so there is no money for this.
  const before = await amount(page, first).inputValue();
  await amount(page, first).fill("39,000");
  await amount(page, first).press("Enter");
  const conflict = planner(page).locator(".plan-conflict");
  await expect(conflict).toContainText("No plan keeps these limits together");
  await expect(conflict.getByRole("button", { name: /^Raise the total budget to \$/ })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await conflict.getByRole("button", { name: "Undo" }).click();
  await expect(conflict).toHaveCount(0);
  await expect(amount(page, first)).toHaveValue(before);

  await page.getByRole("button", { name: "Clear edits" }).click();
  await expect(page.getByRole("button", { name: /Let the plan choose/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo the last edit" }).click();
  await expect(page.getByRole("button", { name: /Let the plan choose/ })).toHaveCount(3);
  await page.getByRole("button", { name: "Redo the edit" }).click();
  await settled(page);
  await page.getByRole("button", { name: "Save as scenario" }).click();

  const scenarios = page.getByRole("region", { name: "Scenarios" });
  await expect(scenarios.getByRole("row")).toHaveCount(3);
  await expect(scenarios.getByText("Working it out")).toHaveCount(0);
  await expect(scenarios.getByRole("heading", { name: /promises most/ })).toBeVisible();
  await scenarios.getByRole("button", { name: "Mark Three by hand as the plan" }).click();
  await expect(scenarios.getByText("The plan", { exact: true })).toBeVisible();
  await scenarios.getByRole("button", { name: "Compare by campaign" }).click();
  await expect(scenarios.getByRole("grid").getByText("Three by hand")).toBeVisible();
  const waiting = page.waitForEvent("download");
  await scenarios.getByRole("button", { name: "CSV" }).click();
  const csv = records(readFileSync(await (await waiting).path(), "utf8"));
  expect(Number(csv.find((line) => line.Campaign === fourth)?.["Three by hand"])).toBeCloseTo(
    Number(csv.find((line) => line.Campaign === fourth)?.Today),
    6,
  );
  await shot(page, "budget-scenarios", true);

  await page.reload();
  await page.goto("./#/budget/reallocate?data=sample");
  await expect(page.getByRole("button", { name: "Open Three by hand" })).toBeVisible();
  await page.getByRole("button", { name: "Open Three by hand" }).click();
  await expect(page.getByRole("button", { name: /Let the plan choose/ })).toHaveCount(3);
});

test("groups and the total slide too, and a conflict is lifted in one click", async ({ page }) => {
  await openStory(page);
  const money = (text: string | null) => Number((text ?? "").replace(/[^\d.]/g, ""));
  await page.getByRole("button", { name: "Groups", exact: true }).click();
  await dragTo(page, "TikTok", 0.4);
  await settled(page);
  await expect(row(page, "TikTok").getByRole("button", { name: /Let the plan choose/ })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.getByRole("button", { name: "Lock Meta at today's spend" }).click();
  await expect(row(page, "Meta").locator(".plan-change")).toHaveText("\u2013");
  await page.getByRole("button", { name: "Campaigns", exact: true }).click();

  await amount(page, "GA | US | Performance Max").fill("39,000");
  await amount(page, "GA | US | Performance Max").press("Enter");
  const way = page.locator(".plan-conflict").getByRole("button", { name: /^Raise the total budget to \$/ });
  const wanted = money((await way.textContent())?.split("$")[1] ?? "");
  await way.click();
  await expect(page.locator(".plan-conflict")).toHaveCount(0);
  await expect(headline(page)).toContainText("more, split over 53 campaigns this way");
  expect(Math.abs(money(await sums(page).locator("strong").first().textContent()) - wanted)).toBeLessThanOrEqual(1);
});

test("upload files hold daily budgets under the platforms' ids", async ({ page }) => {
  await openStory(page);
  await page.getByRole("button", { name: "Take it away" }).click();
  await page.getByRole("menuitem", { name: /Budgets for an ad platform/ }).click();
  const dialog = page.getByRole("dialog", { name: "Budgets for an ad platform" });
  const plan = records(cli("run", "budget/reallocate", sample, ...asSample, "--table", "campaigns"));
  const save = async () => {
    const waiting = page.waitForEvent("download");
    await dialog.getByRole("button", { name: /^Save / }).click();
    return readFileSync(await (await waiting).path(), "utf8");
  };
  const google = records(await save());
  expect(Object.keys(google[0] ?? {})).toEqual(["Campaign", "Campaign daily budget", "Campaign status"]);
  for (const line of google) {
    const planned = plan.find((one) => one.campaign === line.Campaign);
    expect(planned?.group).toBe("Google Ads");
    expect(line["Campaign daily budget"]).toBe((Number(planned?.optimized_budget) / 7).toFixed(2));
  }
  await dialog
    .getByLabel(/Microsoft Advertising/)
    .first()
    .check();
  const microsoft = (await save()).split("\r\n");
  expect(microsoft[0]).toBe("Type,Status,Id,Parent Id,Campaign,Budget,Budget Type,Name");
  expect(microsoft[1]).toBe("Format Version,,,,,,,6.0");
  expect(microsoft[2]).toMatch(/^Campaign,,3900\d+,,MS \| [^,]+,\d+\.\d\d,DailyBudgetStandard,$/);
});

test("a campaign's budget is explained", async ({ page }) => {
  await openStory(page);
  const [first = ""] = await campaignsBySpend(page, 1);
  await planner(page).getByRole("button", { name: first, exact: true }).click();
  const panel = page.getByRole("dialog", { name: first });
  for (const title of ["The new budget", "What more money would bring", "What limits it", "How sure that is"]) {
    await expect(panel.getByRole("heading", { name: title })).toBeVisible();
  }
  await expect(panel.getByText("Change from today")).toBeVisible();
});

test("a plan without limits says so, and one click gives it some", async ({ page }) => {
  await open(page);
  const lines = Array.from({ length: 8 }, (_, k) => `c${k},${100 + 10 * k},400,${20 + 3 * k}`);
  await drop(page, { name: "plan.csv", text: `campaign,cost,clicks,conversions\n${lines.join("\n")}\n` });
  await page.getByRole("link", { name: /^Open Move the budget/ }).click();
  await expect(page.getByLabel("Change per campaign")).toHaveValue("0.3");
  await expect(headline(page)).not.toContainText("set some before you trust it");
  await page.getByLabel("Method").selectOption("linear");
  await page.getByLabel("Change per campaign").selectOption("No limit");
  await expect(headline(page)).toContainText("set some before you trust it");
  await page.getByRole("button", { name: /Change no campaign by more than 20%/ }).click();
  await expect(headline(page)).not.toContainText("set some before you trust it");
  await expect(page.getByLabel("Change per campaign")).toHaveValue("0.2");
});

for (const [campaigns, most] of [
  [200, 4000],
  [1000, 16_000],
] as const) {
  test(`a plan of ${campaigns} campaigns fits a link of ${most} characters, and its sliders work for the reader`, async ({
    page,
    context,
    browser,
  }) => {
    await open(page);
    await drop(page, { name: "plan.csv", text: planCsv(campaigns) });
    await page.getByRole("link", { name: /^Open Move the budget/ }).click();
    await page.getByLabel("Change per campaign").selectOption("0.2");
    await settled(page);
    const said = (await headline(page).textContent()) ?? "";
    await openShareDialog(page);
    const link = await copyLink(page, context);
    console.log(`a link of ${campaigns} campaigns has ${link.length} characters`);
    expect(link.length).toBeLessThanOrEqual(most);
    const fresh = await browser.newContext({ locale: "en-US" });
    const reader = await fresh.newPage();
    await reader.goto(link);
    await expect(headline(reader)).toHaveText(said);
    const [first = ""] = await campaignsBySpend(reader, 1);
    await dragTo(reader, first, 0.45);
    await settled(reader);
    await expect(headline(reader)).not.toHaveText(said);
    expect(reader.url()).toBe(link);
    await fresh.close();
  });
}

for (const [theme, width] of [
  ["light", 1440],
  ["dark", 1440],
  ["light", 390],
  ["dark", 390],
] as const) {
  test(`it is drawn whole, ${theme}, ${width} wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto("./#/budget/reallocate?data=sample");
    await expect(headline(page)).toContainText("should bring");
    await expect(page.locator("main canvas").first()).toBeAttached();
    await page.getByRole("button", { name: "Save as scenario" }).click();
    await page.getByLabel("Change per campaign").selectOption("0.1");
    await settled(page);
    await page.getByRole("button", { name: "Save as scenario" }).click();
    await expect(page.getByText("Working it out")).toHaveCount(0);
    await page.waitForTimeout(300);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    await shot(page, `budget-${theme}-${width}`, true);
    const [first = ""] = await campaignsBySpend(page, 1);
    await amount(page, first).fill("39,000");
    await amount(page, first).press("Enter");
    await expect(page.locator(".plan-conflict")).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
