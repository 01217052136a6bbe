// The result of scoring/adsets as the page reads it: scalars with names, columns with defaults.
import type { RunOutcome } from "../../../engine/protocol";
import { parseIsoDay } from "../../../ui/format";
import { numberAt, textAt } from "../../../ui/table/cells";
import type { TableData } from "../../../ui/types";

export interface Scalars {
  asOf: number;
  seen: number;
  scored: number;
  dropped: number;
  scale: number;
  hold: number;
  reduce: number;
  unscored: number;
  spend: number;
  spendScale: number;
  spendHold: number;
  spendReduce: number;
  /** Of every adset whose CAC is above its pLTV, held ones too. */
  spendAbove: number;
  /** The part of it whose interval does not rule out a profit. */
  spendAboveUnclear: number;
  /** Among those to reduce. */
  pause: number;
  /** What the spend above break-even loses this week. */
  loss: number;
  /** The interval of the CAC holds the pLTV. */
  undecided: number;
  spendUndecided: number;
  /** Advice that is another than a week before; NaN when there is no week before. */
  changed: number;
  coverage: number;
  lookback: number;
  optimistic: number;
  weeks: number;
  targetCac: number;
}

export function readScalars(scalars: RunOutcome["result"]["scalars"]): Scalars {
  const at = (name: string) => (typeof scalars[name] === "number" ? scalars[name] : Number.NaN);
  const count = (name: string) => at(name) || 0;
  const asOf = scalars.as_of_week;
  return {
    asOf: typeof asOf === "string" ? parseIsoDay(asOf) : at("as_of_week"),
    seen: count("adsets_seen"),
    scored: count("adsets_scored"),
    dropped: count("adsets_dropped"),
    scale: count("scale_count"),
    hold: count("hold_count"),
    reduce: count("reduce_count"),
    unscored: count("unscored_count"),
    spend: count("weekly_spend"),
    spendScale: count("weekly_spend_scale"),
    spendHold: count("weekly_spend_hold"),
    spendReduce: count("weekly_spend_reduce"),
    spendAbove: count("weekly_spend_above_break_even"),
    spendAboveUnclear: count("weekly_spend_above_undecided"),
    pause: count("pause_count"),
    loss: count("weekly_loss"),
    undecided: count("undecided_count"),
    spendUndecided: count("weekly_spend_undecided"),
    changed: scalars.previous_week === null ? Number.NaN : count("changed_count"),
    coverage: at("spend_coverage"),
    lookback: count("lb_count"),
    optimistic: count("binomial_count"),
    weeks: count("weeks_in_data"),
    targetCac: at("target_cac"),
  };
}

export const empty: TableData = { rows: 0, columns: {} };
export const optimisticReason = "Binomial optimistic";

/** Named access to one row's cell, so that drawing and counting read the same. */
export function reader(table: TableData) {
  return {
    rows: table.rows,
    number: (name: string, row: number) => numberAt(table.columns[name], row),
    text: (name: string, row: number) => textAt(table.columns[name], row),
    nameOf: (row: number) => textAt(table.columns.adset_name, row) || textAt(table.columns.adset_id, row),
    isOptimistic: (row: number) => textAt(table.columns.selection_reason, row) === optimisticReason,
  };
}
