// CAC against pLTV, drawn: above the diagonal an order is worth more than it costs.
import type { ChartConfiguration, Plugin } from "chart.js";
import { axis, type ChartTheme, tooltip, withAlpha } from "../../../ui/chart";
import { compact, money, number, plural, roughly, chance as shownChance } from "../../../ui/format";
import type { ColumnSpec } from "../../../ui/table";
import type { TableData } from "../../../ui/types";
import type { Words } from "./headline";
import { reader } from "./read";
import { boundsOf, type Point, type Scale, type Scatter } from "./scatter";

function breakEven(theme: ChartTheme): Plugin {
  return {
    id: "breakEven",
    beforeDatasetsDraw({ ctx, chartArea: area, scales: { x, y } }) {
      if (!x || !y) return;
      const from = Math.max(x.min, y.min);
      const to = Math.min(x.max, y.max);
      if (!(from < to)) return;
      ctx.save();
      ctx.beginPath();
      ctx.rect(area.left, area.top, area.width, area.height);
      ctx.clip();
      ctx.strokeStyle = theme["ink-2"];
      ctx.setLineDash([5, 4]);
      ctx.beginPath();
      for (let step = 0; step <= 40; step++) {
        const at = x.type === "logarithmic" ? from * (to / from) ** (step / 40) : from + ((to - from) * step) / 40;
        ctx.lineTo(x.getPixelForValue(at), y.getPixelForValue(at));
      }
      ctx.stroke();
      ctx.restore();
    },
    afterDatasetsDraw({ ctx, chartArea: area }) {
      ctx.save();
      ctx.font = `11px ${theme.font}`;
      ctx.fillStyle = theme["ink-3"];
      ctx.textBaseline = "top";
      ctx.fillText("Worth more than it costs", area.left + 8, area.top + 6);
      ctx.textBaseline = "bottom";
      ctx.textAlign = "right";
      ctx.fillText("Costs more than it is worth", area.right - 8, area.bottom - 6);
      ctx.restore();
    },
  };
}

function verdict(undecided: number, clicks: number, locale?: string): string {
  if (undecided !== 1) return "";
  return Number.isFinite(clicks)
    ? `Cannot tell yet: about ${roughly(clicks, locale)} more clicks would`
    : "Cannot tell: it is at break-even";
}

/** The interval of the adset under the pointer, drawn where it lies. */
function hoveredInterval(table: TableData, theme: ChartTheme): Plugin {
  const read = reader(table);
  return {
    id: "hoveredInterval",
    afterDatasetsDraw(chart) {
      const { x, y } = chart.scales;
      const [hit] = chart.getActiveElements();
      if (!hit || !x || !y) return;
      const point = chart.data.datasets[hit.datasetIndex].data[hit.index] as unknown as Point;
      const [low, high] = [read.number("cac_lower", point.row), read.number("cac_upper", point.row)];
      if (!Number.isFinite(low) || !Number.isFinite(high)) return;
      const { ctx, chartArea: area } = chart;
      const across = y.getPixelForValue(point.y);
      const inside = (value: number) => Math.min(area.right, Math.max(area.left, x.getPixelForValue(value)));
      ctx.save();
      ctx.strokeStyle = theme.ink;
      ctx.lineWidth = 2;
      ctx.beginPath();
      ctx.moveTo(inside(low), across);
      ctx.lineTo(inside(high), across);
      for (const end of [low, high]) {
        ctx.moveTo(inside(end), across - 5);
        ctx.lineTo(inside(end), across + 5);
      }
      ctx.stroke();
      ctx.restore();
    },
  };
}

