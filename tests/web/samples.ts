// A small analysis and tables that fit it more or less, for tests of the page's own logic.
import type { AnalysisInfo, ColumnReport, Role, TableReport } from "../../web/src/engine/types";

const role = (name: string, kind: Role["kind"], required = true): Role => ({
  name,
  label: name,
  help: "",
  kind,
  required,
});

export const info: AnalysisInfo = {
  id: "scoring/adsets",
  title: "Score",
  question: "Which adsets?",
  grade: "attributed",
  explains: [],
  inputs: [
    {
      name: "performance",
      label: "Performance",
      required: true,
      help: "",
      roles: [
        role("week_start", "day"),
        role("adset_id", "text"),
        role("spend", "number"),
        role("channel", "text", false),
      ],
    },
    {
      name: "orders",
      label: "Orders",
      required: false,
      help: "",
      roles: [role("channel", "text"), role("orders", "number")],
    },
  ],
  parameters: [],
  results: { scalars: [], tables: [] },
};

export function column(name: string, type: ColumnReport["type"], as: string | null = null): ColumnReport {
  const reason = as ? "exact_name" : "none";
  return { name, type, role: as, confidence: as ? 1 : 0, reason, missing: 0, bad: null, samples: [] };
}

/** What a table report says of a table about which there is nothing to say. */
export const plainTable = {
  platform: "generic",
  platform_label: "Table",
  title: "",
  shape: null,
  period: null,
  currency: null,
  set_aside: [],
  set_aside_count: 0,
  controls: [],
  questions: [],
  personal: [],
  notices: [],
};

export function table(id: number, columns: ColumnReport[], part = "table.csv"): TableReport {
  return { ...plainTable, id, name: `table ${id}`, part, place: `${part}#0`, rows: 1, columns };
}
