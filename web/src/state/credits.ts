// Credits of an attribution model as the conversions of scoring and reallocation: a table of the session, from a result.
import type { RunOutcome } from "../engine/protocol";
import { numberAt, textAt } from "../ui/table/cells";
import { toCsv } from "../ui/table/csv";
import { type Column, missingDay, type TableData } from "../ui/types";
import type { Made, OpenFile } from "./files";

export const creditsFile = "attributed_credits.csv";

/** The rows of one model that cost something: what costs nothing can be neither scored nor given more. */
export function creditsOf(credits: TableData, model: string): { table: TableData; free: string[] } {
  const rows = Array.from({ length: credits.rows }, (_, row) => row);
  const own = rows.filter((row) => textAt(credits.columns.model, row) === model);
  const paid = own.filter((row) => numberAt(credits.columns.spend, row) > 0);
  const channels = (some: number[]) => new Set(some.map((row) => textAt(credits.columns.channel, row)));
  const costly = channels(paid);
  const kept = own.filter((row) => costly.has(textAt(credits.columns.channel, row)));
  return { table: told(credits, kept), free: [...channels(own)].filter((channel) => !costly.has(channel)) };
}

function told({ columns }: TableData, rows: number[]): TableData {
  const entries = Object.entries(columns).flatMap(([name, column]): [string, Column][] => {
    if (name === "model") return [];
    if (column.kind === "text")
      return [[name, { ...column, codes: Int32Array.from(rows, (row) => column.codes[row] ?? -1) }]];
    if (column.kind === "day") {
      const days = Int32Array.from(rows, (row) => column.days[row] ?? missingDay);
      // Without times there are no weeks, and a column without a cell would only be asked about.
      return days.some((day) => day !== missingDay) ? [[name, { ...column, days }]] : [];
    }
    const values = Float64Array.from(rows, (row) => column.values[row] ?? Number.NaN);
    return values.some(Number.isFinite) ? [[name, { ...column, values }]] : [];
  });
  return { rows: rows.length, columns: Object.fromEntries(entries) };
}

/** The analyses that these credits are enough for: scoring wants weeks and what a conversion is worth. */
export function leadsOf({ rows, columns }: TableData): string[] {
  if (rows === 0) return [];
  return columns.week_start && columns.pltv ? ["scoring/adsets", "budget/reallocate"] : ["budget/reallocate"];
}

export function creditsAsFile(table: TableData): File {
  return new File([toCsv(table)], creditsFile, { type: "text/csv" });
}

export const madeFrom = (table: TableData, model: string, outcome: RunOutcome): Made => ({
  leads: leadsOf(table),
  model,
  from: Object.values(outcome.inputs)
    .map(({ name }) => name)
    .join(" and "),
});

/** Says in a result where its conversions came from, when they are credits. */
export function withProvenance(outcome: RunOutcome, open: OpenFile[]): RunOutcome {
  const used = Object.values(outcome.inputs).flatMap((input) => [input.table, ...(input.tables ?? [])]);
  const source = open.find(({ made, reports }) => {
    const ids = reports.flatMap((report) => report.tables.map(({ id }) => id));
    return made && ids.some((id) => used.includes(id));
  });
  if (!source?.made) return outcome;
  const { model, from } = source.made;
  // The same object, by which the engine knows its result again.
  outcome.notices.unshift({
    code: "conversions_are_credits",
    severity: "warning",
    numbers: {},
    texts: { model, from },
  });
  return outcome;
}
