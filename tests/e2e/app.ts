// What every browser test does with the page: open it, hand it files, wait for a result.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const samplePath = here("build/sample/adset_weeks.csv");
export const sampleText = () => readFileSync(samplePath, "utf8");
export const shotsFolder = here("build/screenshots");
const outlay = here("build/native/outlay");

export const headline = (page: Page) => page.locator("h1.headline");

/** The command line's answer on the same file. */
export function cli(...args: string[]): string {
  return execFileSync(outlay, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
}

export async function open(page: Page, hash = ""): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(page.locator("nav.rail, nav.bottombar").first()).toBeAttached();
  await expect(page.getByText("Try with sample data").or(page.locator(".headline")).first()).toBeVisible();
}

export async function openSample(page: Page): Promise<void> {
  await open(page);
  await page.getByText("Try with sample data").first().click();
  await expect(headline(page)).toBeVisible();
}

export interface TextFile {
  name: string;
  text: string;
}

/** Drops files on the page as a person does, with a real DataTransfer. */
export async function drop(page: Page, ...files: TextFile[]): Promise<void> {
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, text } of list) data.items.add(new File([text], name, { type: "text/csv" }));
    return data;
  }, files);
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

/** Drops the sample as a file of its own and opens the analysis. */
export async function scoreDropped(page: Page, ...files: TextFile[]): Promise<void> {
  await drop(page, ...files);
  await page.getByRole("link", { name: /^Open/ }).first().click();
  await expect(headline(page)).toBeVisible();
}

export async function shot(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(shotsFolder, { recursive: true });
  await page.screenshot({ path: `${shotsFolder}/${name}.png`, fullPage });
}

/** A CSV text as records by column name; quotes as RFC 4180 has them. */
export function records(csv: string): Record<string, string>[] {
  const rows = [...csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)];
  const lines: string[][] = [[]];
  for (const [, cell = "", end] of rows) {
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === "") break;
    if (end !== ",") lines.push([]);
  }
  const [names = [], ...body] = lines;
  return body
    .filter((line) => line.length === names.length)
    .map((line) => Object.fromEntries(names.map((name, k) => [name, line[k] ?? ""])));
}
