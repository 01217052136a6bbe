// The whole Monday in one walk: drop, headline, one channel, one adset explained, a setting, and everything taken away.
import { expect, type Page, test } from "@playwright/test";
import { cli, headline, open, records, samplePath, sampleText, scoreDropped } from "./app";
import { bookOf, copied, differences, take, textOf, wrongCells } from "./taken";

const grid = (page: Page) => page.getByRole("grid").first();
const bodyRow = (page: Page, at = 0) => grid(page).locator(`.body-row[data-at="${at}"]`);
const explained = (page: Page) => page.locator(".panel");
const step = (page: Page, id: string) => explained(page).locator(`#step-${id}`);
const setting = ["--set", "dead_zone=0.4"];

interface Told {
  steps: { id: string; numbers: { name: string; value: number | null }[]; table: { rows: unknown[] } | null }[];
}

const numberOf = (told: Told, of: string, named: string) =>
  told.steps.find(({ id }) => id === of)?.numbers.find(({ name }) => name === named)?.value ?? Number.NaN;

async function oneChannel(page: Page): Promise<void> {
  const filter = page.getByRole("button", { name: /^Channel/ }).first();
  await filter.click();
  await page.getByRole("dialog", { name: "Filter Channel" }).getByLabel(/^Meta/).check();
  await page.getByRole("button", { name: "Done" }).click();
  const theirs = records(cli("run", "scoring/adsets", samplePath, "--table", "adsets"));
  const count = theirs.filter((row) => row.channel === "Meta").length;
  await expect(page.getByRole("status").filter({ hasText: `${count} of ${theirs.length} adsets` })).toBeVisible();
  for (const at of [0, 1, 5]) await expect(bodyRow(page, at)).toContainText("Meta");
}

/** Opens the best adset of the channel and holds the panel against the command line's explanation; gives its id. */
async function explainFirst(page: Page): Promise<string> {
  await bodyRow(page).locator(".opens").click();
  for (const id of ["weeks", "gates", "window", "cac", "pltv", "interval", "score", "action"]) {
    await expect(step(page, id)).toBeVisible();
  }
  await expect(step(page, "interval").locator(".interval-range")).toBeVisible();
  await explained(page).getByText("All figures of this row").click();
  const facts = explained(page).locator(".row-facts > div");
  const id = await facts.filter({ hasText: "Adset id" }).locator("dd").innerText();
  const told: Told = JSON.parse(cli("explain", "scoring/adsets", samplePath, "--row", `adset_id=${id}`));
  const windows = told.steps.find(({ id }) => id === "window")?.table?.rows.length ?? -1;
  await expect(step(page, "window").locator("tbody tr")).toHaveCount(windows);
  const shown = (await step(page, "action").locator(".formula-sum b").first().innerText()).replace(/[^\d.-]/g, "");
  expect(Math.abs(Number(shown) - numberOf(told, "action", "stake"))).toBeLessThanOrEqual(0.5);
  await page.keyboard.press("Escape");
  await expect(explained(page)).toHaveCount(0);
  return id;
}

async function widenDeadZone(page: Page): Promise<void> {
  const before = (await headline(page).textContent()) ?? "";
  await page.keyboard.press("p");
  const parameters = page.getByRole("dialog", { name: "Parameters" });
  const zone = parameters.getByLabel(/dead zone/i).first();
  await zone.fill("0.4");
  await zone.press("Tab");
  await expect(page.getByRole("region", { name: "What changed" })).toContainText("Hold", { timeout: 20_000 });
  await expect(headline(page)).not.toHaveText(before);
  await page.keyboard.press("Escape");
  const { scalars } = JSON.parse(cli("run", "scoring/adsets", samplePath, ...setting)).result;
  await expect(headline(page)).toContainText(`Scale ${scalars.scale_count} adsets, reduce ${scalars.reduce_count}:`);
}

