// Totals of what may be added; an average or a ratio has no total and stays blank.
import type { TableData } from "../types";
import type { ColumnSpec } from "./columns";
import { keepRows } from "./filter";
import { identity } from "./sort";

/** The same over all rows that a mask keeps. */
export function maskedTotals(data: TableData, specs: ColumnSpec[], mask: Uint8Array): Map<string, number> {
  return totalsOf(data, specs, keepRows(identity(data.rows), mask));
}

export function totalsOf(data: TableData, specs: ColumnSpec[], rows: Uint32Array): Map<string, number> {
  const totals = new Map<string, number>();
  for (const spec of specs) {
    const column = data.columns[spec.name];
    if (!spec.total || column?.kind !== "number") continue;
    let sum = 0;
    for (let at = 0; at < rows.length; at++) {
      const value = column.values[rows[at]];
      if (Number.isFinite(value)) sum += value;
    }
    totals.set(spec.name, sum);
  }
  return totals;
}
