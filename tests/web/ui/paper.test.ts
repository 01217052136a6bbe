// What of a table goes on paper, and what is said of the rest.
import { expect, test } from "vitest";
import type { ColumnSpec } from "../../../web/src/ui/table";
import type { TableModel } from "../../../web/src/ui/table/model";
import { mostPrintedRows, paperNote, printedColumns, printedRows } from "../../../web/src/ui/table/paper";

const specs = (count: number, width: number) =>
  Array.from({ length: count }, (_, k) => ({ name: `c${k}`, width }) as unknown as ColumnSpec);
const model = (rows: number, all: number, columns: number, width = 100) =>
  ({
    shown: new Uint32Array(rows),
    data: { rows: all, columns: {} },
    visible: specs(columns, width),
    locale: "en-US",
  }) as unknown as TableModel;

test("as many columns as can be read side by side, and two at the least", () => {
  expect(printedColumns(specs(18, 100))).toHaveLength(11);
  expect(printedColumns(specs(3, 5000))).toHaveLength(2);
});

test("a short table is printed whole and needs no word", () => {
  expect(printedRows(model(40, 40, 5))).toBe(40);
  expect(paperNote(model(40, 40, 5), "adsets")).toBe("");
});

test("what is cut is said", () => {
  expect(printedRows(model(621, 621, 5))).toBe(mostPrintedRows);
  expect(paperNote(model(621, 621, 18), "adsets")).toBe(
    "The first 100 of 621 adsets in the order shown, with 11 of 18 columns. The workbook and the CSV have everything.",
  );
  expect(paperNote(model(40, 621, 5), "adsets")).toMatch(/^All 40 adsets, filtered from 621 in the order shown\. /);
});
