// The one chart that can be drawn without knowing what a table means: its first figure by its first name.
import type { ChartConfiguration } from "chart.js";
import { axis, type ChartTheme, names, tooltip, withAlpha } from "../ui/chart";
import { byUnit } from "../ui/format";
import { type ColumnSpec, numberAt, textAt } from "../ui/table";
import type { TableData } from "../ui/types";

export const mostBars = 50;

export interface Drawn {
  name: ColumnSpec;
  value: ColumnSpec;
}

export function chartable(columns: ColumnSpec[], data: TableData): Drawn | null {
  if (data.rows === 0 || data.rows > mostBars) return null;
  const name = columns.find((spec) => data.columns[spec.name]?.kind === "text");
  const value = columns.find((spec) => !spec.bucket && data.columns[spec.name]?.kind === "number");
  return name && value ? { name, value } : null;
}

export function firstChart({ name, value }: Drawn, data: TableData, currency: string, locale?: string) {
  const rows = Array.from({ length: data.rows }, (_, row) => row);
  const labels = rows.map((row) => textAt(data.columns[name.name], row));
  const values = rows.map((row) => numberAt(data.columns[value.name], row));
  const show = (amount: number) => byUnit(amount, value.unit, currency, locale);
  const config = (theme: ChartTheme): ChartConfiguration => ({
    type: "bar",
    data: { labels, datasets: [{ data: values, backgroundColor: withAlpha(theme.accent, 0.75), maxBarThickness: 18 }] },
    options: {
      indexAxis: "y",
      scales: { x: axis(theme, { title: value.label, format: show }), y: names(theme) },
      plugins: { tooltip: { ...tooltip(theme), callbacks: { label: (item) => show(Number(item.raw)) } } },
    },
  });
  const title = `${value.label} by ${name.label.toLowerCase()}`;
  return {
    title,
    caption: value.help || `Each bar is one row of the table above.`,
    config,
    height: 60 + data.rows * 24,
  };
}
