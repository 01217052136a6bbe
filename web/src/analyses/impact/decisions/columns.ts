// Which columns each table shows first, and what the schema cannot know about them.
import { arrange, type CellWords, type ColumnSpec, columnsFor } from "../../../ui/table";
import type { Field } from "../../../ui/types";
import { accountColumns } from "../charts/tables";
import { typeNames } from "./read";

const findings: Record<string, CellWords> = {
  stands_out: { text: "Stands out", title: "More than untouched targets do by chance." },
  within_chance: { text: "Within chance", title: "Untouched targets move as much by themselves.", quiet: true },
  immature: { text: "Too young", title: "Its horizon and buffer have not passed.", quiet: true },
  not_located: { text: "Not found", title: "Its target is not in the data, or has no days on one side.", quiet: true },
  unknown_type: { text: "Unknown type", title: "The type of action is not known.", quiet: true },
  nothing_before: { text: "Nothing before", title: "No clicks before the action to compare with.", quiet: true },
  too_little_history: {
    text: "Too little history",
    title: "The data begins too shortly before the action.",
    quiet: true,
  },
  earlier_action: {
    text: "Earlier action",
    title: "Another action on the same thing falls in its windows: their effects cannot be told apart.",
    quiet: true,
  },
  too_few_controls: {
    text: "No look-alikes",
    title: "Too few untouched targets like it over the same days.",
    quiet: true,
  },
};

const excluded: Record<string, CellWords> = {
  immature: { text: "Too young", title: "Its horizon and buffer have not passed." },
  unverified: { text: "Not verifiable", title: "The data cannot show whether it was carried out." },
  not_implemented: { text: "Not carried out", title: "The data show no sign of it." },
  market_drag: { text: "Market drag", title: "Sales were expected to fall, and fell further." },
};

const yesNo: Record<string, CellWords> = { true: { text: "Yes" }, false: { text: "No" } };

const tags: Record<string, CellWords> = {
  "Offensive Win": { text: "Offensive Win", title: "Growth was expected, and beaten." },
  "Defensive Win": { text: "Defensive Win", title: "A fall was expected, and softened; or waste was stopped." },
  Gap: { text: "Gap", title: "Less than expected, or nothing." },
  "Market Drag": { text: "Market Drag", title: "A fall was expected, and it fell further: not counted." },
};

const shown: Record<string, string[]> = {
  actions: [
    "target_text",
    "action_type",
    "action_date",
    "status",
    "impact",
    "controlled_impact",
    "controlled_low",
    "controlled_high",
    "weight",
    "formula",
    "tag",
    "finding",
    "before_spend",
    "after_spend",
    "before_sales",
    "after_sales",
    "excluded_for",
    "campaign_name",
    "match_level",
  ],
  totals: [
    "name",
    "group",
    "actions",
    "counted",
    "impact",
    "impact_low",
    "impact_high",
    "controlled_actions",
    "source_same",
    "controlled_impact",
    "controlled_low",
    "controlled_high",
    "placebo_impact",
    "win_rate_pct",
  ],
  ...accountColumns,
};

const types = Object.fromEntries(
  Object.entries(typeNames).map(([name, text]) => [name, { text: text.replace(/s$/, "").replace(/s up$/, " up") }]),
);

const refined: Record<string, Partial<ColumnSpec>> = {
  action_type: { words: { ...types, BID_DOWN: { text: "Bid down" } }, width: 130 },
  finding: { words: findings, width: 136 },
  excluded_for: { words: excluded, width: 130 },
  validated: { words: yesNo },
  mature: { words: yesNo },
  counted: { width: 96 },
  tag: { words: tags, width: 124 },
  status: { width: 170 },
  formula: { width: 420 },
  weight: { width: 86 },
  // Also of rows that do not count: their sum would be no figure of the page.
  impact: { width: 104, total: false },
  controlled_impact: { label: "Against look-alikes", width: 176, total: true },
  campaign_name: { width: 200 },
  controlled_low: { label: "low", width: 96, total: false },
  controlled_high: { label: "high", width: 96, total: false },
  pretrend_impact: { total: false },
  before_cpc: { total: false },
  after_cpc: { total: false },
  name: { width: 230 },
};

/** A sum over rows that overlap (by type, by outcome, by status) means nothing. */
const overlapping = new Set(["totals"]);

export function specsFor(table: string, fields: Field[]): ColumnSpec[] {
  const specs = arrange(columnsFor(fields), shown[table] ?? [], refined);
  return overlapping.has(table) ? specs.map((spec) => ({ ...spec, total: false })) : specs;
}

export const cardFigures: Record<string, string[]> = {
  actions: ["impact", "controlled_impact", "weight"],
  totals: ["actions", "impact", "controlled_impact"],
  segments: ["spend", "sales", "efficiency_index"],
  quadrants: ["spend", "roas", "cvr"],
};

export const quick: Record<string, string[]> = {
  actions: ["action_type", "tag", "status", "finding"],
  totals: ["group"],
  segments: ["label"],
  quadrants: ["quadrant"],
};
