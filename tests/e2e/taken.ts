// What is taken away from a result, downloaded and read back.
import { readFileSync } from "node:fs";
import type { Download, Page } from "@playwright/test";
import readBook from "read-excel-file/node";

export const menu = (page: Page) => page.getByRole("button", { name: "Take it away" });

export async function take(page: Page, item: string | RegExp): Promise<Download> {
  const waiting = page.waitForEvent("download");
  await menu(page).click();
  await page.getByRole("menuitem", { name: item }).click();
  return waiting;
}

/** What a menu item puts on the clipboard; `done` is what the page says when it is there. */
export async function copied(page: Page, item: string | RegExp, done: string): Promise<string> {
  await menu(page).click();
  await page.getByRole("menuitem", { name: item }).click();
  await page.getByText(done).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

export const textOf = async (download: Download) => readFileSync(await download.path(), "utf8");

/** The rows of each sheet by its name, the header first. */
export async function bookOf(download: Download): Promise<Record<string, unknown[][]>> {
  const sheets = await readBook(await download.path(), { trim: false });
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]));
}

/** Cells beyond the last digits that native code and WebAssembly share; a CSV's apostrophe is no part of a text. */
export function wrongCells(sheet: unknown[][], theirs: Record<string, string>[]): string[] {
  const [names = [], ...rows] = sheet;
  return theirs.flatMap((row, k) =>
    names.flatMap((name, column) => {
      const [mine, value] = [rows[k]?.[column] ?? "", row[String(name)] ?? "absent"];
      const isSame =
        typeof mine === "number"
          ? Math.abs(mine - Number(value)) <= 1e-9 * Math.abs(mine)
          : mine === value.replace(/^'/, "");
      return isSame ? [] : [`row ${k}, ${name}: ${mine}, not ${value}`];
    }),
  );
}

/** Where the records of two CSVs differ beyond those digits. */
export function differences(ours: Record<string, string>[], theirs: Record<string, string>[]): string[] {
  return theirs.flatMap((row, k) =>
    Object.entries(row).flatMap(([name, value]) => {
      const mine = ours[k]?.[name] ?? "absent";
      const [a, b] = [Number(mine), Number(value)];
      return mine === value || Math.abs(a - b) <= 1e-9 * Math.abs(b)
        ? []
        : [`row ${k}, ${name}: ${mine}, not ${value}`];
    }),
  );
}
