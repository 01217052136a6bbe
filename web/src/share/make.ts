// The snapshot of a result as its sender wants it: which tables, rounded as shown, with or without names and money.
import type { TakeAway } from "../analyses/summaries";
import type { AnalysisInfo, Column, Field, RunOutcome, Scalar } from "../engine/types";
import type { DataUsed } from "../state/data-used";
import type { Scenario } from "../state/scenarios";
import { shownDecimals } from "../ui/table/cells";
import { isPersonal } from "./engine-words";
import { hideMoney } from "./money-hidden";
import { hideNames } from "./names-hidden";
import type { Frame, Snapshot } from "./snapshot";

export interface Shared {
  info: AnalysisInfo;
  outcome: RunOutcome;
  currency: string;
  data: DataUsed[];
  takeAway: TakeAway;
  /** The columns behind the result by input and role; null when they do not travel. */
  inputs: Record<string, Frame[]> | null;
  scenarios?: Scenario[];
  /** What the person set; without it, what the result says that it was asked. */
  params?: Record<string, unknown>;
}

export interface Options {
  title: string;
  text: string;
  hideNames: boolean;
  hideMoney: boolean;
  /** Result tables to leave out, since they make the link long. */
  without: string[];
  withoutScenarios?: boolean;
}

function roundedColumn(column: Column, field: Field): Column {
  if (column.kind !== "number") return column;
  const scale = 10 ** shownDecimals(column.values, field.unit);
  return { ...column, values: column.values.map((value) => Math.round(value * scale) / scale) };
}

/** The tables that may travel, most telling first. */
export function tablesToShare({ info, outcome, takeAway }: Pick<Shared, "info" | "outcome" | "takeAway">): string[] {
  const present = info.results.tables.map(({ name }) => name).filter((name) => outcome.result.tables[name]);
  const named = Object.keys(takeAway.share?.tables ?? {}).filter((name) => present.includes(name));
  return named.length > 0 ? named : present;
}

function frameOf({ info, outcome, takeAway }: Shared, table: string): Frame {
  const fields = info.results.tables.find(({ name }) => name === table)?.columns ?? [];
  const data = outcome.result.tables[table] ?? { rows: 0, columns: {} };
  const wanted = takeAway.share?.tables?.[table];
  const travels = (name: string) => data.columns[name] && !isPersonal(name) && (!wanted || wanted.includes(name));
  const kept = fields.filter(({ name }) => travels(name));
  const columns = kept.map((field) => [field.name, roundedColumn(data.columns[field.name] as Column, field)]);
  return { rows: data.rows, columns: Object.fromEntries(columns) };
}

/** Digits beyond what any figure shows only make the link longer. */
const shortScalar = (value: Scalar): Scalar =>
  typeof value === "number" && Number.isFinite(value)
    ? Number(value.toPrecision(9))
    : Number.isNaN(value)
      ? null
      : value;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export function changedParams(info: AnalysisInfo, params: Record<string, unknown>): Record<string, unknown> {
  const standard = (name: string) => info.parameters.find((field) => field.name === name)?.default;
  return Object.fromEntries(
    Object.entries(params).filter(([name, value]) => value !== null && !same(value, standard(name))),
  );
}

export function snapshotFor(shared: Shared, options: Options): Snapshot {
  const { info, outcome, currency, data, takeAway, inputs, scenarios = [] } = shared;
  const { result } = outcome;
  const tables = tablesToShare(shared).filter((name) => !options.without.includes(name));
  const live = inputs !== null && !options.hideMoney;
  const made: Snapshot = {
    analysis: info.id,
    engine: outcome.engine,
    grade: outcome.grade,
    currency,
    title: options.title,
    text: options.text,
    params: (live && shared.params) || changedParams(info, outcome.params),
    data,
    hidden: { names: false, money: false },
    // A reader whose engine computes the result needs it not.
    result: live
      ? null
      : {
          scalars: Object.fromEntries(
            Object.entries(result.scalars).map(([name, value]) => [name, shortScalar(value)]),
          ),
          tables: Object.fromEntries(tables.map((name) => [name, frameOf(shared, name)])),
          notices: outcome.notices,
        },
    inputs: live ? inputs : null,
    ...(live && !options.withoutScenarios && scenarios.length > 0 && { scenarios }),
  };
  const nameless = options.hideNames ? hideNames(made, takeAway.share?.words, info.parameters) : made;
  return options.hideMoney ? hideMoney(nameless, info, takeAway.share?.units?.(outcome.params)) : nameless;
}
