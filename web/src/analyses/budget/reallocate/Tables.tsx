// The plan to work on, and its tables: campaigns, groups, and how the ratios are spread.
import { useMemo } from "preact/hooks";
import { formatter } from "../../../ui/format";
import { Tabs } from "../../../ui/layout";
import { DataTable, type Filters } from "../../../ui/table";
import type { PageProps, View } from "../../types";
import { cardFigures, quick, specsFor } from "./columns";
import type { Draft } from "./draft";
import { Planner } from "./Planner";
import { empty, heldWords, type Words } from "./read";

const tables = [
  { id: "campaigns", label: "Campaigns", noun: "campaigns" },
  { id: "groups", label: "Groups", noun: "groups" },
  { id: "summary", label: "Ratios", noun: "ratios" },
];

/** The filters that a finding asks for. */
export function presetOf(view: View): Filters {
  return view.held ? { at_bound: { kind: "choice", values: Object.keys(heldWords) } } : {};
}

interface TablesProps extends PageProps {
  /** Grows with every finding that is followed, so that following one twice filters twice. */
  asked: number;
  draft: Draft;
  words: Words;
}

function OneTable({ table, noun, asked, ...props }: TablesProps & { table: string; noun: string }) {
  const { info, outcome, currency, locale, view, onCsv, onOpen } = props;
  const data = outcome.result.tables[table] ?? empty;
  const about = info.results.tables.find((one) => one.name === table);
  const columns = useMemo(() => specsFor(table, about?.columns ?? []), [about, table]);
  const preset = table === "campaigns" ? presetOf(view) : {};
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
      onOpen={table === "campaigns" && onOpen ? (row) => onOpen(table, row) : undefined}
    />
  );
}

/** Without the data behind it a report has nothing to move. */
export function Tables(props: TablesProps) {
  const { outcome, view, onView, locale, edit } = props;
  const present = tables.filter(({ id }) => (outcome.result.tables[id]?.rows ?? 0) > 0);
  const count = (id: string) => formatter({ locale }).format(outcome.result.tables[id]?.rows ?? 0);
  const tabs = [
    ...(edit ? [{ id: "plan", label: "Plan", title: "Move budgets and see what comes of it" }] : []),
    ...present.map(({ id, label }) => ({ id, label, count: count(id) })),
  ];
  const open = tabs.find((tab) => tab.id === view.table)?.id ?? tabs[0]?.id ?? "";
  const table = present.find(({ id }) => id === open);
  return (
    <div id="tables">
      <Tabs label="Plan and tables" tabs={tabs} active={open} onChange={(id) => onView({ table: id, held: "" })}>
        {open === "plan" && <Planner {...props} />}
        {table && <OneTable key={table.id} {...props} table={table.id} noun={table.noun} />}
      </Tabs>
    </div>
  );
}
