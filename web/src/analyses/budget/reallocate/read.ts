// The result of budget/reallocate as the page reads it.
import type { RunOutcome } from "../../../engine/protocol";
import { numberAt, textAt } from "../../../ui/table";
import type { TableData } from "../../../ui/types";

export interface Words {
  currency: string;
  locale?: string;
}

export const empty: TableData = { rows: 0, columns: {} };

export interface Scalars {
  campaigns: number;
  noEvidence: number;
  raised: number;
  lowered: number;
  held: number;
  budgetToday: number;
  budget: number;
  moved: number;
  conversionsToday: number;
  conversions: number;
  valueToday: number;
  value: number;
  /** At the rates as observed, in units of what is maximised. */
  lift: number;
  liftShare: number;
  verdict: string;
  expected: number;
  expectedShare: number;
  low: number;
  high: number;
  pGain: number;
  pEqual: number;
  leftOnTable: number;
  marginalCpa: number;
  cpa: number;
  roas: number;
  bound: number;
  gap: number;
}

export function readScalars(scalars: RunOutcome["result"]["scalars"]): Scalars {
  const at = (name: string) => (typeof scalars[name] === "number" ? scalars[name] : Number.NaN);
  return {
    campaigns: at("campaigns"),
    noEvidence: at("no_evidence"),
    raised: at("winners"),
    lowered: at("losers"),
    held: at("at_bounds"),
    budgetToday: at("baseline_budget"),
    budget: at("optimized_budget"),
    moved: at("moved"),
    conversionsToday: at("baseline_conversions"),
    conversions: at("optimized_conversions"),
    valueToday: at("baseline_value"),
    value: at("optimized_value"),
    lift: at("lift"),
    liftShare: at("lift_share"),
    verdict: typeof scalars.verdict === "string" ? scalars.verdict : "unknown",
    expected: at("shrunk_lift"),
    expectedShare: at("shrunk_lift_share"),
    low: at("lift_low"),
    high: at("lift_high"),
    pGain: at("p_gain"),
    pEqual: at("p_equal_rates"),
    leftOnTable: at("left_on_table"),
    marginalCpa: at("marginal_cpa"),
    cpa: at("average_cpa"),
    roas: at("average_roas"),
    bound: at("bound"),
    gap: at("gap"),
  };
}

/** What the interval is held against: a share of today's worth. */
export const shareOfToday = (s: Scalars, value: number) => value / Math.abs(s.valueToday);

export interface Campaigns {
  rows: number;
  name: (row: number) => string;
  group: (row: number) => string;
  held: (row: number) => string;
  at: (column: string, row: number) => number;
}

export function readCampaigns(table: TableData = empty): Campaigns {
  return {
    rows: table.rows,
    name: (row) => textAt(table.columns.campaign, row),
    group: (row) => textAt(table.columns.group, row),
    held: (row) => textAt(table.columns.at_bound, row),
    at: (column, row) => numberAt(table.columns[column], row),
  };
}

/** A limit holds the campaign where the engine names one; "free" stands in a dictionary for none. */
export const isFree = (held: string) => held === "" || held === "free";

export const heldWords: Record<string, { text: string; title: string }> = {
  min: { text: "Least", title: "It may not get less." },
  max: { text: "Most", title: "It may not get more." },
  off: { text: "Off", title: "It gets nothing: less than the least viable spend would be left for it." },
  locked: { text: "By hand", title: "Locked at today's spend, or its budget was given by hand." },
  "no evidence": { text: "No evidence", title: "Without clicks or spend nothing tells what more money would do." },
  "group min": { text: "Group's least", title: "Its group may not get less." },
  "group max": { text: "Group's most", title: "Its group may not get more." },
};
