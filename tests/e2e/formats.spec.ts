// Exports as they come from the platforms, packed or not: read as what they are, asked about when open, refused in words.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { gz, monotonous, xlsx, zip } from "../web/unpack/pack";
import { drop, headline, open, openSample, records, sampleText, shown } from "./app";

const reference = process.env.OUTLAY_REFERENCE_DATA || fileURLToPath(new URL("../../../shared/data", import.meta.url));
const formats = `${reference}/formats`;

const input = (page: Page) => page.locator('input[type="file"]').first();
const card = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

async function give(page: Page, name: string, content: Uint8Array | string): Promise<void> {
  await input(page).setInputFiles([{ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) }]);
}

const samples = [
  { path: "shapes/google_location_utf16le_tab_lf.csv", says: ["Google Ads"] },
  { path: "shapes/google_assets_utf16le_embedded_newlines.csv", says: ["Google Ads"] },
  { path: "shapes/google_campaign_pt_BR.csv", says: ["Google Ads", "BRL"] },
  { path: "shapes/meta_campaign_ja.csv", says: ["Meta Ads"] },
  { path: "shapes/linkedin_ad_en_preamble_utf16le_tab.csv", says: ["LinkedIn"] },
  { path: "shapes/microsoft_report_preamble_trailer.csv", says: ["Microsoft", "2 rows", "USD"] },
  { path: "journeys/paths_channelattribution.csv.gz", says: ["10,000 rows"] },
];

for (const { path, says } of samples) {
  test(`${path} is read as what it is`, async ({ page }) => {
    test.skip(!existsSync(`${formats}/${path}`), "the reference data is not here");
    await open(page);
    await input(page).setInputFiles(`${formats}/${path}`);
    const found = card(page, path.split("/").at(-1) ?? "");
    for (const text of says) await expect(found).toContainText(text);
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
}

test("an archive gives a card for each file inside, and names what it passes over", async ({ page }) => {
  await open(page);
  const files = {
    "june.csv": sampleText(),
    "orders.csv": "channel,orders\nMeta,100\n",
    "logo.png": "\x89PNG\0\0\0",
    ".DS_Store": "x",
  };
  await give(page, "all.zip", zip(files));
  await expect(card(page, "june.csv")).toContainText("in all.zip");
  await expect(card(page, "orders.csv")).toContainText("1 row");
  await page.getByText("2 parts were passed over").click();
  await expect(page.getByText("logo.png", { exact: true })).toBeVisible();
  await card(page, "orders.csv").getByRole("button", { name: "Remove orders.csv" }).click();
  await expect(card(page, "orders.csv")).toHaveCount(0);
  await page.getByRole("link", { name: /^Open/ }).first().click();
  await expect(headline(page)).toBeVisible();
});

/** The sample as cells: days as the serial numbers a sheet has, figures as numbers. */
function sampleCells() {
  const serial = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
  const cellOf = (text: string) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { date: serial(text) };
    return /^-?\d+(\.\d+)?$/.test(text) ? { raw: text } : text === "" ? null : text;
  };
  const rows = records(sampleText());
  return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row).map(cellOf))];
}

test("a workbook gives the same answer as the CSV it was made from; its other sheet can be removed", async ({
  page,
}) => {
  await openSample(page);
  const before = await headline(page).textContent();
  await page.goto("./#/");
  await page.getByRole("button", { name: /^Remove/ }).click();
  const notes = [
    ["country", "visits"],
    ["DE", 1],
    ["FR", 2],
  ];
  await give(page, "book.xlsx", xlsx({ Weeks: sampleCells(), Notes: notes }));
  const found = card(page, "book.xlsx");
  await expect(found).toContainText("2 tables");
  await expect(found.getByRole("heading", { name: "Weeks" })).toBeVisible();
  await found.getByRole("button", { name: "Remove Notes" }).click();
  await expect(found.getByRole("heading", { name: "Notes" })).toHaveCount(0);
  await page.getByRole("link", { name: /^Open/ }).first().click();
  await expect(headline(page)).toHaveText(before ?? "");
});

/** The first lines of the sample with days that could be read with the day or the month first. */
function ambiguous(): string {
  const [head = "", ...lines] = sampleText().trimEnd().split("\n");
  const days = ["03/06/2024", "10/06/2024"];
  const weeks = [...new Set(lines.map((line) => line.split(",")[0]))].slice(0, days.length);
  const kept = lines.filter((line) => weeks.includes(line.split(",")[0] ?? ""));
  const swapped = kept.map((line) => {
    const [week, ...rest] = line.split(",");
    return [days[weeks.indexOf(week)], ...rest].join(",");
  });
  return [head, ...swapped].join("\n");
}

test("dates that can be read two ways are asked about; the answer changes the result and is remembered", async ({
  page,
}) => {
  await open(page);
  await drop(page, { name: "open.csv", text: ambiguous() });
  const found = card(page, "open.csv");
  await expect(found.getByRole("group", { name: /^Which day is/ })).toContainText("03/06/2024");
  await found.getByRole("button", { name: /June 3, 2024/ }).click();
  await expect(found.locator(".table-facts").first()).toContainText("Jun 3, 2024 to Jun 10, 2024");
  await expect(found).toContainText("day first, as you answered");
  await page.getByRole("link", { name: /^Open/ }).first().click();
  await expect(headline(page)).toBeVisible();
  await page.goto("./#/");
  await found.getByRole("button", { name: "Ask again" }).click();
  await found.getByRole("button", { name: /March 6, 2024/ }).click();
  await expect(found.locator(".table-facts").first()).toContainText("Mar 6, 2024 to Oct 6, 2024");
  await page.reload();
  await drop(page, { name: "next.csv", text: ambiguous() });
  await expect(card(page, "next.csv")).toContainText("month first, as you answered");
});

