// The working surface: channels by model, paths, assists, pairs and what lies behind the chain.
import { useMemo } from "preact/hooks";
import { modelNames } from "../../../ui/attribution-words";
import { formatter } from "../../../ui/format";
import { Tabs } from "../../../ui/layout";
import { arrange, type CellWords, type ColumnSpec, columnsFor, DataTable } from "../../../ui/table";
import type { PageProps } from "../../types";
import { empty } from "../read";

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

interface TablesProps extends PageProps {
  model: string;
  asked: number;
}

function OneTable({ table, noun, model, asked, ...props }: TablesProps & { table: string; noun: string }) {
  const { info, outcome, currency, locale, onCsv, onOpen } = props;
  const data = outcome.result.tables[table] ?? empty;
  const about = info.results.tables.find((one) => one.name === table);
  const columns = useMemo(() => {
    const specs = columnsFor(about?.columns ?? []);
    const known = (name: string) => {
      const column = data.columns[name];
      return column?.kind !== "number" || column.values.some(Number.isFinite);
    };
    const names = (shown[table] ?? specs.map((spec) => spec.name)).filter(known);
    return arrange(specs, names, refined);
  }, [about, data, table]);
  const preset = table === "channels" ? { model: { kind: "choice" as const, values: [model] } } : undefined;
  return (
    <DataTable
      key={`${asked} ${table} ${model}`}
      id={`table-${table}`}
      label={about?.label ?? table}
      noun={noun}
      columns={columns}
      data={data}
      currency={currency}
      locale={locale}
      quick={table === "channels" ? ["model", "channel"] : []}
      cardFigures={cards[table]}
      preset={preset}
      onCsv={() => onCsv(table)}
      onOpen={onOpen && ((row) => onOpen(table, row))}
    />
  );
}

export function Tables(props: TablesProps) {
  const { outcome, view, onView, locale } = props;
  const rows = (id: string) => outcome.result.tables[id]?.rows ?? 0;
  const there = tables.filter(({ id }) => rows(id) > 0);
  const open = there.find((table) => table.id === view.table) ?? there[0];
  if (!open) return null;
  const tabs = there.map(({ id, label }) => ({ id, label, count: formatter({ locale }).format(rows(id)) }));
  return (
    <div id="tables">
      <Tabs label="Tables" tabs={tabs} active={open.id} onChange={(table) => onView({ table })}>
        <OneTable key={open.id} {...props} table={open.id} noun={open.noun} />
      </Tabs>
    </div>
  );
}
