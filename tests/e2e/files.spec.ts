// Files as they really come: bad ones are refused with place and remedy, big ones can be stopped, nothing is lost.
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { drop, headline, here, keptFiles, open, openSample, records, sampleText, scoreDropped } from "./app";

const head = "week_start,channel,adset_id,spend,clicks,ihc,pltv";

const bad = [
  { name: "empty.csv", text: "", says: /empty/i },
  { name: "header_only.csv", text: `${head}\n`, says: /row|header/i },
  { name: "page.csv", text: "<!doctype html><html><body>Sign in</body></html>", says: /html|web page/i },
];

async function refusalOf(page: Page, name: string) {
  const box = page.getByRole("alert").filter({ hasText: name });
  await expect(box).toBeVisible();
  return box;
}

for (const { name, text, says } of bad) {
  test(`${name} is refused in words, and what was there stays`, async ({ page }) => {
    await openSample(page);
    const before = await headline(page).textContent();
    await drop(page, { name, text });
    const box = await refusalOf(page, name);
    await expect(headline(page)).toHaveText(before ?? "");
    await page.goto("./#/");
    await expect(box).toContainText(says);
    await expect(box.locator("p.strong")).not.toBeEmpty();
    await box.getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
}

test("a missing column is named, and choosing another one mends it", async ({ page }) => {
  await open(page);
  const lines = ["2024-06-03,Meta,a1,500,400,12,90", "2024-06-10,Meta,a1,520,410,11,95"];
  await drop(page, { name: "kosten.csv", text: [head.replace("spend", "zzz"), ...lines].join("\n") });
  const card = page.getByRole("region", { name: "kosten.csv" });
  await expect(card.getByText(/Choose a column for Spend/i)).toBeVisible();
  await expect(page.getByText(/Needs.*Spend/i).first()).toBeVisible();
  await card
    .getByLabel(/Column for Spend/i)
    .first()
    .selectOption("zzz");
  await expect(card.getByText("chosen by you")).toBeVisible();
  await page.getByRole("link", { name: /^Open/ }).first().click();
  await expect(headline(page)).toBeVisible();
});

test("a mapping is remembered for the header it was made for", async ({ page }) => {
  await open(page);
  const text = [head.replace("spend", "zzz"), "2024-06-03,Meta,a1,500,400,12,90"].join("\n");
  await drop(page, { name: "one.csv", text });
  await page
    .getByLabel(/Column for Spend/i)
    .first()
    .selectOption("zzz");
  await page.reload();
  await drop(page, { name: "two.csv", text });
  await expect(page.getByLabel(/Column for Spend/i).first()).toHaveValue("zzz");
});

test("a text in a number column is shown with its line, and the analysis says what to do", async ({ page }) => {
  await openSample(page);
  const before = await headline(page).textContent();
  await page.goto("./#/");
  const rows = ["2024-06-03,Meta,a1,500,400,12,90", "2024-06-10,Meta,a1,lots,410,11,95"];
  await page.getByRole("button", { name: /^Remove/ }).click();
  await drop(page, { name: "text.csv", text: [head, ...rows].join("\n") });
  await expect(page.getByRole("region", { name: "text.csv" })).toContainText(/Spend.*line 3.*lots/i);
  await page.goto("./#/scoring/adsets");
  await expect(page.getByRole("alert")).toContainText(/line.*3.*spend.*lots/is);
  await page.goto("./#/");
  await drop(page, { name: "good.csv", text: sampleText() });
  await page
    .getByRole("button", { name: /^Remove/ })
    .first()
    .click();
  await page.goto("./#/scoring/adsets");
  await expect(headline(page)).toHaveText(before ?? "");
});

/** Many adset weeks on disk, as a real export would be. */
function bigFile(folder: string, megabytes: number): string {
  const block = Array.from({ length: 20_000 }, (_, k) => {
    const day = new Date(Date.UTC(2024, 0, 1 + 7 * (k % 16))).toISOString().slice(0, 10);
    const names = `Meta,c${k % 50},Campaign ${k % 50},a${k % 1250},Adset ${k % 1250}`;
    return `${day},${names},${k % 977}.25,${k % 611},${k % 13}.5,80.5\n`;
  }).join("");
  mkdirSync(folder, { recursive: true });
  const path = `${folder}/big.csv`;
  const file = openSync(path, "w");
  writeSync(file, "week_start,channel,campaign_id,campaign_name,adset_id,adset_name,spend,clicks,ihc,pltv\n");
  for (let size = 0; size < megabytes * 1e6; size += block.length) writeSync(file, block);
  closeSync(file);
  return path;
}

test("a big file shows how far it is, can be stopped, and the page works on", async ({ page }, info) => {
  await openSample(page);
  const before = await headline(page).textContent();
  await page.goto("./#/");
  const big = bigFile(info.outputPath("."), 500);
  await page.locator('input[type="file"]').first().setInputFiles(big);
  const card = page.getByRole("region", { name: "Reading big.csv" });
  await expect(card).toContainText(/MB\/s|GB\/s/);
  await card.getByRole("button", { name: "Stop" }).click();
  await expect(card).toHaveCount(0);
  await expect(page.getByRole("region", { name: "big.csv", exact: true })).toHaveCount(0);
  await page.goto("./#/scoring/adsets");
  await expect(headline(page)).toHaveText(before ?? "");
  await page.keyboard.press("p");
  const field = page.getByRole("dialog", { name: "Parameters" }).getByLabel(/dead zone/i);
  await field.fill("0.3");
  await field.press("Tab");
  await expect(page.getByRole("region", { name: "What changed" })).toBeVisible();
  rmSync(big);
});

test("several files at once, by the picker", async ({ page }) => {
  await open(page);
  const orders = "week_start,channel,orders\n2026-10-19,Meta,100\n";
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([
      { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(sampleText()) },
      { name: "orders.csv", mimeType: "text/csv", buffer: Buffer.from(orders) },
    ]);
  await expect(page.getByRole("region", { name: "a.csv" })).toBeVisible();
  await expect(page.getByRole("region", { name: "orders.csv" })).toBeVisible();
});

test("quoted, shuffled and renamed columns give the same answer", async ({ page }) => {
  await openSample(page);
  const before = await headline(page).textContent();
  const [first = "", ...lines] = sampleText().trimEnd().split("\n");
  const shuffled = [first.replace("Spend", '" SPEND "'), ...lines.reverse()].join("\r\n");
  await page.goto("./#/");
  await page.getByRole("button", { name: /^Remove/ }).click();
  await scoreDropped(page, { name: "shuffled.csv", text: shuffled });
  await expect(headline(page)).toHaveText(before ?? "");
});

test("a sample that cannot be fetched is told of, and the page goes on", async ({ page }) => {
  // Before the page has everything: the script of the sample never arrives.
  await page.route(/adset-weeks-.*\.js$/, (route) => route.abort());
  await open(page);
  await page.getByText("Try with sample data").first().click();
  await expect(page.getByRole("alert")).toContainText("The sample data did not load");
  await drop(page, { name: "adset_weeks.csv", text: sampleText() });
  await expect(headline(page)).toBeVisible();
});

/** The sample's first rows with the columns that everybody has: a sample beside them would serve other inputs. */
function fewer(rows: number): string {
  const wanted = ["Week", "Channel", "Ad set ID", "Ad set", "Spend", "Clicks", "Attributed orders (IHC)", "pLTV"];
  const lines = records(sampleText())
    .slice(0, rows)
    .map((row) => wanted.map((name) => `"${row[name] ?? ""}"`).join(","));
  return [wanted.join(","), ...lines].join("\n");
}

test("with a part of what an analysis needs, its sample is shown alone and not with that part", async ({ page }) => {
  await page.goto("./#/impact/decisions?data=sample");
  const alone = await headline(page).textContent();
  const lines = readFileSync(here("build/sample/impact_performance.csv"), "utf8").trimEnd().split("\n");
  await drop(page, { name: "mine.csv", text: lines.slice(0, lines.length / 2).join("\n") });
  await expect(headline(page)).toHaveCount(0);
  await page.getByRole("link", { name: "Try with sample data" }).click();
  await expect(headline(page)).toHaveText(alone ?? "");
  await expect(page.locator(".topbar-data")).not.toContainText("mine");
});

test("one's own file takes the place of the sample, also after a reload", async ({ page }) => {
  await openSample(page);
  const before = (await headline(page).textContent()) ?? "";
  await drop(page, { name: "mine.csv", text: fewer(3000) });
  await expect(page.locator(".topbar-data")).toHaveText("mine");
  await expect(headline(page)).not.toContainText(before.split(":")[0] ?? "");
  const mine = await headline(page).textContent();
  await expect(page).not.toHaveURL(/data=sample/);
  await page.goto("./#/");
  await expect(page.getByRole("region", { name: "adset_weeks_sample.csv" })).toHaveCount(0);
  await keptFiles(page, 1);
  await page.reload();
  await page.goto("./#/scoring/adsets");
  await expect(headline(page)).toHaveText(mine ?? "");
  // As by the browser's way back: it is there beside one's own, and adds nothing to it.
  await page.goto("./#/scoring/adsets?data=sample");
  await page.goto("./#/");
  await expect(page.getByRole("region", { name: "adset_weeks_sample.csv" })).toContainText("rows");
  await page.goto("./#/scoring/adsets");
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(headline(page)).toHaveText(mine ?? "");
});
