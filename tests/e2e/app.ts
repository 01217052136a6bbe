// What every browser test does with the page: open it, hand it files, set a parameter, share, wait for a result.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import type { Work } from "../../web/src/state/work";

export const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

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

/** A parameter's field in the side panel, which opens for it. */
export async function parameter(page: Page, label: RegExp): Promise<Locator> {
  const panel = page.getByRole("dialog", { name: "Parameters" });
  if (!(await panel.isVisible())) await page.keyboard.press("p");
  return panel
    .getByRole("spinbutton", { name: label })
    .or(panel.getByRole("textbox", { name: label }))
    .first();
}

export async function setParameter(page: Page, label: RegExp, value: string): Promise<void> {
  const field = await parameter(page, label);
  await field.fill(value);
  await field.press("Tab");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Parameters" })).toHaveCount(0);
}

export const shareDialog = (page: Page) => page.getByRole("dialog", { name: "Share this result" });
export const sharedBanner = (page: Page) => page.getByRole("region", { name: "Shared report" });

export async function openShareDialog(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Take it away" }).click();
  await page.getByRole("menuitem", { name: /Link or project file/ }).click();
  await expect(shareDialog(page)).toBeVisible();
}

export async function copyLink(page: Page, context: BrowserContext): Promise<string> {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await shareDialog(page).getByRole("button", { name: "Copy link" }).click();
  await expect(shareDialog(page).getByText("Link copied.")).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Drops a project file, whose bytes no text could hold. */
export async function dropBytes(page: Page, bytes: Uint8Array, name: string): Promise<void> {
  await page.evaluate(
    ([list, called]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(list)], called));
      document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, dataTransfer: data }));
    },
    [[...bytes], name] as const,
  );
}

/** Headline, key figures and the first rows: what a reader compares. */
export async function shown(page: Page): Promise<string[]> {
  await expect(headline(page)).toBeVisible();
  await expect(page.getByRole("grid").first().getByRole("row").nth(5)).toBeVisible();
  const rows = await page.getByRole("grid").first().getByRole("row").allTextContents();
  return [await headline(page).innerText(), await page.locator(".key-figures").innerText(), ...rows.slice(0, 8)];
}

/** All that a page can leave in the browser. */
export const left = () =>
  Promise.all([
    indexedDB.databases().then((list) => list.map(({ name }) => name)),
    caches.keys(),
    navigator.serviceWorker.getRegistrations().then((list) => list.map(({ scope }) => scope)),
    Promise.resolve(Object.keys(localStorage)),
    Promise.resolve(Object.keys(sessionStorage)),
    navigator.storage.getDirectory().then(async (folder) => {
      const names: string[] = [];
      for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
      return names;
    }),
  ]);

/** The work as the browser's database has it now; null when it has none. */
export function keptWork(page: Page): Promise<Work | null> {
  return page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === "outlay")) return null;
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await settled(indexedDB.open("outlay"));
    const work = await settled(db.transaction("work").objectStore("work").get("state"));
    db.close();
    return (work as Work) ?? null;
  });
}

/** Waits until that many files are kept. */
export const keptFiles = (page: Page, count: number) =>
  expect.poll(async () => (await keptWork(page))?.files.length).toBe(count);

/** A plan to move: a row a campaign. */
export function planCsv(campaigns: number): string {
  const line = (k: number) => {
    const cost = (50 + ((k * 7919) % 950) + ((k * 31) % 100) / 100).toFixed(2);
    const clicks = 40 + ((k * 104729) % 900);
    return `Campaign ${k} ${["Brand", "Generic", "Shopping", "Video"][k % 4]},${cost},${clicks},${1 + ((k * 1299709) % 40)}`;
  };
  return `campaign,cost,clicks,conversions\n${Array.from({ length: campaigns }, (_, k) => line(k)).join("\n")}\n`;
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
