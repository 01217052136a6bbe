// Small tables made from rows of figures: the data-table twin of a chart.
import type { ColumnSpec } from "../../../ui/table";
import { numberAt, textAt } from "../../../ui/table";
import type { Column, TableData } from "../../../ui/types";

export type { Words } from "../../use-words";

/** The columns that the tables of segments and campaigns show first. */
export const accountColumns: Record<string, string[]> = {
  segments: ["name", "label", "efficiency_index", "spend", "sales", "spend_share_pct", "revenue_share_pct", "clicks"],
  quadrants: ["name", "quadrant", "spend", "sales", "roas", "cvr", "clicks", "orders"],
};

export const empty: TableData = { rows: 0, columns: {} };

/** Named access to a row's cells. */
export function reader(table: TableData) {
  return {
    rows: Array.from({ length: table.rows }, (_, row) => row),
    number: (name: string, row: number) => numberAt(table.columns[name], row),
    text: (name: string, row: number) => textAt(table.columns[name], row),
  };
}

export interface TwinColumn {
  name: string;
  label: string;
  unit?: string;
}

/** One text column called `name`, then columns of numbers. */
export function twin(label: string, names: string[], columns: (TwinColumn & { values: number[] })[]) {
  const data: TableData = {
    rows: names.length,
    columns: {
      name: { kind: "text", codes: Int32Array.from(names.keys()), dictionary: names },
      ...Object.fromEntries(
        columns.map(({ name, values }): [string, Column] => [
          name,
          { kind: "number", values: Float64Array.from(values) },
        ]),
      ),
    },
  };
  const spec = (name: string, head: string, unit: string, text: boolean): ColumnSpec => ({
    name,
    label: head,
    help: "",
    unit,
    kind: text ? "text" : "number",
    align: text ? "start" : "end",
    width: text ? 190 : 130,
    total: false,
  });
  const specs = columns.map((column) => spec(column.name, column.label, column.unit ?? "money", false));
  return { columns: [spec("name", label, "", true), ...specs], data };
}
