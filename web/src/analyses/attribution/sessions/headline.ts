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

/** How many standard errors a group's outliers are above what the share of all foretells. */
function surprise(sessions: number, outliers: number, share: number): number {
  return (outliers - sessions * share) / Math.sqrt(sessions * share * (1 - share));
}

/** Where outliers sit: the group that stands out most, if more than chance among so many groups would have it. */
function whereOutliers(groups: TableData, scalars: Scalars, { locale }: Words): Finding[] {
  const all = dimensionsOf(groups).flatMap((dimension) =>
    groupsOf(groups, dimension).map((group) => ({
      dimension,
      ...group,
      surprise: surprise(group.sessions, group.outliers, scalars.outlierShare),
    })),
  );
  const [most] = all.filter((group) => group.surprise > 3).sort((a, b) => b.surprise - a.surprise);
  if (!most) return [];
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
