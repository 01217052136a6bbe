// What both pages of attribution share: words of a run and reading rows of a table.
import { numberAt, textAt } from "../../ui/table";
import type { TableData } from "../../ui/types";

export type { Words } from "../use-words";

export const empty: TableData = { rows: 0, columns: {} };

export const rowsOf = (table: TableData) => Array.from({ length: table.rows }, (_, row) => row);

export function reader(table: TableData) {
  return {
    number: (name: string, row: number) => numberAt(table.columns[name], row),
    text: (name: string, row: number) => textAt(table.columns[name], row),
  };
}

/** These rows of a table, in this order, as a table. */
export function picked(table: TableData, rows: number[]): TableData {
  const columns = Object.entries(table.columns).map(([name, column]) => {
    if (column.kind === "number")
      return [name, { ...column, values: Float64Array.from(rows, (row) => column.values[row]) }];
    if (column.kind === "text") return [name, { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]) }];
    return [name, { ...column, days: Int32Array.from(rows, (row) => column.days[row]) }];
  });
  return { rows: rows.length, columns: Object.fromEntries(columns) };
}
