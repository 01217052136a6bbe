// Money left out of a snapshot: amounts are told relative to the largest total, which is 100.
import type { ShownUnits } from "../analyses/summaries";
import type { AnalysisInfo, Column, Field, Notice, Scalar } from "../engine/types";
import { isOurs } from "./engine-words";
import type { Frame, Snapshot } from "./snapshot";

/** What the numbers of a notice may be called when they are no money. */
const counts = new Set(
  "rows keys cells adsets weeks days files share coverage factor ratio missing step superseded orders clicks".split(
    " ",
  ),
);

const isMoney = (field: Field | undefined) => field?.unit === "money";

/** The fields with the units that they have in this run. */
function inForce(info: AnalysisInfo, units: Record<string, ShownUnits>): AnalysisInfo["results"] {
  const named = (field: Field): Field => ({ ...field, unit: units[field.name] ?? field.unit });
  const { scalars, tables } = info.results;
  return {
    scalars: scalars.map(named),
    tables: tables.map((table) => ({ ...table, columns: table.columns.map(named) })),
  };
}

/** 100 over the largest amount that stands for the whole. */
function factorOf(snapshot: Snapshot, results: AnalysisInfo["results"]): number {
  const scalars = snapshot.result?.scalars ?? {};
  const totals = results.scalars.filter(isMoney).map(({ name }) => Math.abs(Number(scalars[name]) || 0));
  const columns = Object.values(snapshot.result?.tables ?? {}).flatMap((frame) => Object.values(frame.columns));
  const largest = Math.max(0, ...totals);
  if (largest > 0) return 100 / largest;
  const values = columns.flatMap((column) =>
    column.kind === "number" ? [column.values.reduce((a, b) => Math.max(a, Math.abs(b) || 0), 0)] : [],
  );
  return 100 / (Math.max(0, ...values) || 1);
}

/** Four digits are what an index is read to, and six decimals what a link tells shortly. */
const rounded = (value: number) => (Number.isFinite(value) ? Number(Number(value.toPrecision(4)).toFixed(6)) : value);

/** What something brings per unit of money grows as money shrinks: left as it is, it would tell the scale. */
function indexed(value: number, field: Field | undefined, factor: number): number {
  if (isMoney(field)) return rounded(value * factor);
  return field?.unit === "per money" ? rounded(value / factor) : value;
}

/** The engine's sentences may tell amounts; of their numbers only percentages do not. */
const tellsAmounts = (table: string, name: string, column: Column) =>
  column.kind === "text" && isOurs(table, name) && column.dictionary.some((text) => /\d(?![\d.]*%)/.test(text));

function indexFrame(table: string, frame: Frame, fields: Field[], factor: number): Frame {
  const columns = Object.entries(frame.columns).flatMap(([name, column]): [string, Column][] => {
    if (tellsAmounts(table, name, column)) return [];
    if (column.kind !== "number") return [[name, column]];
    const field = fields.find((one) => one.name === name);
    return [[name, { ...column, values: column.values.map((value) => indexed(value, field, factor)) }]];
  });
  return { ...frame, columns: Object.fromEntries(columns) };
}

function indexParam(field: Field | undefined, value: unknown, factor: number): unknown {
  if (!isMoney(field)) return value;
  if (typeof value === "number") return rounded(value * factor);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, typeof one === "number" ? rounded(one * factor) : one]),
  );
}

/** Limits and edits by name hold amounts among other things, which none of their units tell: they stay behind. */
const isRecords = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.values(value).some((one) => typeof one === "object");

const withoutMoney = ({ numbers }: Notice) => Object.keys(numbers).every((name) => counts.has(name));

/** The input is left out with it: the engine could not compute on an index what it computes on money. */
export function hideMoney(snapshot: Snapshot, info: AnalysisInfo, units: Record<string, ShownUnits> = {}): Snapshot {
  const results = inForce(info, units);
  const factor = factorOf(snapshot, results);
  // Nor scenarios: there is nothing to try them on, and they hold amounts.
  const { result, scenarios: _, ...rest } = snapshot;
  const fieldsOf = (table: string) => results.tables.find(({ name }) => name === table)?.columns ?? [];
  const scalar = (name: string, value: Scalar) => {
    const field = results.scalars.find((one) => one.name === name);
    return typeof value === "number" ? indexed(value, field, factor) : value;
  };
  const param = (name: string, value: unknown) =>
    indexParam(
      info.parameters.find((field) => field.name === name),
      value,
      factor,
    );
  return {
    ...rest,
    currency: "",
    params: Object.fromEntries(
      Object.entries(snapshot.params).flatMap(([name, value]) =>
        isRecords(value) ? [] : [[name, param(name, value)]],
      ),
    ),
    hidden: { ...snapshot.hidden, money: true },
    inputs: null,
    result: result && {
      scalars: Object.fromEntries(Object.entries(result.scalars).map(([name, value]) => [name, scalar(name, value)])),
      tables: Object.fromEntries(
        Object.entries(result.tables).map(([name, frame]) => [name, indexFrame(name, frame, fieldsOf(name), factor)]),
      ),
      notices: result.notices.filter(withoutMoney),
    },
  };
}
