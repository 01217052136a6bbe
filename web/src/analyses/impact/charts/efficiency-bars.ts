// The efficiency index of each segment: share of sales over share of spend, against 1.
import type { ChartConfiguration, Plugin } from "chart.js";
import { axis, type ChartTheme, names, tooltip } from "../../../ui/chart";
import { money, number, percent } from "../../../ui/format";
import type { TableData } from "../../../ui/types";
import { reader, twin, type Words } from "./tables";

export interface Segment {
  name: string;
  index: number;
  label: string;
  spend: number;
  spendShare: number;
  salesShare: number;
}

/** Amazon's names of match types in plain words; other names stay. */
const plain: Record<string, string> = {
  EXACT: "Exact",
  PHRASE: "Phrase",
  BROAD: "Broad",
  TARGETING_EXPRESSION: "Product targeting",
  TARGETING_EXPRESSION_PREDEFINED: "Automatic targeting",
};

const segmentName = (name: string) => plain[name.toUpperCase()] ?? name;

export function segmentsOf(table: TableData): Segment[] {
  const read = reader(table);
  const segments = read.rows.map((row) => ({
    name: segmentName(read.text("name", row)),
    index: read.number("efficiency_index", row),
    label: read.text("label", row),
    spend: read.number("spend", row),
    spendShare: read.number("spend_share_pct", row),
    salesShare: read.number("revenue_share_pct", row),
  }));
  return segments
    .filter((segment) => segment.spend > 0)
    .sort((a, b) => b.spend - a.spend)
    .slice(0, 12);
}

export function efficiencyTitle(segments: Segment[], { currency, locale }: Words): string {
  const [worst, other] = [...segments].sort((a, b) => a.index - b.index);
  if (!worst) return "Nothing was spent";
  if (Number.isNaN(worst.index)) return "Nothing was sold: no segment earns its share of the spend";
  if (!other) return `All of the spend is in one segment: ${worst.name}`;
  if (worst.index >= 0.95) return "Every segment earns about its share of the spend";
  return `${worst.name} takes ${percent(worst.spendShare / 100, locale, 0)} of the spend (${money(Math.round(worst.spend), currency, locale)}) and earns ${percent(worst.salesShare / 100, locale, 0)} of the sales`;
}

const tones: Record<string, "scale" | "hold-fill" | "reduce"> = {
  Amplifier: "scale",
  Balanced: "hold-fill",
  Review: "reduce",
  Drag: "reduce",
};

function one(theme: ChartTheme): Plugin {
  return {
    id: "one",
    afterDatasetsDraw({ ctx, chartArea, scales: { x } }) {
      if (!x) return;
      const at = x.getPixelForValue(1);
      ctx.save();
      ctx.strokeStyle = theme["ink-2"];
      ctx.setLineDash([5, 4]);
      ctx.beginPath();
      ctx.moveTo(at, chartArea.top);
      ctx.lineTo(at, chartArea.bottom);
      ctx.stroke();
      ctx.restore();
    },
  };
}

export function efficiencyConfig(segments: Segment[], { currency, locale }: Words) {
  return (theme: ChartTheme): ChartConfiguration<"bar"> => ({
    type: "bar",
    data: {
      labels: segments.map((segment) => segment.name),
      datasets: [
        {
          label: "Efficiency index",
          data: segments.map((segment) => segment.index),
          backgroundColor: segments.map((segment) => theme[tones[segment.label] ?? "hold-fill"]),
          maxBarThickness: 20,
        },
      ],
    },
    plugins: [one(theme)],
    options: {
      indexAxis: "y",
      scales: {
        x: axis(theme, {
          title: "Share of sales / share of spend",
          format: (value) => number(value, locale, 2),
          min: 0,
        }),
        y: names(theme),
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            label: (item) => {
              const segment = segments[item.dataIndex];
              return segment ? `${segment.label}: ${number(segment.index, locale, 2)}` : "";
            },
            footer: ([item]) => (item ? money(segments[item.dataIndex]?.spend ?? 0, currency, locale) : ""),
          },
        },
      },
    },
  });
}

export const efficiencyTable = (segments: Segment[]) =>
  twin(
    "Segment",
    segments.map((segment) => segment.name + (segment.label && ` (${segment.label})`)),
    [
      { name: "index", label: "Efficiency index", unit: "rate", values: segments.map((s) => s.index) },
      { name: "spend", label: "Spend", values: segments.map((s) => s.spend) },
      { name: "spend_share", label: "Share of spend, %", unit: "rate", values: segments.map((s) => s.spendShare) },
      { name: "sales_share", label: "Share of sales, %", unit: "rate", values: segments.map((s) => s.salesShare) },
    ],
  );
