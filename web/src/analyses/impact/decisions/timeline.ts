// The account's sales by date, with the actions of each date under the curve.
import type { ChartConfiguration } from "chart.js";
import { axis, type ChartTheme, tooltip, withAlpha } from "../../../ui/chart";
import { compact, day, money, plural } from "../../../ui/format";
import type { TableData } from "../../../ui/types";
import { reader, twin, type Words } from "../charts/tables";

export interface Moment {
  date: number;
  sales: number;
  mean: number;
  spend: number;
  actions: number;
}

const span = 7;

/** Sales are averaged over the last seven dates, so that weekends do not hide the course. */
export function timelineOf(table: TableData): Moment[] {
  const read = reader(table);
  const sales = read.rows.map((row) => read.number("sales", row));
  return read.rows.map((row) => {
    const last = sales.slice(Math.max(0, row + 1 - span), row + 1);
    return {
      date: read.number("date", row),
      sales: sales[row] ?? 0,
      mean: last.reduce((sum, value) => sum + value, 0) / last.length,
      spend: read.number("spend", row),
      actions: read.number("actions", row),
    };
  });
}

/** What a date stands for, as most dates are apart. */
export function unitOf(moments: Moment[]): string {
  const steps = moments.slice(1).map(({ date }, k) => date - (moments[k]?.date ?? date));
  const usual = steps.sort((a, b) => a - b)[steps.length >> 1] ?? 1;
  return usual < 6 ? "day" : usual < 9 ? "week" : "period";
}

export function timelineTitle(moments: Moment[], { currency, locale }: Words): string {
  const first = moments.findIndex((moment) => moment.actions > 0);
  if (first < 0) return "No action falls into the days of the data";
  const average = (part: Moment[]) => part.reduce((sum, moment) => sum + moment.sales, 0) / Math.max(1, part.length);
  const show = (value: number) => money(Math.round(value), currency, locale);
  const before = moments.slice(Math.max(0, first - 14), first);
  const unit = unitOf(moments);
  const now = `${show(average(moments.slice(-14)))} ${before.length === 0 ? `a ${unit} ` : ""}now`;
  if (before.length === 0) return `Sales are ${now}`;
  return `Sales were ${show(average(before))} a ${unit} before the first action and are ${now}: the curve alone does not say why`;
}

export function timelineConfig(moments: Moment[], { currency, locale }: Words) {
  const most = moments.reduce((largest, moment) => Math.max(largest, moment.actions), 1);
  return (theme: ChartTheme): ChartConfiguration<"bar" | "line", number[]> => ({
    type: "bar",
    data: {
      labels: moments.map((moment) => day(moment.date, locale)),
      datasets: [
        {
          type: "line",
          label: "Sales, mean of 7 dates",
          data: moments.map((moment) => moment.mean),
          borderColor: theme.accent,
          borderWidth: 2,
          pointRadius: 0,
          pointHitRadius: 8,
          yAxisID: "y",
          order: 0,
        },
        {
          type: "bar",
          label: "Actions",
          data: moments.map((moment) => moment.actions),
          backgroundColor: withAlpha(theme.reduce, 0.75),
          yAxisID: "actions",
          maxBarThickness: 8,
          order: 1,
        },
      ],
    },
    options: {
      interaction: { mode: "index", intersect: false },
      scales: {
        x: {
          type: "category",
          grid: { display: false },
          border: { color: theme["line-strong"] },
          ticks: { color: theme["ink-3"], font: { family: theme.font, size: 11 }, maxRotation: 0, autoSkipPadding: 24 },
        },
        y: axis(theme, {
          title: currency ? `Sales a ${unitOf(moments)} (${currency})` : `Sales a ${unitOf(moments)}`,
          format: (value) => compact(value, locale, currency),
          min: 0,
        }),
        // The bars stay in the lowest quarter, under the curve.
        actions: { type: "linear", display: false, min: 0, max: most * 4, position: "right" },
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            label: (item) => {
              const moment = moments[item.dataIndex];
              if (!moment) return "";
              if (item.datasetIndex === 1) return plural(moment.actions, "action", "actions", locale);
              return `${money(moment.sales, currency, locale)} sales, ${money(moment.spend, currency, locale)} spend`;
            },
          },
        },
      },
    },
  });
}

export const timelineTable = (moments: Moment[], locale?: string) =>
  twin(
    "Date",
    moments.map((moment) => day(moment.date, locale)),
    [
      { name: "sales", label: "Sales", values: moments.map((m) => m.sales) },
      { name: "spend", label: "Spend", values: moments.map((m) => m.spend) },
      { name: "actions", label: "Actions", unit: "count", values: moments.map((m) => m.actions) },
    ],
  );
