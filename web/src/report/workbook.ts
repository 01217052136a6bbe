// The workbook of a result: a sheet for each table under the interface's column names, and one that says how it was made.
import type { TakeAway } from "../analyses/summaries";
import type { Column, Field } from "../engine/types";
import { extentOf, numberFormat } from "./number-format";
import { parameterSheet } from "./parameter-sheet";
import { type Given, makeReport } from "./report";
import { type Book, type Highlight, mostRows, type Sheet, type SheetColumn } from "./xlsx/book";

const scale = { ink: "0F5FB3", fill: "E3EEFB" };
const hold = { ink: "484C53", fill: "EEEDEA" };
const reduce = { ink: "B3420A", fill: "FDEBDF" };
const buckets: Highlight[] = [
  { value: 1, ...scale },
  { value: 0, ...hold },
  { value: -1, ...reduce },
];
const actions: Highlight[] = [
  { value: "scale", ...scale },
  { value: "hold", ...hold },
  { value: "reduce", ...reduce },
  { value: "pause", ink: "FFFFFF", fill: "B3420A" },
];

const isBucket = (field: Field) => field.unit === "bucket" || field.name === "score_bucket";

function highlights(field: Field, column: Column): Highlight[] {
  if (column.kind === "number") return isBucket(field) ? buckets : [];
  return column.kind === "text" && field.name === "action" ? actions : [];
}

/** Wide enough for the header and for the longest of the first texts, within reason. */
function widthOf(field: Field, column: Column): number {
  const header = field.name.length + 4;
  if (column.kind !== "text") return Math.max(11, header);
  let longest = 0;
  for (const code of column.codes.subarray(0, 500)) longest = Math.max(longest, column.dictionary[code]?.length ?? 0);
  return Math.min(48, Math.max(10, header, longest + 2));
}

function columnOf(field: Field, column: Column, currency: string): SheetColumn {
  const unit = isBucket(field) ? "bucket" : field.unit;
  return {
    header: field.name,
    cells: column,
    width: widthOf(field, column),
    highlights: highlights(field, column),
    ...(column.kind === "number" && { format: numberFormat(unit, extentOf(column.values), currency) }),
  };
}

/** "spend_by_day" -> "Spend by day". */
const sheetName = (table: string) => table.charAt(0).toUpperCase() + table.slice(1).replaceAll("_", " ");

function resultSheets({ info, outcome, currency }: Given, order: string[]): (Sheet & { table: string })[] {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const tables = [...info.results.tables].sort((a, b) => rank(a.name) - rank(b.name));
  return tables.flatMap(({ name, columns }) => {
    const data = outcome.result.tables[name];
    if (!data) return [];
    const present = columns.flatMap((field) => {
      const column = data.columns[field.name];
      return column ? [columnOf(field, column, currency)] : [];
    });
    return [{ table: name, name: sheetName(name), rows: data.rows, columns: present }];
  });
}

export function workbookOf(given: Given, takeAway: TakeAway): Book {
  const sheets = resultSheets(given, takeAway.sheets ?? []);
  const cut = sheets
    .filter((sheet) => sheet.rows > mostRows)
    .map(
      (sheet) =>
        `${sheet.name} holds the first ${mostRows} of ${sheet.rows} rows: a sheet ends there. The CSV has all.`,
    );
  const places = sheets.map(({ table, name }) => ({ table, sheet: name }));
  return { sheets: [...sheets, parameterSheet(given, makeReport(given, takeAway), places, cut)] };
}
