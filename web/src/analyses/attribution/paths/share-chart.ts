// Every model's share of every channel on one line each, the chosen model with its interval.
import type { ChartConfiguration, Plugin } from "chart.js";
import { modelName } from "../../../ui/attribution-words";
import { axis, type ChartTheme, names, tooltip, withAlpha } from "../../../ui/chart";
import { percent } from "../../../ui/format";
import type { Words } from "../read";
import { type Credit, channelsBy } from "./read";

function whiskers(theme: ChartTheme, chosen: Credit[]): Plugin {
  return {
    id: "whiskers",
    beforeDatasetsDraw({ ctx, scales: { x, y } }) {
      if (!x || !y) return;
      ctx.save();
      ctx.strokeStyle = theme.accent;
      ctx.lineWidth = 2;
      for (const credit of chosen) {
        if (!Number.isFinite(credit.low)) continue;
        const labels = y.getLabels?.() ?? [];
        const height = y.getPixelForValue(labels.indexOf(credit.channel));
        const [left, right] = [x.getPixelForValue(credit.low), x.getPixelForValue(credit.high)];
        ctx.beginPath();
        ctx.moveTo(left, height);
        ctx.lineTo(right, height);
        for (const end of [left, right]) {
          ctx.moveTo(end, height - 5);
          ctx.lineTo(end, height + 5);
        }
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}

interface Dot {
  x: number;
  y: number;
  r: number;
  credit: Credit;
}

export function shareConfig(credits: Credit[], model: string, { locale }: Words) {
  const channels = channelsBy(credits, model);
  // A category axis takes the name of its row where the types ask for a number.
  const dot = (credit: Credit, r: number): Dot => ({
    x: credit.share,
    y: credit.channel as unknown as number,
    r,
    credit,
  });
  const least = Math.min(...credits.flatMap(({ share, low }) => (Number.isFinite(low) ? [share, low] : [share])));
  const chosen = credits.filter((credit) => credit.model === model);
  const others = credits.filter((credit) => credit.model !== model);
  const words = ({ credit }: Dot) => {
    const interval = Number.isFinite(credit.low)
      ? `, ${percent(credit.low, locale)} to ${percent(credit.high, locale)}`
      : "";
    return `${modelName(credit.model)}: ${percent(credit.share, locale)}${interval}`;
  };
  return (theme: ChartTheme): ChartConfiguration<"bubble"> => ({
    type: "bubble",
    data: {
      datasets: [
        {
          data: chosen.map((credit) => dot(credit, 6)),
          backgroundColor: theme.accent,
          borderColor: theme.surface,
          borderWidth: 1,
        },
        {
          data: others.map((credit) => dot(credit, 4)),
          backgroundColor: withAlpha(theme["ink-3"], 0.35),
          borderColor: withAlpha(theme["ink-3"], 0.7),
          borderWidth: 1,
        },
      ],
    },
    plugins: [whiskers(theme, chosen)],
    options: {
      layout: { padding: { right: 12 } },
      scales: {
        x: axis(theme, {
          title: "Share of the conversions",
          format: (value) => percent(value, locale, 0),
          grace: "4%",
          min: least < 0 ? undefined : 0,
        }),
        y: { ...names(theme), stacked: false, labels: channels, offset: true },
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          filter: (_item, index) => index < 6,
          callbacks: {
            title: (items) => items.slice(0, 1).map((item) => (item.raw as Dot).credit.channel),
            label: (item) => words(item.raw as Dot),
          },
        },
      },
    },
  });
}
