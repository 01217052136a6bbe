// What a snapshot shows: its result as if it had just been computed, or its columns as files for the engine to read.
import type { AnalysisInfo, Catalogue, Field, RunOutcome, RunRequest } from "../engine/types";
import { toCsv } from "../ui/table/csv";
import { damaged, type Frame, Refused, type Snapshot } from "./snapshot";

const isNumber = (value: unknown) => typeof value === "number" && Number.isFinite(value);
const isText = (value: unknown) => typeof value === "string";
const recordWith = (isRight: (value: unknown) => boolean) => (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(isRight);

/** What a parameter of each type is. */
const suits: Record<Field["type"], (value: unknown) => boolean> = {
  number: isNumber,
  integer: isNumber,
  boolean: (value) => typeof value === "boolean",
  text: isText,
  day: isText,
  choice: isText,
  map: recordWith(isNumber),
  records: recordWith(recordWith((value) => typeof value !== "object" || value === null)),
};

type Right = (value: unknown, type: Field["type"]) => boolean;

const suitsParameter: Right = (value, type) => suits[type](value);
/** Figures of a result tell days and flags by a number too. */
const suitsFigure: Right = (value, type) =>
  suits[type](value) || ((type === "day" || type === "boolean") && isNumber(value));

/** Values that today's analysis has, of the type that it says; the page reads them as such. */
function valuesOf<T>(fields: Field[], values: Record<string, T>, isRight: Right): Record<string, T> {
  const read = fields.flatMap(({ name, type }) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return [];
    if (value !== null && !isRight(value, type)) throw damaged();
    return [[name, value] as const];
  });
  return Object.fromEntries(read);
}

/** The analysis of the snapshot with no more tables, columns and figures than the snapshot has. */
export function infoFor(snapshot: Snapshot, catalogue: Catalogue): AnalysisInfo {
  const info = catalogue.analyses.find(({ id }) => id === snapshot.analysis);
  if (!info) {
    throw new Refused(
      "not_ours",
      `This report is of an analysis that this Outlay does not have (${snapshot.analysis}).`,
      "Reload the page to get the newest version, then open it again.",
    );
  }
  for (const params of [snapshot.params, ...(snapshot.scenarios ?? []).map((scenario) => scenario.params)]) {
    valuesOf(info.parameters, params, suitsParameter);
  }
  const { result } = snapshot;
  if (!result) return info;
  const tables = info.results.tables.flatMap((table) => {
    const frame = result.tables[table.name];
    return frame ? [{ ...table, columns: table.columns.filter(({ name }) => frame.columns[name]) }] : [];
  });
  return { ...info, results: { ...info.results, tables } };
}

/** Only columns that the analysis has today, of the kind that it says. */
function known({ rows, columns }: Frame, fields: AnalysisInfo["results"]["tables"][number]["columns"]): Frame {
  const kindOf = (type: string) => (type === "text" || type === "choice" ? "text" : type === "day" ? "day" : "number");
  const kept = fields.flatMap(({ name, type }) => {
    const column = columns[name];
    return column?.kind === kindOf(type) ? [[name, column] as const] : [];
  });
  return { rows, columns: Object.fromEntries(kept) };
}

export function outcomeOf(snapshot: Snapshot, info: AnalysisInfo): RunOutcome | null {
  const { result } = snapshot;
  if (!result) return null;
  const defaults = Object.fromEntries(info.parameters.map((field) => [field.name, field.default ?? null]));
  const scalars = valuesOf(info.results.scalars, result.scalars, suitsFigure);
  const tables = info.results.tables.map(
    (table) => [table.name, known(result.tables[table.name] ?? { rows: 0, columns: {} }, table.columns)] as const,
  );
  return {
    analysis: snapshot.analysis,
    engine: snapshot.engine,
    grade: snapshot.grade,
    params: { ...defaults, ...valuesOf(info.parameters, snapshot.params, suitsParameter) },
    inputs: {},
    result: { scalars, tables: Object.fromEntries(tables) },
    notices: result.notices,
  };
}

/** A column that no other table has: the engine reads tables of the same columns as one, and these are not the reader's own. */
function marked({ rows, columns }: Frame, mark: string): Frame {
  return { rows, columns: { ...columns, [mark]: { kind: "text", codes: new Int32Array(rows), dictionary: ["yes"] } } };
}

/** A file for each frame of input, under the names of the roles; `mark` is another for each report that is opened. */
export function filesOf(snapshot: Snapshot, mark: string): { input: string; file: File }[] {
  return Object.entries(snapshot.inputs ?? {}).flatMap(([input, frames]) =>
    frames.map((frame, k) => ({
      input,
      file: new File([toCsv(marked(frame, mark))], `${input}${k > 0 ? `_${k + 1}` : ""}.csv`, { type: "text/csv" }),
    })),
  );
}

/** Each input reads its table, each role the column of its own name. */
export function requestFor(
  snapshot: Snapshot,
  tables: Record<string, number>,
  params: Record<string, unknown>,
  info: AnalysisInfo,
): RunRequest {
  const inputs = info.inputs.map(({ name }) => {
    const table = tables[name];
    if (table === undefined) return [name, { table: null }] as const;
    const columns = Object.keys(snapshot.inputs?.[name]?.[0]?.columns ?? {});
    return [name, { table, roles: Object.fromEntries(columns.map((role) => [role, role])) }] as const;
  });
  return { inputs: Object.fromEntries(inputs), params };
}
