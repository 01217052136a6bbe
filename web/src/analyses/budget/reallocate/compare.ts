// Scenarios beside each other: what each plan comes to, as rows, as a chart and campaign by campaign.
import type { ChartConfiguration } from "chart.js";
import type { RunOutcome } from "../../../engine/protocol";
import { axis, type ChartTheme, names, tooltip, whiskers } from "../../../ui/chart";
import { percent } from "../../../ui/format";
import type { ColumnSpec } from "../../../ui/table";
import type { Column, TableData } from "../../../ui/types";
import { signedShare } from "./headline";
import { readCampaigns, readScalars, type Scalars, shareOfToday, type Words } from "./read";

export interface Compared {
  id: string;
  name: string;
  isPlan: boolean;
  outcome: RunOutcome;
  scalars: Scalars;
}

export const comparedOf = (id: string, name: string, isPlan: boolean, outcome: RunOutcome): Compared => ({
  id,
  name,
  isPlan,
  outcome,
  scalars: readScalars(outcome.result.scalars),
});

/** The scenario to expect most of, judged by what is left once luck is discounted. */
export function bestOf(rows: Compared[]): Compared | null {
  const known = rows.filter(({ scalars }) => Number.isFinite(scalars.expectedShare));
  return known.sort((a, b) => b.scalars.expectedShare - a.scalars.expectedShare)[0] ?? null;
}

export function compareTitle(rows: Compared[], noun: string, { locale }: Words): string {
  const best = bestOf(rows);
  if (!best) return "Scenarios side by side";
  const share = signedShare(best.scalars.expectedShare, locale);
  const others = rows.filter((row) => row !== best);
  const apart = others.every(({ scalars }) => best.scalars.low > scalars.high);
  const sure = others.length > 0 && !apart ? "; intervals overlap, so the order is not certain" : "";
  return `${best.name} promises most: ${share} ${noun}${sure}`;
}

/** At observed rates where nothing is known of certainty, as with curves taken as given. */
const liftOf = ({ scalars }: Compared) =>
  Number.isFinite(scalars.expectedShare) ? scalars.expectedShare : scalars.liftShare;

const ends = ({ scalars }: Compared) => ({
  low: shareOfToday(scalars, scalars.low),
  high: shareOfToday(scalars, scalars.high),
});

export function compareConfig(rows: Compared[], noun: string, { locale }: Words) {
  const all = rows.flatMap((row) => [liftOf(row), ends(row).low, ends(row).high]).filter(Number.isFinite);
  return (theme: ChartTheme): ChartConfiguration<"bar"> => ({
    type: "bar",
    data: {
      labels: rows.map(({ name }) => name),
      datasets: [
        {
          data: rows.map(liftOf),
          backgroundColor: rows.map(({ isPlan }) => (isPlan ? theme.accent : theme["hold-fill"])),
          maxBarThickness: 22,
        },
      ],
    },
    plugins: [whiskers(theme, [rows.map(ends)], true)],
    options: {
      indexAxis: "y",
      scales: {
        x: axis(theme, {
          title: `Change in ${noun}, 80% interval`,
          format: (value) => percent(value, locale),
          min: Math.min(0, ...all) * 1.08,
          max: Math.max(0, ...all) * 1.08,
        }),
        y: names(theme),
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            label: (item) => {
              const row = rows[item.dataIndex];
              if (!row) return "";
              const { low, high } = ends(row);
              return `${signedShare(liftOf(row), locale)} (${signedShare(low, locale)} to ${signedShare(high, locale)})`;
            },
          },
        },
      },
    },
  });
}

const numeric = (values: ArrayLike<number>): Column => ({ kind: "number", values: Float64Array.from(values) });

const named = (texts: string[]): Column => ({
  kind: "text",
  codes: Int32Array.from(texts.keys()),
  dictionary: texts,
});

const spec = (name: string, label: string, unit: string, text = false): ColumnSpec => ({
  name,
  label,
  help: "",
  unit,
  kind: text ? "text" : "number",
  align: text ? "start" : "end",
  width: text ? 240 : 130,
  total: !text && unit === "money",
});

export function sumsTable(rows: Compared[]): { columns: ColumnSpec[]; data: TableData } {
  const pick = (of: (row: Compared) => number) => numeric(rows.map(of));
  return {
    columns: [
      spec("name", "Scenario", "", true),
      spec("budget", "Budget", "money"),
      spec("moved", "Moved", "money"),
      spec("change", "Change to expect", "share"),
      spec("low", "Low", "share"),
      spec("high", "High", "share"),
      spec("chance", "Chance of a gain", "share"),
      spec("cpa", "A conversion costs", "money"),
    ].map((one) => ({ ...one, total: false })),
    data: {
      rows: rows.length,
      columns: {
        name: named(rows.map(({ name }) => name)),
        budget: pick(({ scalars }) => scalars.budget),
        moved: pick(({ scalars }) => scalars.moved),
        change: pick(liftOf),
        low: pick((row) => ends(row).low),
        high: pick((row) => ends(row).high),
        chance: pick(({ scalars }) => scalars.pGain),
        cpa: pick(({ scalars }) => scalars.cpa),
      },
    },
  };
}

/** One row a campaign: today's spend and its budget in each scenario. All are of the same data, so rows agree. */
export function byCampaign(rows: Compared[]): { columns: ColumnSpec[]; data: TableData } {
  const [first] = rows;
  const read = readCampaigns(first?.outcome.result.tables.campaigns);
  const all = Array.from({ length: read.rows }, (_, row) => row);
  const columns: TableData["columns"] = {
    campaign: named(all.map(read.name)),
    today: numeric(all.map((row) => read.at("cost", row))),
  };
  const specs = [spec("campaign", "Campaign", "", true), spec("today", "Today", "money")];
  for (const { id, name, outcome } of rows) {
    const of = readCampaigns(outcome.result.tables.campaigns);
    columns[id] = numeric(all.map((row) => of.at("optimized_budget", row)));
    specs.push(spec(id, name, "money"));
  }
  return { columns: specs, data: { rows: read.rows, columns } };
}
