// The working surface: actions, their totals, segments and campaigns, one tab each.
import type { Filters } from "../../../ui/table";
import { choice, ResultTables } from "../../result-tables";
import type { PageProps, View } from "../../types";
import { cardFigures, quick, specsFor } from "./columns";

const tabs = [
  { id: "actions", label: "Actions", noun: "actions" },
  { id: "totals", label: "Totals", noun: "rows" },
  { id: "segments", label: "Segments", noun: "segments" },
  { id: "quadrants", label: "Campaigns", noun: "campaigns" },
];

const spec = { columnsOf: specsFor, quick, cards: cardFigures };

/** The filters that a link asks for. */
export function presetOf(view: View): Filters {
  const asked: [string, string | undefined][] = [
    ["counted", view.counted],
    ["finding", view.finding],
    ["tag", view.tag],
    ["action_type", view.type],
  ];
  return Object.fromEntries(asked.flatMap(([name, value]) => (value ? [[name, choice(value)]] : [])));
}

/** What a view is without the filters of a link. */
export const unfiltered: View = { counted: "", finding: "", tag: "", type: "" };

export function Tables({ asked, ...props }: PageProps & { asked: number }) {
  const { view, onView } = props;
  return (
    <ResultTables
      {...props}
      tabs={tabs}
      spec={spec}
      presetOf={() => presetOf(view)}
      renewed={String(asked)}
      onChoose={(table) => onView({ ...unfiltered, table })}
    />
  );
}
