// The columns that an analysis reads, out of the engine's tables, as a snapshot carries them.
import type { AnalysisInfo, Column, Preview, Role, RunOutcome } from "../engine/types";
import { parseIsoDay } from "../ui/format";
import { missingDay } from "../ui/types";
import type { Frame } from "./snapshot";

const rowsAtOnce = 1000;

type Cells = (string | null)[];

function columnOf(cells: Cells, kind: Role["kind"]): Column {
  if (kind === "number") {
    return {
      kind,
      values: Float64Array.from(cells, (cell) => (cell === null || cell === "" ? Number.NaN : Number(cell))),
    };
  }
  if (kind === "day") {
    const days = cells.map((cell) => parseIsoDay(cell ?? ""));
    return { kind, days: Int32Array.from(days, (day) => (Number.isFinite(day) ? day : missingDay)) };
  }
  const codes = new Map<string, number>();
  const numbers = cells.map((cell) => {
    if (cell === null) return -1;
    const code = codes.get(cell) ?? codes.size;
    codes.set(cell, code);
    return code;
  });
  return { kind: "text", codes: Int32Array.from(numbers), dictionary: [...codes.keys()] };
}

export interface Source {
  preview(table: number, first: number, count: number): Promise<Preview>;
}

/** The roles' columns of one table; columns without a role stay behind. */
export async function frameOf(
  source: Source,
  table: number,
  rows: number,
  roles: Record<string, string>,
  kinds: Role[],
): Promise<Frame> {
  const cells = new Map<string, Cells>();
  for (let first = 0; first < rows; first += rowsAtOnce) {
    const part = await source.preview(table, first, rowsAtOnce);
    for (const [role, column] of Object.entries(roles)) {
      const at = part.columns.indexOf(column);
      const known = cells.get(role) ?? [];
      cells.set(role, known);
      for (const row of part.rows) known.push(at < 0 ? null : (row[at] ?? null));
    }
  }
  const kindOf = (role: string) => kinds.find(({ name }) => name === role)?.kind ?? "text";
  const columns = [...cells].map(([role, list]) => [role, columnOf(list, kindOf(role))] as const);
  return { rows, columns: Object.fromEntries(columns) };
}

/** How many rows a result was computed from. */
export const rowsBehind = (outcome: RunOutcome): number =>
  Object.values(outcome.inputs).reduce((sum, { rows }) => sum + rows, 0);

/** All inputs of a result; appended tables stay apart, since they are appended again when they are read. */
export async function inputsOf(
  source: Source,
  info: AnalysisInfo,
  outcome: RunOutcome,
  rowsOf: (table: number) => number,
): Promise<Record<string, Frame[]>> {
  const inputs: Record<string, Frame[]> = {};
  for (const { name, roles } of info.inputs) {
    const used = outcome.inputs[name];
    if (!used) continue;
    const frames: Frame[] = [];
    for (const table of used.tables ?? [used.table]) {
      frames.push(await frameOf(source, table, rowsOf(table), used.roles, roles));
    }
    inputs[name] = frames;
  }
  return inputs;
}
