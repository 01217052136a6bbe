// The working surface of a page: the tables of a result, one tab each, filtered as a link asks.
import { useMemo } from "preact/hooks";
import { formatter } from "../ui/format";
import { Tabs } from "../ui/layout";
import { type ColumnSpec, DataTable, type Filters } from "../ui/table";
import type { Field, TableData } from "../ui/types";
import type { PageProps } from "./types";

export interface TableTab {
  id: string;
  label: string;
  /** What its rows are, in the plural. */
  noun: string;
}

export const emptyTable: TableData = { rows: 0, columns: {} };

export const choice = (...values: string[]) => ({ kind: "choice" as const, values });

/** What a page says of its tables. */
export interface TablesSpec {
  columnsOf: (table: string, fields: Field[], data: TableData) => ColumnSpec[];
  /** Columns with a filter at hand, and those that a card shows on a phone. */
  quick: Record<string, string[]>;
  cards: Record<string, string[]>;
}

interface ResultTablesProps extends PageProps {
  tabs: TableTab[];
  spec: TablesSpec;
  presetOf: (table: string) => Filters;
  /** A table is made anew when this is another: with every link that is followed, so that following one twice filters twice. */
  renewed: string;
  onChoose: (table: string) => void;
}

function OneTable({ tab, spec, presetOf, renewed, ...props }: ResultTablesProps & { tab: TableTab }) {
  const { info, outcome, currency, locale, onCsv, onOpen } = props;
  const data = outcome.result.tables[tab.id] ?? emptyTable;
  const about = info.results.tables.find((one) => one.name === tab.id);
  const columns = useMemo(() => spec.columnsOf(tab.id, about?.columns ?? [], data), [spec, about, data, tab.id]);
  const preset = presetOf(tab.id);
  return (
    <DataTable
      key={`${renewed} ${JSON.stringify(preset)}`}
      id={`table-${tab.id}`}
      label={about?.label ?? tab.id}
      noun={tab.noun}
      columns={columns}
      data={data}
      currency={currency}
      locale={locale}
      quick={spec.quick[tab.id]}
      cardFigures={spec.cards[tab.id]}
      preset={preset}
      onCsv={() => onCsv(tab.id)}
      onOpen={onOpen && ((row) => onOpen(tab.id, row))}
    />
  );
}

export function ResultTables(props: ResultTablesProps) {
  const { tabs, outcome, view, locale, onChoose } = props;
  const open = tabs.find(({ id }) => id === view.table) ?? tabs[0];
  if (!open) return null;
  const named = tabs.map(({ id, label }) => {
    return { id, label, count: formatter({ locale }).format(outcome.result.tables[id]?.rows ?? 0) };
  });
  return (
    <div id="tables">
      <Tabs label="Tables" tabs={named} active={open.id} onChange={onChoose}>
        <OneTable key={open.id} {...props} tab={open} />
      </Tabs>
    </div>
  );
}
