// The working surface: adsets, campaigns, channels and what was left out, one tab each.
import type { Filters } from "../../../ui/table";
import type { Field, TableData } from "../../../ui/types";
import { choice, ResultTables } from "../../result-tables";
import type { PageProps, View } from "../../types";
import { cardFigures, quick, specsFor } from "./columns";

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

/** Columns of names appear where the data has them. */
function columnsOf(table: string, fields: Field[], data: TableData) {
  const present = (name: string) => {
    const column = data.columns[name];
    return column?.kind === "text" && column.dictionary.some((text) => text !== "");
  };
  return specsFor(table, fields, present);
}

const spec = { columnsOf, quick, cards: cardFigures };

/** The filters that a link asks for. */
export function presetOf(view: View): Filters {
  const asked: [string, string | undefined][] = [
    ["score_bucket", view.bucket],
    ["channel", view.channel],
    ["selection_reason", view.reason],
  ];
  const filters: Filters = {};
  for (const [name, value] of asked) if (value) filters[name] = choice(value);
  if (view.unclear) filters.undecided = { kind: "range", least: 1, most: 1 };
  return filters;
}

/** What a view is without the filters of a link. */
export const unfiltered: View = { bucket: "", channel: "", reason: "", unclear: "" };

export function Tables({ asked, ...props }: PageProps & { asked: number }) {
  const { outcome, view, onView } = props;
  // A shared report may have come without some of them.
  const present = tables.filter(({ id }) => {
    const table = outcome.result.tables[id];
    return table && (always.includes(id) || table.rows > 0);
  });
  return (
    <ResultTables
      {...props}
      tabs={present.length > 0 ? present : tables.slice(0, 1)}
      spec={spec}
      presetOf={() => presetOf(view)}
      renewed={String(asked)}
      onChoose={(table) => onView({ ...unfiltered, table })}
    />
  );
}
