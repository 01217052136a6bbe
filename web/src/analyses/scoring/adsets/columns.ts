// Which columns each table shows first, and what the schema cannot know about them.

import { arrange, type CellWords, type ColumnSpec, columnsFor } from "../../../ui/table";
import type { Field, TableData } from "../../../ui/types";
import { optimisticReason, reader } from "./read";

export const optimisticHelp =
  "Too few clicks and orders to measure. The CAC is a best case: it assumes the highest order rate that the clicks so far allow. The true CAC is probably higher.";

const adviceHelp = "Scale, hold or reduce, by how far the adset is from break-even relative to the farthest one.";

const reasons: Record<string, CellWords> = {
  LB: { text: "Measured", title: "The window held enough clicks or orders: CAC is spend divided by orders." },
  [optimisticReason]: { text: "Optimistic", title: optimisticHelp, quiet: true },
};

const isMeasured = (data: TableData, row: number) => !reader(data).isOptimistic(row);

const actions: Record<string, CellWords> = {
  scale: { text: "Scale" },
  hold: { text: "Hold" },
  reduce: { text: "Reduce" },
  pause: { text: "Pause", title: "It loses much, and its whole interval is above what an order is worth." },
};

const gates: Record<string, CellWords> = {
  spend: { text: "Too little spend", title: "It spent less than the spend gate asks for in the latest weeks." },
  engagement: {
    text: "Too few clicks or orders",
    title: "It had fewer clicks or orders than the engagement gate asks for.",
  },
  "spend and engagement": {
    text: "Too little spend, clicks or orders",
    title: "It passed neither the spend gate nor the engagement gate.",
  },
};

/** The columns of each table that a reader sees first. */
export const shown: Record<string, string[]> = {
  adsets: [
    "adset_name",
    "score_bucket",
    "channel",
    "weekly_spend",
    "estimated_cac",
    "selection_reason",
    "cac_lower",
    "avg_pltv_influ_LB",
    "p_profitable",
    "campaign_name",
    "scaled_distance",
    "money_at_stake",
    "clicks_needed",
    "ihc_final",
    "clicks_LB",
    "weeks_used",
    "action",
    "notes",
  ],
  campaigns: [
    "campaign_name",
    "score_bucket",
    "channel",
    "adsets",
    "weekly_spend",
    "estimated_cac",
    "avg_pltv_influ_LB",
    "scaled_distance",
    "ihc_final",
    "clicks_LB",
    "adsets_binomial",
  ],
  channels: [
    "channel",
    "score_bucket",
    "adsets",
    "weekly_spend",
    "estimated_cac",
    "target_cac",
    "avg_pltv_influ_LB",
    "scaled_distance",
    "ihc_final",
    "spend_coverage",
    "uplift",
    "adsets_binomial",
  ],
  changes: [
    "adset_name",
    "bucket_before",
    "bucket_after",
    "why",
    "channel",
    "weekly_spend",
    "cac_before",
    "cac_after",
    "pltv_before",
    "pltv_after",
    "score_before",
    "score_after",
  ],
  monitoring: ["channel", "week_start", "factor", "reference", "change", "bound", "drifts", "orders", "attributed"],
  dropped: [
    "adset_name",
    "gate",
    "channel",
    "campaign_name",
    "weekly_spend",
    "recent_spend",
    "recent_clicks",
    "recent_ihc",
  ],
};

const refined: Record<string, Partial<ColumnSpec>> = {
  adset_name: { label: "Adset" },
  adset_id: { label: "Adset id" },
  score_bucket: { label: "Advice", help: adviceHelp, width: 102, bucket: true, align: "start", total: false },
  scaled_distance: { width: 160, bar: true },
  weekly_spend: { label: "Weekly spend", width: 134 },
  estimated_cac: { width: 88 },
  cac_lower: {
    label: "CAC from - to",
    help: "The interval that holds the true CAC in 80 of 100 cases (or as the error level says). The line shows it against what an order is worth, which is the middle: left of it an order costs less. A hollow dot is a best case, not a measured CAC.",
    width: 178,
    align: "end",
    total: false,
    range: { upper: "cac_upper", estimate: "estimated_cac", against: "avg_pltv_influ_LB", isMeasured },
  },
  cac_upper: { label: "CAC, high" },
  p_profitable: { label: "Pays", width: 72, help: "How likely an order costs less than it is worth, as attributed." },
  money_at_stake: { label: "At stake a week", width: 116, total: true },
  clicks_needed: { label: "Clicks to be sure", width: 116, total: false },
  action: { words: actions, width: 96 },
  bucket_before: { label: "Before", width: 102, bucket: true, align: "start", total: false },
  bucket_after: { label: "Now", width: 102, bucket: true, align: "start", total: false },
  why: { width: 250 },
  avg_pltv_influ_LB: { width: 88 },
  cac_spend: { total: true },
  selection_reason: { label: "CAC is", words: reasons, width: 104 },
  gate: { words: gates, width: 240 },
  channel: { width: 140 },
  campaign_name: { width: 190 },
  notes: { width: 180 },
};

/** An id stands in where the export had no names. */
function named(names: string[], fields: Field[], present: (name: string) => boolean): string[] {
  const swap = (name: string) => {
    const id = name.replace(/_name$/, "_id");
    return name.endsWith("_name") && !present(name) && fields.some((field) => field.name === id) ? id : name;
  };
  return names.map(swap);
}

export function specsFor(table: string, fields: Field[], present: (name: string) => boolean): ColumnSpec[] {
  const names = named(shown[table] ?? [], fields, present);
  const specs = arrange(columnsFor(fields), names, refined);
  return specs.map((spec, index) => (index === 0 ? { ...spec, width: 240 } : spec));
}

export const cardFigures: Record<string, string[]> = {
  adsets: ["weekly_spend", "cac_lower", "avg_pltv_influ_LB"],
  changes: ["weekly_spend", "cac_before", "cac_after"],
  monitoring: ["factor", "reference", "change"],
  campaigns: ["weekly_spend", "estimated_cac", "avg_pltv_influ_LB"],
  channels: ["weekly_spend", "estimated_cac", "avg_pltv_influ_LB"],
  dropped: ["weekly_spend", "recent_clicks", "recent_ihc"],
};

export const quick: Record<string, string[]> = {
  adsets: ["score_bucket", "channel", "campaign_name", "selection_reason"],
  changes: ["bucket_after", "channel"],
  monitoring: ["channel"],
  campaigns: ["score_bucket", "channel"],
  channels: [],
  dropped: ["gate", "channel"],
};
