// The result of impact/decisions as the page reads it.
import type { RunOutcome } from "../../../engine/protocol";
import type { TableData } from "../../../ui/types";
import { reader } from "../charts/tables";

export interface Estimate {
  value: number;
  low: number;
  high: number;
}

export interface Scalars {
  actions: number;
  mature: number;
  counted: number;
  excluded: { reason: string; count: number }[];
  formula: Estimate;
  controlled: Estimate;
  /** How often signs flipped at random make a sum as high. */
  formulaByLuck: number;
  controlledByLuck: number;
  controlledActions: number;
  sameActions: number;
  placebo: number;
  steadied: number;
  trust: string;
  reason: string;
  winRate: number;
  winRateNonzero: number;
  capital: number;
  spend: number;
  roi: number;
  efficiency: number;
  discoveries: number;
  clusters: number;
  clusterBy: string;
}

export const reasons = ["immature", "unverified", "not_implemented", "market_drag"] as const;

export function readScalars(scalars: RunOutcome["result"]["scalars"]): Scalars {
  const at = (name: string) => (typeof scalars[name] === "number" ? scalars[name] : Number.NaN);
  const text = (name: string) => (typeof scalars[name] === "string" ? scalars[name] : "");
  return {
    actions: at("actions"),
    mature: at("mature"),
    counted: at("counted"),
    excluded: reasons.map((reason) => ({ reason, count: at(`excluded_${reason}`) || 0 })),
    formula: { value: at("net_impact"), low: at("net_low"), high: at("net_high") },
    controlled: { value: at("controlled_net"), low: at("controlled_low"), high: at("controlled_high") },
    formulaByLuck: at("net_p_value"),
    controlledByLuck: at("controlled_p_value"),
    controlledActions: at("controlled_actions"),
    sameActions: at("source_same_actions"),
    placebo: at("placebo_net"),
    steadied: at("shrunk_net"),
    trust: text("trust"),
    reason: text("trust_reason"),
    winRate: at("win_rate_pct"),
    winRateNonzero: at("win_rate_nonzero_pct"),
    capital: at("capital_protected"),
    spend: at("managed_spend"),
    roi: at("decision_roi_pct"),
    efficiency: at("spend_efficiency_pct"),
    discoveries: at("discoveries") || 0,
    clusters: at("clusters"),
    clusterBy: text("cluster_by"),
  };
}

export interface TypeRow {
  name: string;
  actions: number;
  counted: number;
  formula: Estimate;
  controlled: Estimate;
  compared: number;
}

export const typeNames: Record<string, string> = {
  NEGATIVE: "Negatives",
  HARVEST: "Harvests",
  BID_CHANGE: "Bid changes",
  BID_UP: "Bids up",
  BID_DOWN: "Bids down",
  VISIBILITY_BOOST: "Visibility boosts",
  PAUSE: "Pauses",
  UNKNOWN: "Unknown type",
};

/** The rows of the totals of one group: by type, or by outcome. */
export function totalsOf(table: TableData, group: string): TypeRow[] {
  const read = reader(table);
  const estimate = (row: number, value: string, stem: string) => ({
    value: read.number(value, row),
    low: read.number(`${stem}_low`, row),
    high: read.number(`${stem}_high`, row),
  });
  return read.rows
    .filter((row) => read.text("group", row) === group)
    .map((row) => ({
      name: read.text("name", row),
      actions: read.number("actions", row),
      counted: read.number("counted", row),
      formula: estimate(row, "impact", "impact"),
      controlled: estimate(row, "controlled_impact", "controlled"),
      compared: read.number("controlled_actions", row),
    }));
}
