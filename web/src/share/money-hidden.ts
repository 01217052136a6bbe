// Money left out of a snapshot: amounts are told relative to the largest total, which is 100.
import type { AnalysisInfo, Field, Notice, Scalar } from "../engine/types";
import type { Frame, Snapshot } from "./snapshot";

/** What the numbers of a notice may be called when they are no money. */
const counts = new Set(
  "rows keys cells adsets weeks days files share coverage factor ratio missing step superseded orders clicks".split(
    " ",
  ),
);

const isMoney = (field: Field | undefined) => field?.unit === "money";

/** 100 over the largest amount that stands for the whole. */
function factorOf(snapshot: Snapshot, info: AnalysisInfo): number {
  const scalars = snapshot.result?.scalars ?? {};
  const totals = info.results.scalars.filter(isMoney).map(({ name }) => Math.abs(Number(scalars[name]) || 0));
  const columns = Object.values(snapshot.result?.tables ?? {}).flatMap((frame) => Object.values(frame.columns));
  const largest = Math.max(0, ...totals);
  if (largest > 0) return 100 / largest;
  const values = columns.flatMap((column) =>
    column.kind === "number" ? [column.values.reduce((a, b) => Math.max(a, Math.abs(b) || 0), 0)] : [],
  );
  return 100 / (Math.max(0, ...values) || 1);
}

/** Four digits are what an index is read to. */
const rounded = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(4)) : value);

function indexFrame(frame: Frame, fields: Field[], factor: number): Frame {
  const columns = Object.entries(frame.columns).map(([name, column]) => {
    const money = isMoney(fields.find((field) => field.name === name));
    if (!money || column.kind !== "number") return [name, column];
    return [name, { ...column, values: column.values.map((value) => rounded(value * factor)) }];
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
export function hideMoney(snapshot: Snapshot, info: AnalysisInfo): Snapshot {
  const factor = factorOf(snapshot, info);
  // Nor scenarios: there is nothing to try them on, and they hold amounts.
  const { result, scenarios: _, ...rest } = snapshot;
  const fieldsOf = (table: string) => info.results.tables.find(({ name }) => name === table)?.columns ?? [];
  const scalar = (name: string, value: Scalar) =>
    isMoney(info.results.scalars.find((field) => field.name === name)) && typeof value === "number"
      ? rounded(value * factor)
      : value;
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
        Object.entries(result.tables).map(([name, frame]) => [name, indexFrame(frame, fieldsOf(name), factor)]),
      ),
      notices: result.notices.filter(withoutMoney),
    },
  };
}
