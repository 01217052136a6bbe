// The working surface: actions, their totals, segments and campaigns, one tab each.
import { useMemo } from "preact/hooks";
import { formatter } from "../../../ui/format";
import { Tabs } from "../../../ui/layout";
import { DataTable, type Filters } from "../../../ui/table";
import type { PageProps, View } from "../../types";
import { empty } from "../charts/tables";
import { cardFigures, quick, specsFor } from "./columns";

const tables = [
  { id: "actions", label: "Actions", noun: "actions" },
  { id: "totals", label: "Totals", noun: "rows" },
  { id: "segments", label: "Segments", noun: "segments" },
  { id: "quadrants", label: "Campaigns", noun: "campaigns" },
];

/** The filters that a link asks for. */
export function presetOf(view: View): Filters {
  const asked: [string, string | undefined][] = [
    ["counted", view.counted],
    ["finding", view.finding],
    ["tag", view.tag],
    ["action_type", view.type],
  ];
  return Object.fromEntries(
    asked.flatMap(([name, value]) => (value ? [[name, { kind: "choice" as const, values: [value] }]] : [])),
  );
}

interface TablesProps extends PageProps {
  /** Grows with every link that is followed, so that following one twice filters twice. */
  asked: number;
}

function OneTable({ table, noun, asked, ...props }: TablesProps & { table: string; noun: string }) {
  const { info, outcome, currency, locale, view, onCsv, onOpen } = props;
  const data = outcome.result.tables[table] ?? empty;
  const about = info.results.tables.find((one) => one.name === table);
  const columns = useMemo(() => specsFor(table, about?.columns ?? []), [about, table]);
  const preset = presetOf(view);
  return (
    <DataTable
      key={`${asked} ${JSON.stringify(preset)}`}
      id={`table-${table}`}
      label={about?.label ?? table}
      noun={noun}
      columns={columns}
      data={data}
      currency={currency}
      locale={locale}
      quick={quick[table]}
      cardFigures={cardFigures[table]}
      preset={preset}
      onCsv={() => onCsv(table)}
      onOpen={onOpen && ((row) => onOpen(table, row))}
    />
  );
}

export function Tables(props: TablesProps) {
  const { outcome, view, onView, locale } = props;
  const open = tables.find((table) => table.id === view.table) ?? tables[0];
  const tabs = tables.map(({ id, label }) => ({
    id,
    label,
    count: formatter({ locale }).format(outcome.result.tables[id]?.rows ?? 0),
  }));
  const choose = (table: string) => onView({ table, counted: "", finding: "", tag: "", type: "" });
  if (!open) return null;
  return (
    <div id="tables">
      <Tabs label="Tables" tabs={tabs} active={open.id} onChange={choose}>
        <OneTable key={open.id} {...props} table={open.id} noun={open.noun} />
      </Tabs>
    </div>
  );
}
