// What a workbook is made of, as whoever fills it says it; plain data that crosses to a worker.

/** A cell of a column whose cells differ in kind; `format` is a number format as spreadsheets spell it. */
export type Mixed = string | number | null | { value: number; format: string };

export type Cells =
  | { kind: "number"; values: Float64Array }
  | { kind: "text"; codes: Int32Array; dictionary: string[] }
  | { kind: "day"; days: Int32Array }
  | { kind: "mixed"; cells: Mixed[] };

/** A colour for every cell of the column that equals `value`; RRGGBB. */
export interface Highlight {
  value: number | string;
  ink: string;
  fill: string;
}

export interface SheetColumn {
  header: string;
  cells: Cells;
  /** Of numbers; texts are kept as text and days are days whatever it says. */
  format?: string;
  /** In characters. */
  width?: number;
  wrap?: boolean;
  highlights?: Highlight[];
}

export interface Sheet {
  name: string;
  rows: number;
  columns: SheetColumn[];
}

export interface Book {
  sheets: Sheet[];
}

/** Excel's last row, less the header. */
export const mostRows = 1_048_575;
