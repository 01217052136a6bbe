// What the next conversion costs at every campaign, with the common price as a line: who is off it is held by a limit.
import type { BubbleDataPoint, ChartConfiguration, Plugin } from "chart.js";
import { axis, type ChartTheme, samplePoints, tooltip, withAlpha } from "../../../ui/chart";
import { compact, money } from "../../../ui/format";
import type { TableData } from "../../../ui/types";
import { heldWords, isFree, readCampaigns, type Words } from "./read";

export interface Point extends BubbleDataPoint {
  row: number;
}

export interface Marginal {
  /** On the common price. */
  free: Point[];
  /** A limit keeps them from getting more, though the next conversion is cheap there. */
  capped: Point[];
  /** A limit keeps them from getting less, though the next conversion is dear there. */
  floored: Point[];
  kept: Point[];
  drawn: number;
  total: number;
}

const most = new Set(["max", "group max"]);
const least = new Set(["min", "group min", "off"]);

export function marginalOf(table: TableData | undefined): Marginal {
  const read = readCampaigns(table);
  const rows: number[] = [];
  for (let row = 0; row < read.rows; row++) {
    if (read.at("marginal_cpa", row) > 0 && read.at("optimized_budget", row) > 0) rows.push(row);
  }
  const budgets = rows.map((row) => read.at("optimized_budget", row));
  const out: Marginal = { free: [], capped: [], floored: [], kept: [], drawn: 0, total: rows.length };
  for (const at of samplePoints(budgets, 1500)) {
    const row = rows[at] ?? 0;
    const point = { x: read.at("optimized_budget", row), y: read.at("marginal_cpa", row), r: 4, row };
    const held = read.held(row);
    const group = isFree(held) ? out.free : most.has(held) ? out.capped : least.has(held) ? out.floored : out.kept;
    group.push(point);
    out.drawn += 1;
  }
  return out;
}

export function marginalTitle(m: Marginal, price: number, { currency, locale }: Words): string {
  if (m.total === 0) return "No campaign has a marginal price";
  const cost = money(price, currency, locale);
  if (m.free.length === 0) return "Limits hold every campaign: there is no common price";
  if (m.free.length === m.total) return `The next conversion costs ${cost} everywhere: no move would help`;
  return `The next conversion costs ${cost} wherever no limit holds`;
}

function priceLine(theme: ChartTheme, price: number, label: string): Plugin {
  return {
    id: "priceLine",
    afterDatasetsDraw({ ctx, chartArea: area, scales: { y } }) {
      if (!y || !Number.isFinite(price)) return;
      const at = y.getPixelForValue(price);
      if (at < area.top || at > area.bottom) return;
      ctx.save();
      ctx.strokeStyle = theme.accent;
      ctx.lineWidth = 1.5;
      ctx.setLineDash([5, 4]);
      ctx.beginPath();
      ctx.moveTo(area.left, at);
      ctx.lineTo(area.right, at);
      ctx.stroke();
      ctx.font = `600 11px ${theme.font}`;
      ctx.fillStyle = theme.accent;
      ctx.textAlign = "right";
      ctx.fillText(label, area.right - 4, at - 6);
      ctx.restore();
    },
  };
}

const sets = [
  { id: "free", label: "No limit holds", colour: "accent", shape: "circle" },
  { id: "capped", label: "May not get more", colour: "scale", shape: "triangle" },
  { id: "floored", label: "May not get less", colour: "reduce", shape: "rect" },
  { id: "kept", label: "Set by hand", colour: "hold", shape: "crossRot" },
] as const;

export const marginalSets = sets;

function callbacks(table: TableData | undefined, { currency, locale }: Words) {
  const read = readCampaigns(table);
  return {
    title: ([item]: { raw: unknown }[]) => read.name((item?.raw as Point | undefined)?.row ?? -1),
    label: (item: { raw: unknown }) => {
      const { row } = item.raw as Point;
      const [x, y] = [read.at("optimized_budget", row), read.at("marginal_cpa", row)];
      const held = heldWords[read.held(row)]?.title ?? "";
      return [
        `Next conversion ${money(y, currency, locale)} at ${money(x, currency, locale)}`,
        ...(held ? [held] : []),
      ];
    },
  };
}

export function marginalConfig(table: TableData | undefined, m: Marginal, price: number, words: Words) {
  const { currency, locale } = words;
  const unit = currency ? ` (${currency})` : "";
  const label = `Common price ${money(price, currency, locale)}`;
  return (theme: ChartTheme): ChartConfiguration<"bubble", Point[]> => ({
    type: "bubble",
    data: {
      datasets: sets
        .filter(({ id }) => m[id].length > 0)
        .map(({ id, label: name, colour, shape }) => ({
          label: name,
          data: m[id],
          pointStyle: shape,
          borderColor: theme[colour],
          borderWidth: shape === "crossRot" ? 1.5 : 1,
          backgroundColor: withAlpha(theme[colour], 0.55),
        })),
    },
    plugins: [priceLine(theme, price, label)],
    options: {
      scales: {
        x: axis(theme, {
          title: `New budget${unit}`,
          type: "logarithmic",
          format: (value) => compact(value, locale, currency),
        }),
        y: axis(theme, {
          title: `The next conversion costs${unit}`,
          type: "logarithmic",
          format: (value) => money(value, currency, locale),
        }),
      },
      plugins: { tooltip: { ...tooltip(theme), callbacks: callbacks(table, words) } },
    },
  });
}
