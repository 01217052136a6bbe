// The causes of a change of ROAS as steps from the earlier figure to the later one.
import type { ChartConfiguration } from "chart.js";
import { axis, type ChartTheme, names, tooltip } from "../../../ui/chart";
import { formatter, number } from "../../../ui/format";
import type { TableData } from "../../../ui/types";
import { reader, twin } from "../charts/tables";

export interface Cause {
  name: string;
  points: number;
  sales: number;
}

export const signed = (value: number, locale?: string) =>
  formatter({ locale, least: 2, most: 2, sign: true }).format(value);

export function causesOf(table: TableData): Cause[] {
  const read = reader(table);
  return read.rows.map((row) => ({
    name: read.text("effect", row),
    points: read.number("roas_points", row),
    sales: read.number("sales_at_later_spend", row),
  }));
}

export function headline(earlier: number, later: number, causes: Cause[], locale?: string): string {
  // What worked against the change did not bring it about, however large it is.
  const [main] = [...causes].sort((a, b) => (b.points - a.points) * Math.sign(later - earlier));
  const show = (value: number) => number(value, locale, 2);
  if (Math.abs(later - earlier) < 0.005) return `ROAS stayed at ${show(later)}`;
  const why = main
    ? `, mostly by ${main.name === "Not split" ? "what could not be split" : main.name.toLowerCase()} (${signed(main.points, locale)})`
    : "";
  return `ROAS ${later > earlier ? "rose" : "fell"} from ${show(earlier)} to ${show(later)}${why}`;
}

export function stepsConfig(earlier: number, later: number, causes: Cause[], locale?: string) {
  let level = earlier;
  const steps = causes.map(({ points }) => {
    const from = level;
    level += points;
    return [from, level] as [number, number];
  });
  const bars = [[0, earlier] as [number, number], ...steps, [0, later] as [number, number]];
  // A small change is drawn large: the axis begins close below the lowest step.
  const levels = [...steps.flat(), earlier, later];
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const min = Math.max(0, Math.floor((least - 2 * (most - least)) * 20) / 20);
  const isEnd = (k: number) => k === 0 || k === bars.length - 1;
  return (theme: ChartTheme): ChartConfiguration<"bar", [number, number][]> => ({
    type: "bar",
    data: {
      labels: ["Earlier", ...causes.map(({ name }) => name), "Later"],
      datasets: [
        {
          label: "ROAS",
          data: bars,
          backgroundColor: bars.map(([from, to], k) =>
            isEnd(k) ? theme.hold : to < from ? theme.reduce : theme.scale,
          ),
          maxBarThickness: 60,
        },
      ],
    },
    options: {
      scales: {
        x: names(theme),
        y: axis(theme, { title: "ROAS", format: (value) => number(value, locale, 2), grace: "5%", min }),
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            label: ({ dataIndex, raw }) => {
              const [from, to] = raw as [number, number];
              return isEnd(dataIndex) ? number(to, locale, 2) : signed(to - from, locale);
            },
          },
        },
      },
    },
  });
}

export const causeTable = (causes: Cause[]) =>
  twin(
    "Cause",
    causes.map(({ name }) => name),
    [
      { name: "points", label: "ROAS points", unit: "rate", values: causes.map(({ points }) => points) },
      { name: "sales", label: "In sales", values: causes.map(({ sales }) => sales) },
    ],
  );
