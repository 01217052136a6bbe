// Campaigns by ROAS and conversion rate, in four fields around the medians.
import type { ChartConfiguration, Plugin } from "chart.js";
import { axis, type ChartTheme, tooltip, withAlpha } from "../../../ui/chart";
import { money, number, percent } from "../../../ui/format";
import type { TableData } from "../../../ui/types";
import { reader, twin, type Words } from "./tables";

export interface Campaign {
  x: number;
  y: number;
  r: number;
  name: string;
  spend: number;
  quadrant: string;
}

export interface Quadrants {
  campaigns: Campaign[];
  medianRoas: number;
  medianCvr: number;
}

const shapes = {
  Stars: { colour: "scale", pointStyle: "triangle", rotation: 0 },
  "Scale Potential": { colour: "accent", pointStyle: "rectRot", rotation: 0 },
  "Profit Potential": { colour: "hold", pointStyle: "rect", rotation: 0 },
  Cut: { colour: "reduce", pointStyle: "triangle", rotation: 180 },
} as const;

export function quadrantsOf(table: TableData, widest = 20): Quadrants {
  const read = reader(table);
  const active = read.rows.filter((row) => read.text("quadrant", row) !== "");
  const most = active.reduce((largest, row) => Math.max(largest, read.number("spend", row)), 0);
  const campaigns = active.map((row) => ({
    x: read.number("roas", row),
    y: read.number("cvr", row),
    r: Math.max(4, widest * Math.sqrt(Math.max(0, read.number("spend", row)) / (most || 1))),
    name: read.text("name", row),
    spend: read.number("spend", row),
    quadrant: read.text("quadrant", row),
  }));
  const [first] = read.rows;
  const median = (name: string) => (first === undefined ? Number.NaN : read.number(name, first));
  return { campaigns, medianRoas: median("median_roas"), medianCvr: median("median_cvr") };
}

export function quadrantTitle({ campaigns, medianCvr }: Quadrants, { currency, locale }: Words): string {
  const cut = campaigns.filter((campaign) => campaign.quadrant === "Cut");
  if (Number.isNaN(medianCvr)) return "Without orders campaigns cannot be placed by conversion rate";
  if (campaigns.length === 0) return "No campaign has both spend and clicks";
  if (cut.length === 0) return "No campaign is low on both ROAS and conversion rate";
  const spend = cut.reduce((sum, campaign) => sum + campaign.spend, 0);
  return `${number(cut.length, locale)} of ${number(campaigns.length, locale)} campaigns are low on both ROAS and conversion rate: ${money(Math.round(spend), currency, locale)} of spend`;
}

function fields(theme: ChartTheme, { medianRoas, medianCvr }: Quadrants): Plugin {
  return {
    id: "fields",
    beforeDatasetsDraw({ ctx, chartArea: area, scales: { x, y } }) {
      if (!x || !y || !Number.isFinite(medianRoas)) return;
      const [mid, level] = [x.getPixelForValue(medianRoas), y.getPixelForValue(medianCvr)];
      ctx.save();
      ctx.strokeStyle = theme["line-strong"];
      ctx.setLineDash([5, 4]);
      ctx.beginPath();
      ctx.moveTo(mid, area.top);
      ctx.lineTo(mid, area.bottom);
      ctx.moveTo(area.left, level);
      ctx.lineTo(area.right, level);
      ctx.stroke();
      ctx.font = `11px ${theme.font}`;
      ctx.fillStyle = theme["ink-3"];
      ctx.fillText("Profit Potential", area.left + 6, area.top + 14);
      ctx.fillText("Cut", area.left + 6, area.bottom - 6);
      ctx.textAlign = "right";
      ctx.fillText("Stars", area.right - 6, area.top + 14);
      ctx.fillText("Scale Potential", area.right - 6, area.bottom - 6);
      ctx.restore();
    },
  };
}

export function quadrantConfig(quadrants: Quadrants, { currency, locale }: Words) {
  return (theme: ChartTheme): ChartConfiguration<"bubble"> => ({
    type: "bubble",
    data: {
      datasets: Object.entries(shapes).map(([label, { colour, pointStyle, rotation }]) => ({
        label,
        pointStyle,
        rotation,
        data: quadrants.campaigns.filter((campaign) => campaign.quadrant === label),
        backgroundColor: withAlpha(theme[colour], 0.3),
        borderColor: theme[colour],
        borderWidth: 1,
      })),
    },
    plugins: [fields(theme, quadrants)],
    options: {
      scales: {
        x: axis(theme, { title: "ROAS: sales per unit of spend", format: (v) => number(v, locale, 1), grace: "8%" }),
        y: axis(theme, {
          title: "Conversion rate: orders per click",
          format: (v) => percent(v, locale),
          grace: "8%",
        }),
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            title: ([item]) => (item ? (item.raw as Campaign).name : ""),
            label: (item) => {
              const campaign = item.raw as Campaign;
              const figures = `ROAS ${number(campaign.x, locale, 2)}, ${percent(campaign.y, locale, 1)} of clicks order`;
              return [campaign.quadrant, figures, `${money(campaign.spend, currency, locale)} spend`];
            },
          },
        },
      },
    },
  });
}

export const quadrantTable = ({ campaigns }: Quadrants) =>
  twin(
    "Campaign",
    campaigns.map((campaign) => `${campaign.name} (${campaign.quadrant})`),
    [
      { name: "spend", label: "Spend", values: campaigns.map((c) => c.spend) },
      { name: "roas", label: "ROAS", unit: "rate", values: campaigns.map((c) => c.x) },
      { name: "cvr", label: "Conversion rate", unit: "share", values: campaigns.map((c) => c.y) },
    ],
  );
