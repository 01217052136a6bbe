// Which columns each table shows first, and what the schema cannot know about them.

import { arrange, type CellWords, type ColumnSpec, columnsFor } from "../../../ui/table";
import type { Field } from "../../../ui/types";
import { optimisticReason } from "./read";

export const optimisticHelp =
  "Too few clicks and orders to measure. The CAC is a best case: it assumes the highest order rate that the clicks so far allow. The true CAC is probably higher.";

const adviceHelp = "Scale, hold or reduce, by how far the adset is from break-even relative to the farthest one.";

const reasons: Record<string, CellWords> = {
  LB: { text: "Measured", title: "The window held enough clicks or orders: CAC is spend divided by orders." },
  [optimisticReason]: { text: "Optimistic", title: optimisticHelp, quiet: true },
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
    "campaign_name",
    "weekly_spend",
    "estimated_cac",
    "avg_pltv_influ_LB",
    "scaled_distance",
    "ihc_final",
    "clicks_LB",
    "weeks_used",
    "selection_reason",
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
  weekly_spend: { label: "Weekly spend", width: 140 },
  estimated_cac: { width: 88 },
  avg_pltv_influ_LB: { width: 88 },
  cac_spend: { total: true },
  selection_reason: { label: "CAC is", words: reasons, width: 108 },
  gate: { words: gates, width: 240 },
  channel: { width: 148 },
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
  adsets: ["weekly_spend", "estimated_cac", "avg_pltv_influ_LB"],
  campaigns: ["weekly_spend", "estimated_cac", "avg_pltv_influ_LB"],
  channels: ["weekly_spend", "estimated_cac", "avg_pltv_influ_LB"],
  dropped: ["weekly_spend", "recent_clicks", "recent_ihc"],
};

export const quick: Record<string, string[]> = {
  adsets: ["score_bucket", "channel", "selection_reason"],
  campaigns: ["score_bucket", "channel"],
  channels: [],
  dropped: ["gate", "channel"],
};