/** What a hover says about an adset, line by line. */
export function pointWords(table: TableData, row: number, { currency, locale }: Words): string[] {
  const read = reader(table);
  const at = (name: string) => read.number(name, row);
  const [low, high] = [at("cac_lower"), at("cac_upper")].map((cost) => money(cost, currency, locale));
  const sure = Number.isFinite(at("cac_lower")) ? `Likely between ${low} and ${high}` : "No interval can be stated";
  const chance = at("p_profitable");
  const weeks = plural(at("weeks_used"), "week", "weeks", locale);
  const cac = money(at("estimated_cac"), currency, locale);
  return [
    [read.text("channel", row), read.text("campaign_name", row)].filter(Boolean).join(" \u00b7 "),
    `CAC ${cac}${read.isOptimistic(row) ? " (optimistic: a best case)" : " (measured)"}, pLTV ${money(at("avg_pltv_influ_LB"), currency, locale)}`,
    `${money(at("weekly_spend"), currency, locale)} this week`,
    `${number(at("clicks_LB"), locale, 0)} clicks, ${number(at("ihc_final"), locale, 1)} orders over ${weeks}`,
    Number.isFinite(chance) ? `${sure}; ${shownChance(chance, locale)} likely to pay` : sure,
    verdict(at("undecided"), at("clicks_needed"), locale),
  ].filter(Boolean);
}

const shapes = {
  scale: { label: "Scale", pointStyle: "triangle" as const, rotation: 0 },
  hold: { label: "Hold", pointStyle: "rect" as const, rotation: 0 },
  reduce: { label: "Reduce", pointStyle: "triangle" as const, rotation: 180 },
};

export function scatterConfig(
  table: TableData,
  scatter: Scatter,
  scale: Scale,
  words: Words,
  onOpen?: (row: number) => void,
) {
  const read = reader(table);
  const format = (value: number) => compact(value, words.locale, words.currency);
  const rowOf = (raw: unknown) => (raw as Point).row;
  return (theme: ChartTheme): ChartConfiguration<"bubble"> => ({
    type: "bubble",
    data: {
      datasets: (["hold", "reduce", "scale"] as const).map((bucket) => ({
        ...shapes[bucket],
        data: scatter.groups[bucket],
        backgroundColor: withAlpha(theme[bucket], 0.28),
        borderColor: withAlpha(theme[bucket], 0.9),
        hoverBackgroundColor: withAlpha(theme[bucket], 0.55),
        borderWidth: 1,
        hoverBorderWidth: 2,
        hoverRadius: 1,
      })),
    },
    plugins: [breakEven(theme), hoveredInterval(table, theme)],
    options: {
      layout: { padding: { right: 8, top: 4 } },
      onClick: (_event, elements, chart) => {
        const [hit] = elements;
        if (hit && onOpen) onOpen(rowOf(chart.data.datasets[hit.datasetIndex].data[hit.index]));
      },
      scales: {
        x: axis(theme, {
          title: withCurrency("CAC: cost of an attributed order", words),
          format,
          type: scale,
          ...boundsOf(scatter, "x", scale),
        }),
        y: axis(theme, {
          title: withCurrency("pLTV: what a customer is worth", words),
          format,
          type: scale,
          ...boundsOf(scatter, "y", scale),
        }),
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          // Above the point, so that it does not cover the interval that is drawn through it.
          xAlign: "center",
          yAlign: "bottom",
          caretPadding: 12,
          filter: (_item, index) => index < 3,
          callbacks: {
            title: (items) => items.slice(0, 1).map((item) => read.nameOf(rowOf(item.raw))),
            label: (item) => [`${item.dataset.label}`, ...pointWords(table, rowOf(item.raw), words)],
          },
        },
      },
    },
  });
}

const withCurrency = (text: string, { currency }: Words) => (currency ? `${text} (${currency})` : text);

export const scatterColumns = (specs: ColumnSpec[]): ColumnSpec[] =>
  [
    "adset_name",
    "adset_id",
    "score_bucket",
    "estimated_cac",
    "avg_pltv_influ_LB",
    "weekly_spend",
    "clicks_LB",
    "ihc_final",
    "weeks_used",
    "selection_reason",
    "cac_lower",
    "p_profitable",
  ].flatMap((name) => specs.filter((spec) => spec.name === name).map((spec) => ({ ...spec, hidden: false })));
