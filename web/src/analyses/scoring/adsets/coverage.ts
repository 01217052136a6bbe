// Spend covered against cumulative CAC: how far one can go down the list before orders become dear.
import type { ChartConfiguration, Plugin } from "chart.js";
import { axis, type ChartTheme, tooltip } from "../../../ui/chart";
import { money, percent } from "../../../ui/format";
import type { TableData } from "../../../ui/types";
import type { Words } from "./headline";
import { reader } from "./read";

export interface CurvePoint {
  x: number;
  y: number;
  row: number;
}

export const whole = "ALL";
const mostPoints = 1500;

export function curveNames(table: TableData): string[] {
  const column = table.columns.curve;
  if (column?.kind !== "text") return [];
  return [...column.dictionary].sort((a, b) => Number(b === whole) - Number(a === whole) || a.localeCompare(b));
}

/** A long curve is drawn through evenly chosen points; its first and last are always among them. */
export function curvePoints(table: TableData, name: string): CurvePoint[] {
  const read = reader(table);
  const points: CurvePoint[] = [];
  for (let row = 0; row < read.rows; row++) {
    const point = { x: read.number("coverage", row), y: read.number("cum_cac", row), row };
    if (read.text("curve", row) === name && Number.isFinite(point.x) && Number.isFinite(point.y)) points.push(point);
  }
  points.sort((a, b) => a.x - b.x);
  const step = Math.ceil(points.length / mostPoints);
  return points.filter((_, index) => index % step === 0 || index === points.length - 1);
}

/** The first point at or beyond the target share. */
export function targetOf(points: CurvePoint[], share: number): CurvePoint | null {
  return points.find((point) => point.x >= share - 1e-12) ?? null;
}

export function coverageTitle(target: CurvePoint | null, share: number, words: Words): string {
  const covered = percent(share, words.locale, 0);
  if (!target) return `The adsets with a CAC do not cover ${covered} of spend`;
  return `${covered} of spend comes at a cumulative CAC of ${money(target.y, words.currency, words.locale)}`;
}

function mark(theme: ChartTheme, share: number, target: CurvePoint | null, label: string): Plugin {
  return {
    id: "targetMark",
    afterDatasetsDraw({ ctx, chartArea: area, scales: { x, y } }) {
      if (!x || !y) return;
      const across = x.getPixelForValue(share);
      ctx.save();
      ctx.strokeStyle = theme["ink-3"];
      ctx.setLineDash([3, 3]);
      ctx.beginPath();
      ctx.moveTo(across, area.top);
      ctx.lineTo(across, area.bottom);
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.font = `600 11px ${theme.font}`;
      ctx.fillStyle = theme["ink-2"];
      ctx.textAlign = "right";
      ctx.fillText(
        label,
        across - 6,
        target ? Math.max(area.top + 12, y.getPixelForValue(target.y) - 10) : area.top + 12,
      );
      if (target) {
        ctx.beginPath();
        ctx.arc(x.getPixelForValue(target.x), y.getPixelForValue(target.y), 4, 0, 2 * Math.PI);
        ctx.fillStyle = theme.accent;
        ctx.fill();
      }
      ctx.restore();
    },
  };
}

function axes(theme: ChartTheme, { currency, locale }: Words) {
  return {
    x: axis(theme, {
      title: "Spend covered, cheapest adsets first",
      format: (value) => percent(value, locale, 0),
      min: 0,
      max: 1,
    }),
    y: axis(theme, {
      title: currency ? `Cumulative CAC (${currency})` : "Cumulative CAC",
      format: (value) => money(value, currency, locale),
      min: 0,
    }),
  };
}

export function coverageConfig(table: TableData, points: CurvePoint[], share: number, words: Words) {
  const { currency, locale } = words;
  const read = reader(table);
  const target = targetOf(points, share);
  const label = target ? `Target CAC ${money(target.y, currency, locale)}` : percent(share, locale, 0);
  const said = ({ x, y }: CurvePoint) => `${percent(x, locale)} of spend at ${money(y, currency, locale)}`;
  const line = { label: "Cumulative CAC", data: points, borderWidth: 2, pointRadius: 0, pointHitRadius: 8 };
  return (theme: ChartTheme): ChartConfiguration<"line", CurvePoint[]> => ({
    type: "line",
    data: { datasets: [{ ...line, borderColor: theme.accent }] },
    plugins: [mark(theme, share, target, label)],
    options: {
      interaction: { mode: "nearest", axis: "x", intersect: false },
      scales: axes(theme, words),
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            title: ([item]) => (item ? `Up to ${read.nameOf(points[item.dataIndex].row)}` : ""),
            label: (item) => said(points[item.dataIndex]),
          },
        },
      },
    },
  });
}
