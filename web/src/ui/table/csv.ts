// A table as CSV (RFC 4180), from columns that are in the page.
import { isoDay } from "../format";
import { type Column, missingDay, type TableData } from "../types";
import { textAt } from "./cells";

const quoted = (text: string) =>
  /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;

/** The engine's own rule: a text that begins like a formula and is no number gets an apostrophe in front. */
function neutral(text: string): string {
  const isNumber = text.trim() !== "" && Number.isFinite(Number(text));
  return /^[=+\-@\t\r]/.test(text) && !isNumber ? `'${text}` : text;
}

function cellOf(column: Column | undefined, row: number, forSpreadsheets: boolean): string {
  if (column?.kind === "text") {
    const text = textAt(column, row);
    return quoted(forSpreadsheets ? neutral(text) : text);
  }
  if (column?.kind === "day") {
    const day = column.days[row] ?? missingDay;
    return day === missingDay ? "" : isoDay(day);
  }
  const value = column?.values[row] ?? Number.NaN;
  return Number.isFinite(value) ? String(value) : "";
}

/** For the engine as it is; for spreadsheets with nothing in it that they would run. */
export function toCsv({ rows, columns }: TableData, forSpreadsheets = false): string {
  const names = Object.keys(columns);
  const lines = [names.map(quoted).join(",")];
  for (let row = 0; row < rows; row++) {
    lines.push(names.map((name) => cellOf(columns[name], row, forSpreadsheets)).join(","));
  }
  return `${lines.join("\n")}\n`;
}
