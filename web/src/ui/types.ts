// The few structural types that everything on the page is drawn from; the engine's protocol builds on them.

export type FieldType = "number" | "integer" | "boolean" | "text" | "day" | "choice" | "map" | "records";

export interface Field {
  name: string;
  type: FieldType;
  label: string;
  help: string;
  unit: string;
  group: string;
  default?: unknown;
  min?: number;
  max?: number;
  options?: { value: string; label: string }[];
  keys?: string;
  /** Of each record, for the type records. */
  fields?: Field[];
}

export interface Notice {
  code: string;
  severity: "info" | "warning";
  numbers: Record<string, number>;
  texts: Record<string, string>;
}

export type ErrorCode =
  | "bad_file"
  | "bad_column"
  | "bad_param"
  | "infeasible"
  | "not_enough_data"
  | "not_converged"
  | "cancelled"
  | "internal";

export interface EngineError {
  code: ErrorCode;
  message: string;
  remedy: string;
  where: {
    file?: string;
    line?: number;
    column?: string;
    text?: string;
    parameter?: string;
    table?: string;
    role?: string;
  };
  /** What the message says, as data. */
  details?: Notice[];
}

/** -1 in codes, -2147483648 in days and NaN in values mean "missing". */
export type Column =
  | { kind: "number"; values: Float64Array }
  | { kind: "text"; codes: Int32Array; dictionary: string[] }
  | { kind: "day"; days: Int32Array };

export interface TableData {
  rows: number;
  columns: Record<string, Column>;
}

export interface NamedNumber {
  name: string;
  label: string;
  value: number | null;
  unit: string;
}

export interface ExplainedTable {
  columns: { name: string; label: string; unit: string }[];
  rows: (number | string | null)[][];
  /** Rows that decided. */
  marked: number[];
  /** By row, for the columns of unit "row". */
  units?: string[];
}

/** An interval to draw, with the estimate and the value it is held against. */
export interface ExplainedInterval {
  lower: number | null;
  upper: number | null;
  level: number;
  estimate: number | null;
  reference: number | null;
  label: string;
  reference_label: string;
  unit: string;
}

/** `text` and `formula` hold {name} where one of the numbers belongs. */
export interface ExplainedStep {
  id: string;
  title: string;
  text: string;
  formula: string;
  numbers: NamedNumber[];
  table: ExplainedTable | null;
  interval: ExplainedInterval | null;
}

export const missingDay = -2147483648;
