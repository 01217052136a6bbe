// The working surface: channels by model, paths, assists, pairs and what lies behind the chain.
import { modelNames } from "../../../ui/attribution-words";
import { arrange, type CellWords, type ColumnSpec, columnsFor, type Filters } from "../../../ui/table";
import type { Field, TableData } from "../../../ui/types";
import { choice, ResultTables } from "../../result-tables";
import type { PageProps } from "../../types";

const tables = [
  { id: "channels", label: "Channels", noun: "rows" },
  { id: "top_paths", label: "Top paths", noun: "paths" },
  { id: "assists", label: "Assists", noun: "channels" },
  { id: "synergy", label: "Pairs", noun: "pairs" },
  { id: "removal_effects", label: "Removal effects", noun: "channels" },
  { id: "transitions", label: "Moves", noun: "moves" },
  { id: "orders", label: "Markov orders", noun: "orders" },
  { id: "calibration", label: "Data-driven fit", noun: "tenths" },
  { id: "rules", label: "Channel rules", noun: "rules" },
  { id: "accuracy", label: "Against the experiment", noun: "models" },
];

const modelWords: Record<string, CellWords> = Object.fromEntries(
  Object.entries(modelNames).map(([model, text]) => [model, { text }]),
);

const shown: Record<string, string[]> = {
  channels: [
    "channel",
    "model",
    "share",
    "share_low",
    "share_high",
    "conversions",
    "value",
    "value_low",
    "value_high",
    "value_difference_to_last",
    "spend",
    "cpa",
    "roas",
  ],
};

const refined: Record<string, Partial<ColumnSpec>> = {
  model: { words: modelWords, width: 160 },
  share: { bar: true, width: 120 },
  path: { width: 420 },
};

const cards: Record<string, string[]> = {
  channels: ["share", "conversions", "value"],
  top_paths: ["conversions", "nulls", "conversion_rate"],
  assists: ["first", "last", "assists"],
};

/** Columns without a figure, such as the cost without spend, only take room. */
function columnsOf(table: string, fields: Field[], data: TableData) {
  const specs = columnsFor(fields);
  const known = (name: string) => {
    const column = data.columns[name];
    return column?.kind !== "number" || column.values.some(Number.isFinite);
  };
  return arrange(specs, (shown[table] ?? specs.map((spec) => spec.name)).filter(known), refined);
}

const spec = { columnsOf, quick: { channels: ["model", "channel"] }, cards };

export function Tables({ model, asked, ...props }: PageProps & { model: string; asked: number }) {
  const { outcome, onView } = props;
  const presetOf = (table: string): Filters => (table === "channels" ? { model: choice(model) } : {});
  return (
    <ResultTables
      {...props}
      tabs={tables.filter(({ id }) => (outcome.result.tables[id]?.rows ?? 0) > 0)}
      spec={spec}
      presetOf={presetOf}
      renewed={`${asked} ${model}`}
      onChoose={(table) => onView({ table })}
    />
  );
}
