// The best that each total can bring, with today's point under it and the plan's on it.
import type { ChartConfiguration, Plugin } from "chart.js";
import { axis, type ChartTheme, tooltip } from "../../../ui/chart";
import { compact, money, percent } from "../../../ui/format";
import { numberAt } from "../../../ui/table";
import type { TableData } from "../../../ui/types";
import { aimOf, worth } from "./headline";
import type { Scalars, Words } from "./read";

interface Point {
  x: number;
  y: number;
}

export function frontierOf(table: TableData | undefined): Point[] {
  if (!table) return [];
  const at = (name: string, row: number) => numberAt(table.columns[name], row);
  return Array.from({ length: table.rows }, (_, row) => ({ x: at("total_budget", row), y: at("value", row) })).filter(
    ({ y }) => Number.isFinite(y),
  );
}

/** What the frontier brings at a total, between its points. */
function bestAt(points: Point[], total: number): number {
  const after = points.findIndex((point) => point.x >= total);
  const b = points[after];
  const a = points[after - 1];
  if (!b) return Number.NaN;
  return a ? a.y + ((b.y - a.y) * (total - a.x)) / (b.x - a.x) : b.y;
}

/** The least total that brings what today's split does; NaN where the frontier does not reach so low. */
function totalFor(points: Point[], value: number): number {
  const after = points.findIndex((point) => point.y >= value);
  const b = points[after];
  const a = points[after - 1];
  return a && b ? a.x + ((b.x - a.x) * (value - a.y)) / (b.y - a.y) : Number.NaN;
}

export function frontierTitle(points: Point[], s: Scalars, params: Record<string, unknown>, words: Words): string {
  const aim = aimOf(params);
  if (points.length === 0) return "No total within the limits was found";
  const best = bestAt(points, s.budgetToday);
  const saved = 1 - totalFor(points, s.valueToday) / s.budgetToday;
  if (saved > 0.005) {
    return `At observed rates ${percent(saved, words.locale, 0)} less budget, split best, would bring today's ${aim.noun}`;
  }
  const missing = best - s.valueToday;
  if (!(missing > 1e-6 * Math.abs(s.valueToday))) return "Today's point lies on the frontier: no split does better";
  return `Today's split lies ${worth(missing, aim, words)}${aim.isMoney ? "" : ` ${aim.noun}`} below the best at observed rates`;
}

function pointSet(theme: ChartTheme, label: string, point: Point, colour: "reduce" | "accent", shape: string) {
  return {
    label,
    data: [point],
    pointStyle: shape,
    pointRadius: 7,
    pointHoverRadius: 8,
    backgroundColor: theme[colour],
    borderColor: theme.surface,
    borderWidth: 1.5,
    showLine: false,
  };
}

/** Names beside the points, so that no legend is needed. */
function pointNames(theme: ChartTheme, count: number): Plugin {
  return {
    id: "pointNames",
    afterDatasetsDraw(chart) {
      const { ctx, chartArea: area } = chart;
      ctx.save();
      ctx.font = `600 12px ${theme.font}`;
      ctx.fillStyle = theme["ink-2"];
      for (let k = 0; k < count; k++) {
        const point = chart.getDatasetMeta(k).data[0];
        const label = chart.data.datasets[k]?.label ?? "";
        if (!point) continue;
        const isRight = point.x + 16 + ctx.measureText(label).width < area.right;
        ctx.textAlign = isRight ? "left" : "right";
        ctx.fillText(label, point.x + (isRight ? 12 : -12), point.y + 15);
      }
      ctx.restore();
    },
  };
}

export function frontierConfig(points: Point[], s: Scalars, params: Record<string, unknown>, words: Words) {
  const { currency, locale } = words;
  const aim = aimOf(params);
  const noun = aim.noun.charAt(0).toUpperCase() + aim.noun.slice(1);
  const title = aim.isMoney && currency ? `${noun} (${currency})` : noun;
  return (theme: ChartTheme): ChartConfiguration<"line", Point[]> => ({
    type: "line",
    data: {
      datasets: [
        pointSet(theme, "Today", { x: s.budgetToday, y: s.valueToday }, "reduce", "rectRot"),
        pointSet(theme, "The plan", { x: s.budget, y: s.value }, "accent", "circle"),
        {
          label: "Best split",
          data: points,
          borderColor: theme.accent,
          borderWidth: 2,
          pointRadius: 0,
          pointHitRadius: 8,
          tension: 0,
        },
      ],
    },
    plugins: [pointNames(theme, 2)],
    options: {
      interaction: { mode: "nearest", intersect: false },
      scales: {
        x: axis(theme, {
          title: currency ? `Total budget (${currency})` : "Total budget",
          format: (value) => compact(value, locale, currency),
        }),
        y: axis(theme, {
          title,
          format: (value) => (aim.isMoney ? compact(value, locale, currency) : compact(value, locale)),
          grace: "8%",
        }),
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            title: ([item]) => item?.dataset.label ?? "",
            label: (item) => {
              const { x, y } = item.raw as Point;
              return `${worth(y, aim, words)} ${aim.isMoney ? "" : aim.noun} for ${money(Math.round(x), currency, locale)}`;
            },
          },
        },
      },
    },
  });
}
