// The sentence at the top of the session page and the findings under it.
import { number, percent, plural } from "../../../ui/format";
import type { Finding } from "../../../ui/layout";
import type { TableData } from "../../../ui/types";
import { reader, rowsOf, type Words } from "../read";
import { dimensionsOf, duration, groupsOf, type Scalars } from "./read";

export function headline(scalars: Scalars, { locale }: Words): string {
  const sessions = plural(scalars.sessions, "session", "sessions", locale);
  return `Half of ${sessions} last longer than ${duration(scalars.median, locale)}; ${percent(scalars.outlierShare, locale)} are outliers, the longest of ${duration(scalars.longest, locale)}.`;
}

/** Where outliers sit: the group whose share of them stands out most against all. */
function whereOutliers(groups: TableData, scalars: Scalars, { locale }: Words): Finding[] {
  const all = dimensionsOf(groups).flatMap((dimension) =>
    groupsOf(groups, dimension)
      .filter((group) => group.outliers >= 10)
      .map((group) => ({ dimension, ...group })),
  );
  const [most] = all.sort((a, b) => b.outlierShare - a.outlierShare);
  if (!most || most.outlierShare < 1.15 * scalars.outlierShare) return [];
  return [
    {
      text: `Outliers sit most on the ${most.dimension} "${most.group}": ${percent(most.outlierShare, locale)} of its sessions, against ${percent(scalars.outlierShare, locale)} of all.`,
      view: { table: "outliers" },
    },
  ];
}

function clocks(scalars: Scalars, { locale }: Words): Finding[] {
  if (!(scalars.clockChanges > 0)) return [];
  const one = scalars.clockChanges === 1;
  return [
    {
      text: `${plural(scalars.clockChanges, "outlier lies", "outliers lie", locale)} across the night on which clocks go forward: ${one ? "it is" : "they are"} probably an hour shorter.`,
      view: { table: "outliers" },
    },
  ];
}

function mismatch(mismatches: TableData, scalars: Scalars, { locale }: Words): Finding[] {
  const read = reader(mismatches);
  const [row] = rowsOf(mismatches).filter((at) => read.text("kind", at) === "differs");
  if (row === undefined || !(scalars.mismatchShare > 0.01)) return [];
  return [
    {
      text: `In ${percent(scalars.mismatchShare, locale, 0)} of sessions the referrer is another site than the source: most often "${read.text("source", row)}" with ${read.text("referrer", row)} (${number(read.number("sessions", row), locale)}).`,
      view: { table: "mismatches" },
    },
  ];
}

export function findings(scalars: Scalars, tables: Record<string, TableData>, words: Words): Finding[] {
  const none: TableData = { rows: 0, columns: {} };
  return [
    ...clocks(scalars, words),
    ...mismatch(tables.mismatches ?? none, scalars, words),
    ...whereOutliers(tables.groups ?? none, scalars, words),
  ].slice(0, 3);
}