test("what could be misread in silence is told on the card", async ({ page }) => {
  await open(page);
  await drop(page, { name: "bare.csv", text: "2024-01-01,Meta,500\n2024-01-02,Meta,600\n" });
  await expect(card(page, "bare.csv")).toContainText("2 rows");
  await expect(card(page, "bare.csv")).toContainText("No line names the columns");
  await drop(page, {
    name: "sum.csv",
    text: "Campaign,Clicks,Cost\nA,1,5\nB,2,6\nC,4,7\nAll of it,7,18\n",
  });
  await expect(card(page, "sum.csv")).toContainText("Line 5 is the sum of all other rows");
  const book = {
    Shown: [
      ["Campaign", "Cost"],
      ["A", 5],
    ],
    Old: [
      ["Campaign", "Cost"],
      ["B", 6],
    ],
  };
  await give(page, "hidden.xlsx", xlsx(book, ["Old"]));
  await expect(card(page, "hidden.xlsx")).toContainText("1 row");
  await page.getByText("1 part was passed over").click();
  await expect(page.getByText("a hidden sheet")).toBeVisible();
});

test("personal columns are left out, and kept when asked", async ({ page }) => {
  await open(page);
  await drop(page, { name: "leads.csv", text: "Email,Campaign,Spend\na@example.org,One,5\nb@example.org,Two,6\n" });
  const found = card(page, "leads.csv");
  await expect(found).toContainText(/Left out, since they may name people:.*Email/);
  await found.getByRole("button", { name: "Keep Email" }).click();
  await expect(found).toContainText("Email is kept, as you asked");
  await expect(found).toContainText("3 columns");
});

const refused = [
  { name: "bomb.zip", content: () => zip({ "in.csv": monotonous(60) }), says: /200 times its size/ },
  { name: "bomb.csv.gz", content: () => gz(monotonous(60)), says: /200 times its size/ },
  { name: "cut.zip", content: () => zip({ "a.csv": sampleText() }).slice(0, 2000), says: /damaged or incomplete/ },
  {
    name: "old.xls",
    content: () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    says: /old Excel workbook/,
  },
  { name: "report.pdf", content: () => "%PDF-1.7 ...", says: /PDF/ },
  { name: "letter.docx", content: () => zip({ "word/document.xml": "<x/>" }), says: /another program/ },
];

for (const { name, content, says } of refused) {
  test(`${name} is refused in words, and what was there stays`, async ({ page }) => {
    await openSample(page);
    const before = await headline(page).textContent();
    await page.goto("./#/");
    await give(page, name, content());
    const box = page.getByRole("alert");
    await expect(box).toContainText(says);
    await expect(box.locator("p.strong")).not.toBeEmpty();
    await expect(page.getByRole("region", { name: "adset_weeks_sample.csv" })).toBeVisible();
    await page.goto("./#/scoring/adsets");
    await expect(headline(page)).toHaveText(before ?? "");
  });
}

/** How many workers the page started, when it believes to run on so many cores. */
async function onCores(page: Page, cores: number): Promise<() => Promise<number>> {
  await page.addInitScript((count) => {
    Object.defineProperty(Navigator.prototype, "hardwareConcurrency", { get: () => count });
    const started = { workers: 0 };
    Object.assign(window, { started });
    window.Worker = class extends Worker {
      constructor(...words: ConstructorParameters<typeof Worker>) {
        super(...words);
        started.workers++;
      }
    };
  }, cores);
  return () => page.evaluate(() => (window as unknown as { started: { workers: number } }).started.workers);
}

test("workbooks dropped together are unpacked side by side, to the result of one after the other", async ({
  browser,
}) => {
  const [head = [], ...rows] = sampleCells();
  const part = Math.ceil(rows.length / 4);
  const books = [0, 1, 2, 3].map((k) => ({
    name: `part_${k + 1}.xlsx`,
    mimeType: "application/octet-stream",
    buffer: Buffer.from(xlsx({ Weeks: [head, ...rows.slice(k * part, (k + 1) * part)] })),
  }));
  const read = async (cores: number) => {
    const page = await (await browser.newContext()).newPage();
    const workers = await onCores(page, cores);
    await open(page);
    await input(page).setInputFiles(books);
    for (const { name } of books) await expect(card(page, name)).toContainText(/rows/);
    const cards = await page.locator(".table-facts").allTextContents();
    const started = await workers();
    await page.getByRole("link", { name: /^Open/ }).first().click();
    const seen = await shown(page);
    await page.context().close();
    return { cards, started, seen };
  };
  const alone = await read(1);
  const helped = await read(3);
  expect(helped.started).toBeGreaterThan(alone.started);
  expect(helped.cards).toEqual(alone.cards);
  expect(helped.seen).toEqual(alone.seen);
});
