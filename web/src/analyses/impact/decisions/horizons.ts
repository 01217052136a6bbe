// The headline at 14, 30 and 60 days side by side: an effect that fades shows here, one that takes time too.
import type { ChartConfiguration } from "chart.js";
import { axis, type ChartTheme, names, tooltip, whiskers } from "../../../ui/chart";
import { compact, money, number, plural } from "../../../ui/format";
import type { TableData } from "../../../ui/types";
import { reader, twin, type Words } from "../charts/tables";
import { bounds } from "./by-type";
import { sum } from "./headline";
import type { Estimate } from "./read";

export interface Horizon {
  days: number;
  counted: number;
  compared: number;
  formula: Estimate;
  controlled: Estimate;
}

export function horizonsOf(table: TableData): Horizon[] {
  const read = reader(table);
  const estimate = (row: number, value: string, stem: string) => ({
    value: read.number(value, row),
    low: read.number(`${stem}_low`, row),
    high: read.number(`${stem}_high`, row),
  });
  return read.rows.map((row) => ({
    days: read.number("horizon_days", row),
    counted: read.number("counted", row),
    compared: read.number("controlled_actions", row),
    formula: estimate(row, "net_impact", "net"),
    controlled: estimate(row, "controlled_impact", "controlled"),
  }));
}

export function horizonTitle(horizons: Horizon[], words: Words): string {
  const seen = horizons.filter((horizon) => horizon.compared > 0);
  const [first] = seen;
  const last = seen.at(-1);
  if (!first || !last) return "No horizon has passed yet";
  const least = horizons.filter((horizon) => horizon.counted === 0 && horizon.compared === 0);
  const young =
    least.length > 0 ? `; no action is old enough for ${number(least[0]?.days ?? 0, words.locale)} days` : "";
  if (first === last) return `Only ${number(first.days, words.locale)} days can be judged${young}`;
  return `After ${number(first.days, words.locale)} days ${sum(first.controlled.value, words, true)}, after ${number(last.days, words.locale)} ${sum(last.controlled.value, words, true)} against look-alikes${young}`;
}

const nameOf = (horizon: Horizon, locale?: string) => plural(horizon.days, "day", "days", locale);

export function horizonConfig(horizons: Horizon[], { currency, locale }: Words) {
  const sets = [
    {
      label: "Decision formula",
      colour: "hold-fill" as const,
      of: (h: Horizon) => h.formula,
      seen: (h: Horizon) => h.counted,
    },
    {
      label: "Against look-alikes",
      colour: "accent" as const,
      of: (h: Horizon) => h.controlled,
      seen: (h: Horizon) => h.compared,
    },
  ];
  return (theme: ChartTheme): ChartConfiguration<"bar"> => ({
    type: "bar",
    data: {
      labels: horizons.map((horizon) => nameOf(horizon, locale)),
      datasets: sets.map(({ label, colour, of, seen }) => ({
        label,
        data: horizons.map((horizon) => (seen(horizon) > 0 ? of(horizon).value : Number.NaN)),
        backgroundColor: theme[colour],
        maxBarThickness: 30,
      })),
    },
    plugins: [
      whiskers(
        theme,
        sets.map(({ of, seen }) =>
          horizons.map((horizon) => (seen(horizon) > 0 ? of(horizon) : { low: Number.NaN, high: Number.NaN })),
        ),
        false,
      ),
    ],
    options: {
      scales: {
        x: { ...names(theme), stacked: false },
        y: axis(theme, {
          title: currency ? `Impact (${currency})` : "Impact",
          format: (value) => compact(value, locale, currency),
          ...bounds(horizons.flatMap((horizon) => sets.map(({ of }) => of(horizon)))),
        }),
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            label: (item) => `${item.dataset.label}: ${money(Number(item.raw), currency, locale)}`,
            footer: ([item]) => {
              const horizon = item && horizons[item.dataIndex];
              return horizon
                ? `${number(horizon.counted, locale)} counted, ${number(horizon.compared, locale)} compared`
                : "";
            },
          },
        },
      },
    },
  });
}

export const horizonTable = (horizons: Horizon[], locale?: string) =>
  twin(
    "Horizon",
    horizons.map((horizon) => nameOf(horizon, locale)),
    [
      { name: "counted", label: "Counted", unit: "count", values: horizons.map((h) => h.counted) },
      { name: "impact", label: "Decision formula", values: horizons.map((h) => h.formula.value) },
      { name: "low", label: "Low", values: horizons.map((h) => h.formula.low) },
      { name: "high", label: "High", values: horizons.map((h) => h.formula.high) },
      { name: "compared", label: "With look-alikes", unit: "count", values: horizons.map((h) => h.compared) },
      { name: "controlled", label: "Against look-alikes", values: horizons.map((h) => h.controlled.value) },
      { name: "controlled_low", label: "Low", values: horizons.map((h) => h.controlled.low) },
      { name: "controlled_high", label: "High", values: horizons.map((h) => h.controlled.high) },
    ],
  );
