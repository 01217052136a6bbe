// Tables of a shape that cannot be added up: what was made of them is said, and there is a way back that is remembered.
import { expect, type Page, test } from "@playwright/test";
import { drop, open } from "./app";

const card = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

const actions = [
  "ad_id,date,action_type,value",
  "1,2026-01-05,purchase,4",
  "1,2026-01-05,omni_purchase,5",
  "1,2026-01-05,link_click,90",
].join("\n");

test("conversion actions become columns; left as rows when asked, also for the next file", async ({ page }) => {
  await open(page);
  await drop(page, { name: "actions.csv", text: actions });
  const found = card(page, "actions.csv");
  await expect(found.locator(".table-facts").first()).toContainText("1 row");
  await expect(found.locator(".table-facts").first()).toContainText("3 conversion actions");
  await expect(found).toContainText("3 rows of single conversion actions were brought together");
  await expect(found).toContainText('Orders come from the action "omni_purchase"; purchase name the same events');
  await found.getByRole("button", { name: "Keep a row for each action" }).click();
  await expect(found).toContainText("sums over the rows count them more than once");
  await expect(found.locator(".table-facts").first()).toContainText("3 rows");
  await page.reload();
  await drop(page, { name: "next_actions.csv", text: actions });
  const next = card(page, "next_actions.csv");
  await expect(next).toContainText("sums over the rows count them more than once");
  await next.getByRole("button", { name: "Bring the actions together" }).click();
  await expect(next).toContainText("brought together");
});

const bulk = [
  "Product,Entity,Operation,Campaign ID,Campaign Name,Campaign Name (Informational only),Keyword Text,Clicks,Spend",
  "Sponsored Products,Campaign,,111111111111111,Spring,Spring,,50,25.5",
  "Sponsored Products,Keyword,,111111111111111,,Spring,red shoes,40,20",
  "Sponsored Products,Keyword,,111111111111111,,Spring,blue shoes,10,5.5",
].join("\n");

test("a sheet of several entities gives a table for each; all in one when asked, and back", async ({ page }) => {
  await open(page);
  await drop(page, { name: "bulk.csv", text: bulk });
  const found = card(page, "bulk.csv");
  await expect(found).toContainText("2 tables");
  await expect(found.getByRole("heading", { name: "Keyword" })).toBeVisible();
  await expect(found.getByRole("heading", { name: "Campaign" })).toBeVisible();
  await found
    .locator("details", { has: page.getByRole("heading", { name: "Keyword" }) })
    .first()
    .evaluate((fold) => {
      (fold as HTMLDetailsElement).open = true;
    });
  await expect(found).toContainText("These are the Keyword rows of a sheet with 2 kinds of rows");
  await found.getByRole("button", { name: "Keep all rows in one table" }).first().click();
  await expect(found).toContainText("each with the same figures: sums over the rows count them more than once");
  await expect(found.locator(".table-facts").first()).toContainText("3 rows");
  await found.getByRole("button", { name: "Make a table of each kind" }).click();
  await expect(found).toContainText("2 tables");
});

test("wide weekly media says so and is shown with a row for each channel when asked", async ({ page }) => {
  await open(page);
  const text = "DATE,revenue,tv_S,search_S\n2026-01-05,100,1,2\n2026-01-12,200,3,4\n";
  await drop(page, { name: "mmm.csv", text });
  const found = card(page, "mmm.csv");
  await expect(found.locator(".table-facts").first()).toContainText("wide weekly media, 2 channels");
  await expect(found).toContainText("a column for each channel and measure: tv, search");
  await found.getByRole("button", { name: "Read it with a row for each channel" }).click();
  await expect(found.locator(".table-facts").first()).toContainText("6 rows");
  await found.getByRole("button", { name: "Back to a column for each channel" }).click();
  await expect(found.locator(".table-facts").first()).toContainText("2 rows");
});
