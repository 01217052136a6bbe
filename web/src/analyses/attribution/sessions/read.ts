// The result of attribution/sessions as the page reads it.
import type { RunOutcome } from "../../../engine/protocol";
import { number, plural } from "../../../ui/format";
import type { TableData } from "../../../ui/types";
import { reader, rowsOf } from "../read";

const minute = 60;

/** "45 seconds", "9.4 minutes", "1.2 hours": as a person would say it. */
export function duration(seconds: number, locale?: string): string {
  if (!Number.isFinite(seconds)) return number(seconds, locale);
  if (seconds < 90) return plural(Math.round(seconds), "second", "seconds", locale);
  if (seconds < 90 * minute) return `${number(seconds / minute, locale, 1)} minutes`;
  return `${number(seconds / 3600, locale, 1)} hours`;
}

export interface Scalars {
  sessions: number;
  users: number;
  conversions: number;
  rate: number;
  median: number;
  mean: number;
  p95: number;
  longest: number;
  fenceHigh: number;
  fenceLow: number;
  outliers: number;
  outlierShare: number;
  clockChanges: number;
  mismatches: number;
  mismatchShare: number;
}

export function readScalars(scalars: RunOutcome["result"]["scalars"]): Scalars {
  const at = (name: string) => (typeof scalars[name] === "number" ? scalars[name] : Number.NaN);
  return {
    sessions: at("sessions"),
    users: at("users"),
    conversions: at("conversions"),
    rate: at("conversion_rate"),
    median: at("median"),
    mean: at("mean"),
    p95: at("p95"),
    longest: at("longest"),
    fenceHigh: at("fence_high"),
    fenceLow: at("fence_low"),
    outliers: at("outliers"),
    outlierShare: at("outlier_share"),
    clockChanges: at("clock_changes"),
    mismatches: at("mismatches"),
    mismatchShare: at("mismatch_share"),
  };
}

export interface Group {
  group: string;
  sessions: number;
  conversions: number;
  mean: number;
  whiskerLow: number;
  q1: number;
  median: number;
  q3: number;
  whiskerHigh: number;
  longest: number;
  outliers: number;
  outlierShare: number;
}

export function groupsOf(table: TableData, dimension: string): Group[] {
  const read = reader(table);
  return rowsOf(table)
    .filter((row) => read.text("dimension", row) === dimension)
    .map((row) => ({
      group: read.text("group", row),
      sessions: read.number("sessions", row),
      conversions: read.number("conversions", row),
      mean: read.number("mean", row),
      whiskerLow: read.number("whisker_low", row),
      q1: read.number("q1", row),
      median: read.number("median", row),
      q3: read.number("q3", row),
      whiskerHigh: read.number("whisker_high", row),
      longest: read.number("maximum", row),
      outliers: read.number("outliers", row),
      outlierShare: read.number("outlier_share", row),
    }));
}

export const dimensionsOf = (table: TableData) => {
  const read = reader(table);
  return [...new Set(rowsOf(table).map((row) => read.text("dimension", row)))].filter((name) => name !== "all");
};

export interface Point {
  v: number;
  estimate: number;
}

/** The shape of each group of a dimension. */
export function shapesOf(table: TableData, dimension: string): Map<string, Point[]> {
  const read = reader(table);
  const shapes = new Map<string, Point[]>();
  for (const row of rowsOf(table)) {
    if (read.text("dimension", row) !== dimension) continue;
    const group = read.text("group", row);
    const shape = shapes.get(group) ?? [];
    shape.push({ v: read.number("seconds", row), estimate: read.number("density", row) });
    shapes.set(group, shape);
  }
  return shapes;
}
