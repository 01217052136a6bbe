// Each kind of bad input in a real browser: a defined answer in words, and what was there before stays.
import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { headline, open, openSample, sampleText, scoreDropped } from "./app";

const head = "week_start,adset_id,channel,spend,clicks,ihc,pltv";
const row = "2024-06-03,a1,Meta,500,400,12,90";
const input = (page: Page) => page.locator('input[type="file"]').first();
const card = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

async function give(page: Page, name: string, content: Uint8Array | string): Promise<void> {
  await input(page).setInputFiles([{ name, mimeType: "text/csv", buffer: Buffer.from(content) }]);
}

const expectTheSampleStays = (page: Page, before: string | null) => expectStays(page, "adset_weeks_sample.csv", before);

async function expectStays(page: Page, name: string, before: string | null): Promise<void> {
  await expect(card(page, name)).toBeVisible();
  await page.goto("./#/scoring/adsets");
  await expect(headline(page)).toHaveText(before ?? "");
}

const many = Array.from({ length: 10_001 }, (_, k) => `c${k}`).join(",");

const refused = [
  { name: "quote.csv", content: `${head}\n${row}\n"2024-06-10,a1`, says: /line 3.*never closed/i },
  { name: "nul.csv", content: `${head}\n2024-06-03\0\0,a1\n`, says: /binary|NUL|not text/i },
  { name: "wide.csv", content: `${many}\n${many}\n`, says: /10,000 columns/ },
  { name: "ragged.csv", content: `${head}\n1,2\n3,4\n`, says: /line 2.*2 fields where the header has 7/ },
];

for (const { name, content, says } of refused) {
  test(`${name} is refused with its place, and what was there stays`, async ({ page }) => {
    await openSample(page);
    const before = await headline(page).textContent();
    await page.goto("./#/");
    await give(page, name, content);
    const box = page.getByRole("alert").filter({ hasText: name });
    await expect(box).toContainText(says);
    await expect(box.locator("p.strong")).not.toBeEmpty();
    await expectTheSampleStays(page, before);
  });
}

test("rows that cannot be read are counted, listed, downloadable and told with the result", async ({ page }) => {
  await open(page);
  await give(page, "cut.csv", `${head}\n${row}\n2024-06-10,a1,Meta,520,410,11,95\n2024-06-10,a2,Meta,1\n2024-06-1`);
  const found = card(page, "cut.csv");
  await expect(found.locator(".table-facts").first()).toContainText("2 rows set aside");
  await found.getByText("2 rows set aside").last().click();
  await expect(found).toContainText(/Line 4: 4 fields where the header has 7 .*2024-06-10,a2,Meta,1/);
  const coming = page.waitForEvent("download");
  await found.getByRole("button", { name: "Download them" }).click();
  const list = readFileSync(await (await coming).path(), "utf8");
  expect(list).toContain("4,4 fields where the header has 7");
  expect(list.trimEnd().split("\r\n")).toHaveLength(3);
  await page.getByRole("link", { name: /^Open/ }).first().click();
  await expect(headline(page)).toBeVisible();
  await expect(page.getByText(/2 rows of the file could not be read/).first()).toBeVisible();
});

test("bytes that are no UTF-8 and cells of a megabyte lose no row", async ({ page }) => {
  await open(page);
  const text = Buffer.concat([
    Buffer.from(`${head}\n${row}\n2024-06-10,caf`),
    Buffer.of(0xc3),
    Buffer.from(",Meta,1,1,1,1\n"),
  ]);
  await give(page, "bytes.csv", text);
  await expect(card(page, "bytes.csv")).toContainText("2 rows");
  await give(page, "long.csv", `${head}\n${row}\n2024-06-10,${"x".repeat(1 << 20)},Meta,1,1,1,1\n`);
  await expect(card(page, "long.csv")).toContainText("2 rows");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

for (const change of ["grows", "shrinks"] as const) {
  test(`a file that ${change} after it was chosen is refused, and what was read of it before stays`, async ({
    page,
  }, info) => {
    const path = info.outputPath("leads.csv");
    mkdirSync(info.outputPath("."), { recursive: true });
    writeFileSync(path, "Email,Campaign,Spend\na@example.org,One,5\nb@example.org,Two,6\n");
    await open(page);
    await scoreDropped(page, { name: "mine.csv", text: sampleText() });
    const before = await headline(page).textContent();
    await page.goto("./#/");
    await input(page).setInputFiles(path);
    const found = card(page, "leads.csv");
    await expect(found).toContainText("2 rows");
    if (change === "grows") appendFileSync(path, "c@example.org,Three,7\n");
    else writeFileSync(path, "Email,Campaign,Spend\n");
    await found.getByRole("button", { name: "Keep Email" }).click();
    const box = page.getByRole("alert").filter({ hasText: "leads.csv" });
    await expect(box).toContainText(/changed/);
    await expect(box.locator("p.strong")).toContainText(/drop the file again/);
    await expect(found).toContainText("2 rows");
    await expectStays(page, "mine.csv", before);
  });
}

/** Numbers that take four times as much memory as text. */
function manyNumbers(path: string, megabytes: number): void {
  const block = "1,2,3,4,5,6\n".repeat(50_000);
  const file = openSync(path, "w");
  writeSync(file, "a,b,c,d,e,f\n");
  for (let size = 0; size < megabytes * 1e6; size += block.length) writeSync(file, block);
  closeSync(file);
}

test("a file larger than the memory is refused in words, and earlier tables stay", async ({ playwright }, info) => {
  const { launchOptions, baseURL } = info.project.use;
  // 1,500 pages of 64 KiB for the engine, in place of the 4 GB that a browser gives.
  const args = [...(launchOptions?.args ?? []), "--js-flags=--wasm-max-mem-pages=1500"];
  const browser = await playwright.chromium.launch({ ...launchOptions, args });
  const path = info.outputPath("huge.csv");
  mkdirSync(info.outputPath("."), { recursive: true });
  manyNumbers(path, 60);
  try {
    const page = await browser.newPage({ baseURL: baseURL ?? "", locale: "en-US" });
    await openSample(page);
    const before = await headline(page).textContent();
    await page.goto("./#/");
    await input(page).setInputFiles(path);
    const box = page.getByRole("alert").filter({ hasText: "huge.csv" });
    await expect(box).toContainText(/memory/);
    await expect(box.locator("p.strong")).toContainText(/Export fewer rows or columns/);
    await expectTheSampleStays(page, before);
    await page.goto("./#/");
    await give(page, "next.csv", `${head}\n${row}\n`);
    await expect(card(page, "next.csv")).toContainText("1 row");
  } finally {
    await browser.close();
    rmSync(path);
  }
});
