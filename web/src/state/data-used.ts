// Which tables of data a result was computed from, with their periods.
import type { RunOutcome, TableReport } from "../engine/types";

/** A table of data that the result was computed from. */
export interface DataUsed {
  name: string;
  rows: number;
  /** ISO days; null where the data has none. */
  period: { from: string; to: string } | null;
}

/** Appended files are each named, since each has its own period. */
export function dataUsed(outcome: RunOutcome, tables: TableReport[]): DataUsed[] {
  const ids = Object.values(outcome.inputs).flatMap((input) => [input.table, ...(input.tables ?? [])]);
  const used = tables.filter((table) => ids.includes(table.id));
  return used.map(({ name, rows, period }) => ({ name, rows, period }));
}

export const currencyOf = (outcome: RunOutcome, tables: TableReport[]): string => {
  const ids = Object.values(outcome.inputs).map((input) => input.table);
  return tables.find((table) => ids.includes(table.id) && table.currency)?.currency ?? "";
};
