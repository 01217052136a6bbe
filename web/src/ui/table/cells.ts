// Reading one cell of a typed-array column, and the words it is shown with.
import { byUnit, currencySymbol, dash, day, formatter, fullMoney } from "../format";
import { type Column, missingDay, type TableData } from "../types";
import type { ColumnSpec } from "./columns";

export const bucketNames: Record<string, string> = { "1": "Scale", "0": "Hold", "-1": "Reduce", NaN: "Not scored" };
export type Bucket = "scale" | "hold" | "reduce" | "unscored";

export function bucketOf(value: number): Bucket {
  if (value === 1) return "scale";
  if (value === 0) return "hold";
  return value === -1 ? "reduce" : "unscored";
}

export function numberAt(column: Column | undefined, row: number): number {
  if (column?.kind === "number") return column.values[row] ?? Number.NaN;
  if (column?.kind !== "day") return Number.NaN;
  const days = column.days[row] ?? missingDay;
  return days === missingDay ? Number.NaN : days;
}

export function textAt(column: Column | undefined, row: number): string {
  if (column?.kind !== "text") return "";
  return column.dictionary[column.codes[row] ?? -1] ?? "";
}

const absent = "Not available";

export interface CellStyle {
  show: (row: number) => string;
  /** The full value, worked out only when it is hovered; empty when the cell already shows all of it. */
  full: (row: number) => string;
  /** What the cell has to say for itself at once, such as why it is empty. */
  note: (row: number) => string;
  value: (row: number) => number;
  /** The symbol that stands in the header so that the cells stay quiet. */
  symbol: string;
  largest: number;
  /** Where an interval lies, for a column that is drawn as one. */
  range?: (row: number) => Range;
}

/** An interval by how many times each end is the value it is held against; NaN where something is not known. */
export interface Range {
  lower: number;
  upper: number;
  estimate: number;
  isMeasured: boolean;
}

interface Extent {
  largest: number;
  whole: boolean;
}

/** Over an even sample: enough to choose how many decimals to show. */
function extent(values: Float64Array): Extent {
  const step = Math.max(1, Math.floor(values.length / 20000));
  let largest = 0;
  let whole = true;
  for (let row = 0; row < values.length; row += step) {
    const value = values[row] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    largest = Math.max(largest, Math.abs(value));
    if (whole && !Number.isInteger(value)) whole = false;
  }
  return { largest, whole };
}

function decimals(unit: string, { largest, whole }: Extent): number {
  if (whole) return 0;
  if (unit === "money") return largest >= 5000 ? 0 : 2;
  if (unit === "share") return largest < 0.1 ? 2 : 1;
  if (unit === "count" || unit === "weeks") return largest >= 10000 ? 0 : 1;
  if (unit === "score") return 2;
  return largest >= 1000 ? 1 : largest >= 1 ? 2 : 4;
}

/** How many decimals of its values a column shows; of a share, three more than its percentages: one lest a limit be crossed. */
export function shownDecimals(values: Float64Array, unit: string): number {
  return decimals(unit, extent(values)) + (unit === "share" ? 3 : 0);
}

function numberStyle(values: Float64Array, spec: ColumnSpec, currency: string, locale?: string): CellStyle {
  const found = extent(values);
  const percent = spec.unit === "share" || spec.unit === "chance";
  const places = decimals(spec.unit, found);
  const sign = spec.unit === "score";
  const short = formatter({ locale, least: places, most: places, percent, sign });
  const long = formatter({ locale, most: 6, percent, sign });
  const value = (row: number) => values[row] ?? Number.NaN;
  const isWorded = ["chance", "about", "flag"].includes(spec.unit);
  const shown = (given: number) => (isWorded ? byUnit(given, spec.unit, currency, locale) : short.format(given));
  const full = (row: number) =>
    spec.unit === "money" ? fullMoney(value(row), currency, locale) : long.format(value(row));
  return {
    show: (row) => (Number.isFinite(value(row)) ? shown(value(row)) : dash),
    full: (row) => (Number.isFinite(value(row)) ? full(row) : absent),
    note: (row) => (Number.isFinite(value(row)) ? "" : absent),
    value,
    symbol: spec.unit === "money" && currency ? currencySymbol(currency, locale) : "",
    largest: found.largest,
  };
}

function textStyle(column: Column | undefined, spec: ColumnSpec): CellStyle {
  const text = (row: number) => textAt(column, row);
  const show = (row: number) => spec.words?.[text(row)]?.text ?? (text(row) || dash);
  const note = (row: number) => spec.words?.[text(row)]?.title ?? (text(row) === "" ? absent : "");
  return { show, note, full: (row) => note(row) || show(row), value: () => Number.NaN, symbol: "", largest: 0 };
}

/** "38 - 61" for the interval, and all that it says when it is hovered. */
function rangeStyle(data: TableData, spec: ColumnSpec, currency: string, locale?: string): CellStyle {
  const range = spec.range as NonNullable<ColumnSpec["range"]>;
  const columns = { lower: spec.name, upper: range.upper, estimate: range.estimate, against: range.against };
  const at = (end: keyof typeof columns, row: number) => numberAt(data.columns[columns[end]], row);
  const values = data.columns[range.estimate];
  const base = numberStyle(values?.kind === "number" ? values.values : new Float64Array(0), spec, currency, locale);
  const places = { locale, most: base.largest >= 100 ? 0 : 1 };
  const short = (value: number) => formatter({ ...places, most: value >= 100 ? 0 : places.most }).format(value);
  const known = (row: number) => Number.isFinite(at("lower", row)) && Number.isFinite(at("upper", row));
  const both = (row: number, show: (value: number) => string) =>
    `${show(at("lower", row))}\u2013${show(at("upper", row))}`;
  return {
    ...base,
    value: (row) => at("lower", row),
    show: (row) => (known(row) ? both(row, short) : dash),
    full: (row) => (known(row) ? both(row, (value) => fullMoney(value, currency, locale)) : absent),
    note: (row) => (known(row) ? "" : absent),
    range: (row) => ({
      lower: at("lower", row) / at("against", row),
      upper: at("upper", row) / at("against", row),
      estimate: at("estimate", row) / at("against", row),
      isMeasured: range.isMeasured(data, row),
    }),
  };
}

export function cellStyle(data: TableData, spec: ColumnSpec, currency: string, locale?: string): CellStyle {
  const column = data.columns[spec.name];
  const value = (row: number) => numberAt(column, row);
  const quiet = { full: () => "", note: () => "", value, symbol: "" };
  if (spec.bucket) return { ...quiet, show: (row) => bucketNames[String(value(row))] ?? dash, largest: 1 };
  if (spec.range) return rangeStyle(data, spec, currency, locale);
  if (column?.kind === "number") return numberStyle(column.values, spec, currency, locale);
  if (column?.kind === "day") return { ...quiet, show: (row) => day(value(row), locale), largest: 0 };
  return textStyle(column, spec);
}
