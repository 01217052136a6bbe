// Every kind of error as a person meets it: what happened, where, and what to do.
import { expect, type Page, test } from "@playwright/test";
import { drop, headline, open, openSample } from "./app";

const head = "week_start,channel,adset_id,spend,clicks,ihc,pltv";
const row = "2024-06-03,Meta,a1,500,400,12,90";

async function scoreOf(page: Page, ...lines: string[]) {
  await open(page);
  await drop(page, { name: "weeks.csv", text: [head, ...lines, ""].join("\n") });
  await page.goto("./#/scoring/adsets");
  return page.getByRole("alert");
}

async function setParameter(page: Page, label: RegExp, value: string) {
  await page.keyboard.press("p");
  const field = page.getByRole("dialog", { name: "Parameters" }).getByLabel(label).first();
  await field.fill(value);
  await field.press("Tab");
}

test("a file that cannot be read", async ({ page }) => {
  await open(page);
  await drop(page, { name: "page.csv", text: "<!doctype html><html><body>Sign in</body></html>" });
  await expect(page.getByRole("alert")).toContainText("This file cannot be read");
  await expect(page.getByRole("alert")).toContainText("page.csv");
});

test("a column that cannot be used", async ({ page }) => {
  const box = await scoreOf(page, row, "2024-06-10,Meta,a1,lots,410,11,95");
  await expect(box).toContainText("A column cannot be used");
  await expect(box).toContainText("lots");
});

test("not enough data", async ({ page }) => {
  const box = await scoreOf(page, ",Meta,,500,400,12,90", ",Meta,,510,410,11,95");
  await expect(box).toContainText("Not enough data yet");
  await expect(box.locator("p.strong")).not.toBeEmpty();
});

test("a setting that is not valid", async ({ page }) => {
  await openSample(page);
  const before = await headline(page).textContent();
  await setParameter(page, /shortest|fewest weeks|min/i, "8");
  await setParameter(page, /longest|most weeks|max/i, "3");
  const box = page.getByRole("alert").filter({ hasText: "A setting is not valid" });
  await expect(box).toBeVisible();
  await box.getByRole("button", { name: /Undo/ }).click();
  await expect(headline(page)).toBeVisible();
  expect(before).not.toBe("");
});
