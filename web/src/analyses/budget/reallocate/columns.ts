// Which columns each table shows first, and what the schema cannot know about them.
import { arrange, type ColumnSpec, columnsFor } from "../../../ui/table";
import type { Field } from "../../../ui/types";
import { heldWords } from "./read";

export const shown: Record<string, string[]> = {
  campaigns: [
    "campaign",
    "group",
    "cost",
    "optimized_budget",
    "budget_change",
    "marginal_cpa",
    "at_bound",
    "expected_conversions",
    "expected_conversions_optimized",
    "conversion_efficiency_rank",
    "shrunk_rate",
    "conversion_rate",
    "cpc",
  ],
  groups: [
    "group",
    "campaigns",
    "cost",
    "optimized_budget",
    "budget_change",
    "expected_conversions",
    "expected_conversions_optimized",
    "at_bound",
  ],
};

const words = { ...heldWords, free: { text: "", title: "No limit holds it." } };

const refined: Record<string, Partial<ColumnSpec>> = {
  at_bound: { words, width: 120 },
  budget_change: { width: 110, total: true },
  marginal_cpa: { label: "Next conversion", width: 130, total: false },
  group: { width: 140 },
  min_budget: { total: false },
  max_budget: { total: false },
};

/** The ratios' own spread has columns that no sum makes sense of. */
export function specsFor(table: string, fields: Field[]): ColumnSpec[] {
  if (table === "summary") return columnsFor(fields).map((spec) => ({ ...spec, total: false }));
  if (table === "frontier") return columnsFor(fields).map((spec) => ({ ...spec, total: false }));
  return arrange(columnsFor(fields), shown[table] ?? [], refined);
}

export const quick: Record<string, string[]> = { campaigns: ["group", "at_bound", "budget_change"], groups: [] };

export const cardFigures: Record<string, string[]> = {
  campaigns: ["cost", "optimized_budget", "budget_change"],
  groups: ["cost", "optimized_budget", "budget_change"],
};
