// The columns of a result as the command line's JSON holds them, as the page has them.
import type { AnalysisInfo, Column, RunOutcome } from "../engine/types";
import { parseIsoDay } from "../ui/format";
import { missingDay } from "../ui/types";

export type PlainColumn = (number | string | null)[];
export type PlainOutcome = Omit<RunOutcome, "result"> & {
  result: {
    scalars: RunOutcome["result"]["scalars"];
    tables: Record<string, { rows: number; columns: Record<string, PlainColumn> }>;
  };
};

function textColumn(cells: PlainColumn): Column {
  const known = new Map<string, number>();
  const codes = Int32Array.from(cells, (cell) => {
    if (cell === null) return -1;
    const text = String(cell);
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  });
  return { kind: "text", codes, dictionary: [...known.keys()] };
}

function columnOf(type: string | undefined, cells: PlainColumn): Column {
  if (type === "text" || type === "choice") return textColumn(cells);
  if (type !== "day")
    return { kind: "number", values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell))) };
  const dayOf = (cell: PlainColumn[number]) => (cell === null ? Number.NaN : parseIsoDay(String(cell)));
  return { kind: "day", days: Int32Array.from(cells, (cell) => dayOf(cell) || (dayOf(cell) === 0 ? 0 : missingDay)) };
}

export function typedOutcome(outcome: PlainOutcome, info: AnalysisInfo): RunOutcome {
  const tables = Object.entries(outcome.result.tables).map(([name, { rows, columns }]) => {
    const fields = info.results.tables.find((table) => table.name === name)?.columns ?? [];
    const typed = Object.entries(columns).map(([column, cells]) => {
      const type = fields.find((field) => field.name === column)?.type;
      return [column, columnOf(type, cells)] as const;
    });
    return [name, { rows, columns: Object.fromEntries(typed) }] as const;
  });
  return { ...outcome, result: { scalars: outcome.result.scalars, tables: Object.fromEntries(tables) } };
}
