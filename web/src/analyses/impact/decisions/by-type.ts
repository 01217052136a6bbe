// What each kind of action brought: step by step by the decision formula, and beside it against look-alikes.
import type { ChartConfiguration } from "chart.js";
import { axis, type ChartTheme, names, tooltip, whiskers } from "../../../ui/chart";
import { compact, money } from "../../../ui/format";
import { twin, type Words } from "../charts/tables";
import { sum } from "./headline";
import { type Estimate, type Scalars, type TypeRow, typeNames } from "./read";

const nameOf = (row: TypeRow) => typeNames[row.name] ?? row.name;

/** The types that count for anything, the best first. */
export const ranked = (rows: TypeRow[]) =>
  rows.filter((row) => row.counted > 0 || row.compared > 0).sort((a, b) => b.formula.value - a.formula.value);

export function waterfallTitle(rows: TypeRow[], words: Words): string {
  const [best] = rows;
  const worst = rows.at(-1);
  if (!best) return "No action counts yet";
  const gain = `${nameOf(best)} brought most by the decision formula: ${sum(best.formula.value, words, true)}`;
  if (!worst || worst === best || worst.formula.value >= 0) return gain;
  return `${gain}; ${nameOf(worst).toLowerCase()} least: ${sum(worst.formula.value, words, true)}`;
}

export function waterfallConfig(rows: TypeRow[], { currency, locale }: Words) {
  let level = 0;
  const steps = rows.map((row) => {
    const from = level;
    level += row.formula.value;
    return [from, level] as [number, number];
  });
  const all = [...steps, [0, level] as [number, number]];
  const change = ([from, to]: [number, number]) => to - from;
  return (theme: ChartTheme): ChartConfiguration<"bar", [number, number][]> => ({
    type: "bar",
    data: {
      labels: [...rows.map(nameOf), "Net impact"],
      datasets: [
        {
          label: "Impact",
          data: all,
          backgroundColor: all.map((step, k) =>
            k === rows.length ? theme.hold : change(step) < 0 ? theme.reduce : theme.scale,
          ),
          maxBarThickness: 46,
        },
      ],
    },
    options: {
      scales: {
        x: { ...names(theme), ticks: { ...names(theme).ticks, maxRotation: 40 } },
        y: axis(theme, {
          title: currency ? `Impact by the decision formula (${currency})` : "Impact by the decision formula",
          format: (value) => compact(value, locale, currency),
        }),
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: { label: (item) => money(change(item.raw as [number, number]), currency, locale) },
        },
      },
    },
  });
}

export function comparisonTitle(s: Scalars, rows: TypeRow[], words: Words): string {
  const compared = rows.filter((row) => row.compared > 0);
  const clear = (estimate: Estimate) => estimate.low > 0 || estimate.high < 0;
  if (compared.length === 0) return "No kind of action can be compared with untouched targets";
  const sure = compared.filter((row) => clear(row.controlled));
  const gain = sure.filter((row) => row.controlled.low > 0).map((row) => nameOf(row).toLowerCase());
  const loss = sure.filter((row) => row.controlled.high < 0).map((row) => nameOf(row).toLowerCase());
  if (sure.length === 0) return `Against look-alikes no kind of action is clearly above or below 0`;
  const parts = [gain.length > 0 && `${gain.join(" and ")} gained`, loss.length > 0 && `${loss.join(" and ")} lost`];
  const said = parts.filter(Boolean).join(", ");
  return `Against look-alikes ${said}; all together ${sum(s.controlled.value, words, true)}`;
}

export function comparisonConfig(rows: TypeRow[], { currency, locale }: Words) {
  const sets = [
    { label: "Decision formula", colour: "hold-fill" as const, of: (row: TypeRow) => row.formula },
    { label: "Against look-alikes", colour: "accent" as const, of: (row: TypeRow) => row.controlled },
  ];
  return (theme: ChartTheme): ChartConfiguration<"bar"> => ({
    type: "bar",
    data: {
      labels: rows.map(nameOf),
      datasets: sets.map(({ label, colour, of }) => ({
        label,
        data: rows.map((row) => of(row).value),
        backgroundColor: theme[colour],
        maxBarThickness: 14,
      })),
    },
    plugins: [
      whiskers(
        theme,
        sets.map(({ of }) => rows.map(of)),
        true,
      ),
    ],
    options: {
      indexAxis: "y",
      scales: {
        x: axis(theme, {
          title: currency ? `Impact (${currency})` : "Impact",
          format: (value) => compact(value, locale, currency),
          ...bounds(rows.flatMap((row) => sets.map(({ of }) => of(row)))),
        }),
        y: { ...names(theme), stacked: false },
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            label: (item) => {
              const row = rows[item.dataIndex];
              const estimate = row && sets[item.datasetIndex]?.of(row);
              if (!estimate) return "";
              const show = (value: number) => money(value, currency, locale);
              return `${item.dataset.label}: ${show(estimate.value)} (${show(estimate.low)} to ${show(estimate.high)})`;
            },
          },
        },
      },
    },
  });
}

/** Room for the intervals, which the axis does not know of. */
export function bounds(estimates: Estimate[]): { min: number; max: number } {
  const ends = estimates.flatMap(({ value, low, high }) => [value, low, high]).filter(Number.isFinite);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  // Whole steps, so that no odd figure stands at the end of the axis.
  const span = most - least || 1;
  const step = 10 ** Math.floor(Math.log10(span)) / (span / 10 ** Math.floor(Math.log10(span)) < 3 ? 5 : 2);
  return { min: Math.floor(least / step) * step, max: Math.ceil(most / step) * step };
}

export function typeTable(rows: TypeRow[]) {
  const values = (of: (row: TypeRow) => number) => rows.map(of);
  return twin("Kind of action", rows.map(nameOf), [
    { name: "counted", label: "Counted", unit: "count", values: values((row) => row.counted) },
    { name: "impact", label: "Decision formula", values: values((row) => row.formula.value) },
    { name: "low", label: "Low", values: values((row) => row.formula.low) },
    { name: "high", label: "High", values: values((row) => row.formula.high) },
    { name: "compared", label: "With look-alikes", unit: "count", values: values((row) => row.compared) },
    { name: "controlled", label: "Against look-alikes", values: values((row) => row.controlled.value) },
    { name: "controlled_low", label: "Low", values: values((row) => row.controlled.low) },
    { name: "controlled_high", label: "High", values: values((row) => row.controlled.high) },
  ]);
}