async function readWorkbook(page: Page, theirs: Record<string, string>[], explainedId: string): Promise<void> {
  const download = await take(page, /Workbook/);
  expect(download.suggestedFilename()).toBe("scoring_adsets.xlsx");
  const book = await bookOf(download);
  expect(Object.keys(book).slice(0, 5)).toEqual(["Adsets", "Campaigns", "Channels", "Coverage", "Dropped"]);
  expect(Object.keys(book).at(-1)).toBe("Parameters");
  const [names = [], ...rows] = book.Adsets ?? [];
  expect(names).toEqual(Object.keys(theirs[0] ?? {}));
  expect(rows).toHaveLength(theirs.length);
  expect(wrongCells(book.Adsets ?? [], theirs)).toEqual([]);
  expect(rows.some((row) => row[names.indexOf("adset_id")] === explainedId)).toBe(true);
  for (const [sheet, table] of [
    ["Campaigns", "campaigns"],
    ["Channels", "channels"],
    ["Coverage", "coverage"],
    ["Dropped", "dropped"],
  ] as const) {
    const rowsOf = records(cli("run", "scoring/adsets", samplePath, ...setting, "--table", table));
    expect(book[sheet], sheet).toHaveLength(rowsOf.length + 1);
    expect(wrongCells(book[sheet] ?? [], rowsOf), sheet).toEqual([]);
  }
  const parameters = book.Parameters ?? [];
  const at = (name: string) => parameters.find((row) => row[0] === "Parameter" && row[1] === name)?.[2];
  expect(at("dead_zone")).toBe(0.4);
  expect(at("min_spend")).toBe(100);
  expect(parameters.some((row) => row[0] === "Data" && row[2] instanceof Date)).toBe(true);
}

/** The CSV of the page is the command line's, whatever the table is filtered to. */
async function readCsv(page: Page, theirs: Record<string, string>[]): Promise<void> {
  const download = await take(page, "CSV: Adsets");
  expect(download.suggestedFilename()).toBe("scoring_adsets.csv");
  const ours = records(await textOf(download));
  expect(Object.keys(ours[0] ?? {})).toEqual(Object.keys(theirs[0] ?? {}));
  expect(ours).toHaveLength(theirs.length);
  expect(differences(ours, theirs)).toEqual([]);
}

async function readSummary(page: Page, said: string): Promise<void> {
  const summary = await textOf(await take(page, "Download Markdown"));
  expect(summary.replaceAll("\\", "")).toContain(`# ${said}\n`);
  for (const title of ["Key figures", "To reduce first", "To scale first", "What was left out"]) {
    expect(summary).toContain(`## ${title}`);
  }
  expect(summary).toContain("Scores within 0.4 of break-even mean hold");
  expect(await copied(page, "Copy as Markdown", "Summary copied")).toBe(summary);
}

async function readSlack(page: Page, said: string): Promise<void> {
  const slack = JSON.parse(await textOf(await take(page, /Block Kit/)));
  expect(slack.blocks[0]).toEqual({ type: "header", text: { type: "plain_text", text: said, emoji: false } });
  expect(slack.blocks.length).toBeLessThanOrEqual(50);
  expect(JSON.stringify(slack.blocks)).toContain("To reduce first");
  expect(await copied(page, /Copy Slack message/, "Slack message copied")).toContain(`*${said}*`);
}

test("from a dropped export to an adset that is understood, a setting that moves it, and all four deliverables", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await scoreDropped(page, { name: "adset_weeks.csv", text: sampleText() });
  const { scalars } = JSON.parse(cli("run", "scoring/adsets", samplePath)).result;
  await expect(headline(page)).toContainText(`Scale ${scalars.scale_count} adsets, reduce ${scalars.reduce_count}:`);
  await expect(headline(page)).toContainText("a week is spent above break-even");
  await oneChannel(page);
  const id = await explainFirst(page);
  await widenDeadZone(page);
  const said = (await headline(page).textContent()) ?? "";
  const theirs = records(cli("run", "scoring/adsets", samplePath, ...setting, "--table", "adsets"));
  await readWorkbook(page, theirs, id);
  await readCsv(page, theirs);
  await readSummary(page, said);
  await readSlack(page, said);
});
