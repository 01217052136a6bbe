// A small scoring result with names that spreadsheets, Markdown and Slack would act on.
import type { AnalysisInfo, Column, Field, RunOutcome } from "../../../web/src/engine/types";
import type { Given } from "../../../web/src/report/report";

export const hostile = [
  '=HYPERLINK("https://evil.example","x")',
  "+1+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "a | b \\| c\n# not a heading\n| - | - |",
  "<script>alert(1)</script> & <!channel> *bold* _it_ ~s~ `code` @here :smile:",
];

export const ids = ["00123", "1e5", "120210000000000123", "TRUE", "2026-01-02", "=1", "7", "a"];

export const field = (name: string, type: Field["type"], unit = "", label = name): Field => ({
  name,
  type,
  unit,
  label,
  help: `What ${name} is.`,
  group: "",
});

export const text = (values: string[]): Column => ({
  kind: "text",
  codes: Int32Array.from(values, (value) => values.indexOf(value)),
  dictionary: values,
});
export const numbers = (values: number[]): Column => ({ kind: "number", values: Float64Array.from(values) });

const rows = hostile.length;
const each = (value: (row: number) => number) => numbers(Array.from({ length: rows }, (_, row) => value(row)));

export const adsetColumns: Record<string, Column> = {
  campaign_name: text(Array.from({ length: rows }, () => "A campaign")),
  adset_name: text(hostile),
  adset_id: text(ids),
  channel: text(Array.from({ length: rows }, (_, row) => (row % 2 ? "Meta" : "*TikTok*"))),
  weekly_spend: each((row) => 1000.5 + row),
  estimated_cac: each((row) => (row === 2 ? Number.NaN : 80.125 + row)),
  avg_pltv_influ_LB: each(() => 60),
  binomial_ub_cvr: each((row) => 0.01 * row),
  clicks_LB: each((row) => 300 + row),
  selection_reason: text(Array.from({ length: rows }, (_, row) => (row === 1 ? "Binomial optimistic" : "LB"))),
  score_bucket: each((row) => (row < 3 ? 1 : row < 4 ? 0 : row < 7 ? -1 : Number.NaN)),
  week: { kind: "day", days: Int32Array.from({ length: rows }, (_, row) => (row === 0 ? -2147483648 : 20_000 + row)) },
};

const units: Record<string, string> = {
  weekly_spend: "money",
  estimated_cac: "money",
  avg_pltv_influ_LB: "money",
  binomial_ub_cvr: "share",
  clicks_LB: "count",
  p_profitable: "share",
};

export const fieldsOf = (columns: Record<string, Column>): Field[] =>
  Object.entries(columns).map(([name, { kind }]) => field(name, kind, units[name] ?? ""));

export const info: AnalysisInfo = {
  id: "scoring/adsets",
  title: "Score",
  question: "Which adsets should get more next week, and which less?",
  grade: "attributed",
  explains: [],
  inputs: [],
  parameters: [
    field("min_spend", "number", "money", "Least spend"),
    field("alpha", "number", "share", "Error level"),
    field("as_of_week", "day", "", "As of"),
    field("uplift", "map", "rate", "Uplift"),
  ],
  results: {
    scalars: [field("as_of_week", "day"), field("weekly_spend", "number", "money"), field("adsets_seen", "integer")],
    tables: [
      { name: "adsets", label: "Adsets", help: "", columns: fieldsOf(adsetColumns) },
      { name: "dropped", label: "Left out", help: "", columns: [field("gate", "text")] },
      { name: "channels", label: "Channels", help: "", columns: [field("channel", "text")] },
    ],
  },
};

export const outcome: RunOutcome = {
  analysis: "scoring/adsets",
  engine: "0.1.0",
  grade: "attributed",
  params: { min_spend: 100, alpha: 0.2, as_of_week: "", uplift: { Meta: 1.18, "=x": 2 } },
  inputs: { performance: { table: 1, name: "=weeks", rows: 1234, roles: {} } },
  result: {
    scalars: {
      as_of_week: "2026-11-16",
      weekly_spend: 8032,
      adsets_seen: 10,
      adsets_scored: 8,
      adsets_dropped: 2,
      scale_count: 3,
      hold_count: 1,
      reduce_count: 3,
      weekly_spend_reduce: 3000,
      weekly_spend_above_break_even: 7000,
      weeks_in_data: 8,
      spend_coverage: 0.97,
    },
    tables: {
      adsets: { rows, columns: adsetColumns },
      dropped: { rows: 2, columns: { gate: text(["spend", "engagement"]) } },
      channels: { rows: 2, columns: { channel: text(["Meta", "*TikTok*"]) } },
    },
  },
  notices: [
    { code: "duplicates_collapsed", severity: "info", numbers: { rows: 2, keys: 1 }, texts: {} },
    { code: "low_coverage", severity: "warning", numbers: { coverage: 0.9 }, texts: { channel: "<b>|Meta" } },
    { code: "low_coverage", severity: "warning", numbers: { coverage: 0.9 }, texts: { channel: "<b>|Meta" } },
  ],
};

export const given: Given = {
  info,
  outcome,
  currency: "USD",
  locale: "en-US",
  data: [{ name: "weeks | of *ads*", rows: 1234, period: { from: "2026-09-28", to: "2026-11-16" } }],
  link: "https://example.org/report?a=1&b=2",
};
