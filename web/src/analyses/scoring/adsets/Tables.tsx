// The working surface: adsets, campaigns, channels and what was left out, one tab each.
import { useMemo } from "preact/hooks";
import { formatter } from "../../../ui/format";
import { Tabs } from "../../../ui/layout";
import { DataTable, type Filters } from "../../../ui/table";
import type { PageProps, View } from "../../types";
import { cardFigures, quick, specsFor } from "./columns";
import { empty } from "./read";

const tables = [
  { id: "adsets", label: "Adsets", noun: "adsets" },
  { id: "campaigns", label: "Campaigns", noun: "campaigns" },
  { id: "channels", label: "Channels", noun: "channels" },
  { id: "changes", label: "Since last week", noun: "adsets" },
  { id: "dropped", label: "Left out", noun: "adsets" },
  { id: "monitoring", label: "Uplift by week", noun: "weeks" },
];

/** Kept without rows too: an empty one says something. The others are there only when they have something to say. */
const always = ["adsets", "campaigns", "channels", "dropped"];

/** The filters that a link asks for. */
export function presetOf(view: View): Filters {
  const asked: [string, string | undefined][] = [
    ["score_bucket", view.bucket],
    ["channel", view.channel],
    ["selection_reason", view.reason],
  ];
  const filters: Filters = {};
  for (const [name, value] of asked) if (value) filters[name] = { kind: "choice", values: [value] };
  if (view.unclear) filters.undecided = { kind: "range", least: 1, most: 1 };
  return filters;
}

/** What a view is without the filters of a link. */
export const unfiltered: View = { bucket: "", channel: "", reason: "", unclear: "" };

interface TablesProps extends PageProps {
  /** Grows with every link that is followed, so that following one twice filters twice. */
  asked: number;
}

function OneTable({ table, noun, asked, ...props }: TablesProps & { table: string; noun: string }) {
  const { info, outcome, currency, locale, view, onCsv, onOpen } = props;
  const data = outcome.result.tables[table] ?? empty;
  const about = info.results.tables.find((one) => one.name === table);
  const columns = useMemo(() => {
    const present = (name: string) => {
      const column = data.columns[name];
      return column?.kind === "text" && column.dictionary.some((text) => text !== "");
    };
    return specsFor(table, about?.columns ?? [], present);
  }, [about, data, table]);
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
  // A shared report may have come without some of them.
  const present = tables.filter(({ id }) => {
    const table = outcome.result.tables[id];
    return table && (always.includes(id) || table.rows > 0);
  });
  const open = present.find((table) => table.id === view.table) ?? present[0] ?? tables[0];
  const tabs = present.map(({ id, label }) => ({
    id,
    label,
    count: formatter({ locale }).format(outcome.result.tables[id]?.rows ?? 0),
  }));
  const choose = (table: string) => onView({ ...unfiltered, table });
  return (
    <div id="tables">
      <Tabs label="Tables" tabs={tabs} active={open.id} onChange={choose}>
        <OneTable key={open.id} {...props} table={open.id} noun={open.noun} />
      </Tabs>
    </div>
  );
}
