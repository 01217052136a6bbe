// Scenarios go along: in a link and in a project file, to be compared by whoever opens it, and kept over a reload.
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import {
  copyLink,
  drop,
  dropBytes,
  headline,
  keptWork,
  open,
  openShareDialog,
  planCsv,
  shareDialog,
  sharedBanner,
} from "./app";

const scenarios = (page: Page) => page.getByRole("region", { name: "Scenarios" });
const named = (page: Page, name: string) => page.getByRole("textbox", { name: `Name of ${name}`, exact: true });
const amounts = (page: Page) => page.locator("li.plan-row .plan-amount input");

async function save(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name of the new scenario").fill(name);
  await page.getByRole("button", { name: "Save as scenario" }).click();
  await expect(named(page, name)).toBeVisible();
}

/** A plan of 200 campaigns with two scenarios, one of them with two campaigns by hand and marked as the plan. */
async function plan(page: Page): Promise<void> {
  await open(page);
  await drop(page, { name: "plan.csv", text: planCsv(200) });
  await page.getByRole("link", { name: /^Open Move the budget/ }).click();
  await page.getByLabel("Change per campaign").selectOption("0.2");
  await save(page, "As computed");
  for (const [k, amount] of [900, 850].entries()) {
    await amounts(page).nth(k).fill(String(amount));
    await amounts(page).nth(k).press("Enter");
    await expect(page.getByRole("button", { name: /Let the plan choose/ })).toHaveCount(k + 1);
  }
  await save(page, "Two by hand");
  await page.getByRole("button", { name: "Mark Two by hand as the plan" }).click();
  await worked(page);
}

const worked = async (page: Page) => {
  await expect(scenarios(page).getByText("Working it out")).toHaveCount(0);
  await expect(page.getByText("Updating")).toHaveCount(0);
};

/** The rows of the comparison as they are drawn. */
async function compared(page: Page): Promise<string[]> {
  await expect(scenarios(page).getByRole("heading", { name: /promises most/ })).toBeVisible();
  await worked(page);
  return scenarios(page).locator(".scenario-table tbody td.number").allInnerTexts();
}

test("a link carries the scenarios, short, and whoever opens it compares them", async ({ page, context, browser }) => {
  await plan(page);
  const before = await compared(page);
  await openShareDialog(page);
  await expect(shareDialog(page).getByRole("checkbox", { name: /^Scenarios \(2\)/ })).toBeChecked();
  const length = async () =>
    Number((await shareDialog(page).getByRole("status").first().innerText()).replace(/\D.*$|,/gs, ""));
  const long = await shareDialog(page).getByRole("status").first().locator("strong").innerText();
  const link = await copyLink(page, context);
  expect(long).toBe(`${link.length.toLocaleString("en-US")} characters.`);
  expect(link.length).toBeLessThanOrEqual(4000);
  await shareDialog(page)
    .getByRole("checkbox", { name: /^Scenarios/ })
    .uncheck();
  expect(await length()).toBeLessThan(link.length);
  const without = await copyLink(page, context);

  const fresh = await browser.newContext({ locale: "en-US" });
  const reader = await fresh.newPage();
  await reader.goto(link);
  await expect(sharedBanner(reader)).toBeVisible();
  expect(await compared(reader)).toEqual(before);
  await expect(scenarios(reader).getByText("The plan", { exact: true })).toBeVisible();
  await reader.getByRole("button", { name: "Open As computed" }).click();
  await expect(reader.getByRole("button", { name: /Let the plan choose/ })).toHaveCount(0);
  // It is the sender's: the reader's own browser keeps none of it.
  await reader.getByRole("link", { name: "Use your own data" }).click();
  await expect(reader.getByText("Drop your ad exports")).toBeVisible();
  await reader.goto("about:blank");
  await reader.goto("./#/budget/reallocate?data=sample");
  await expect(headline(reader)).toContainText("should bring");
  await expect(named(reader, "Two by hand")).toHaveCount(0);
  await reader.goto("about:blank");
  await reader.goto(without);
  await expect(scenarios(reader).getByText(/^Those of this report/)).toBeVisible();
  await expect(named(reader, "Two by hand")).toHaveCount(0);
  await fresh.close();
});

test("a project file carries them too, and what its reader makes of it is there after a reload", async ({
  page,
  browser,
}) => {
  await plan(page);
  await openShareDialog(page);
  const waiting = page.waitForEvent("download");
  await shareDialog(page).getByRole("button", { name: "Save project file" }).click();
  const saved = readFileSync(await (await waiting).path());
  const fresh = await browser.newContext({ locale: "en-US" });
  const reader = await fresh.newPage();
  await reader.goto("./");
  await expect(reader.getByText("Drop your ad exports")).toBeVisible();
  await dropBytes(reader, saved, "plan.outlay");
  await expect(named(reader, "Two by hand")).toBeVisible();
  await amounts(reader).nth(2).fill("700");
  await amounts(reader).nth(2).press("Enter");
  await expect(reader.getByRole("button", { name: /Let the plan choose/ })).toHaveCount(3);
  await save(reader, "Mine");
  await reader.getByRole("button", { name: "Delete As computed" }).click();
  await worked(reader);
  const before = await compared(reader);
  await expect
    .poll(async () => (await keptWork(reader))?.reading?.scenarios.map(({ name }) => name))
    .toEqual(["Two by hand", "Mine"]);
  await reader.reload();
  expect(await compared(reader)).toEqual(before);
  await expect(reader.getByRole("button", { name: /Let the plan choose/ })).toHaveCount(3);
  await expect(named(reader, "Mine")).toBeVisible();
  await expect(named(reader, "As computed")).toHaveCount(0);
  await fresh.close();
});
