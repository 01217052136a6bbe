// The distribution of time on site by group: a violin with its box, and the histogram of all.
import { Violin, ViolinController } from "@sgratzl/chartjs-chart-boxplot";
import type { ChartConfiguration } from "chart.js";
import { axis, ChartKind, type ChartTheme, names, tooltip, withAlpha } from "../../../ui/chart";
import { compact, number, percent } from "../../../ui/format";
import type { TableData } from "../../../ui/types";
import { reader, rowsOf, type Words } from "../read";
import { duration, type Group, type Point } from "./read";

ChartKind.register(ViolinController, Violin);

const short = (text: string) => (text.length > 24 ? `${text.slice(0, 22)}\u2026` : text);

/** The plug-in reads finished statistics and shapes: the engine computed them, exactly and once. */
function violin(group: Group, coords: Point[]) {
  return {
    min: coords[0]?.v ?? group.q1,
    max: coords.at(-1)?.v ?? group.q3,
    q1: group.q1,
    q3: group.q3,
    median: group.median,
    mean: group.mean,
    whiskerMin: group.whiskerLow,
    whiskerMax: group.whiskerHigh,
    items: [],
    outliers: [],
    coords,
    maxEstimate: Math.max(...coords.map((point) => point.estimate)),
  };
}

function groupWords(group: Group, locale?: string): string[] {
  return [
    `Median ${duration(group.median, locale)}; half between ${duration(group.q1, locale)} and ${duration(group.q3, locale)}`,
    `${number(group.sessions, locale)} sessions, ${number(group.conversions, locale)} conversions`,
    `${number(group.outliers, locale)} outliers (${percent(group.outlierShare, locale)}), longest ${duration(group.longest, locale)}`,
  ];
}

/** Draws the box over each violin, which the plug-in leaves to its readers. */
function boxes(theme: ChartTheme, groups: Group[]) {
  return {
    id: "boxes",
    afterDatasetsDraw({ ctx, scales: { x, y } }: ChartKind) {
      if (!x || !y) return;
      ctx.save();
      groups.forEach((group, index) => {
        const at = y.getPixelForValue(index);
        const px = (seconds: number) => x.getPixelForValue(seconds / 60);
        ctx.strokeStyle = theme["ink-2"];
        ctx.lineWidth = 1;
        ctx.beginPath();
        ctx.moveTo(px(group.whiskerLow), at);
        ctx.lineTo(px(group.whiskerHigh), at);
        ctx.stroke();
        ctx.fillStyle = theme.surface;
        ctx.fillRect(px(group.q1), at - 4, px(group.q3) - px(group.q1), 8);
        ctx.strokeRect(px(group.q1), at - 4, px(group.q3) - px(group.q1), 8);
        ctx.strokeStyle = theme.ink;
        ctx.lineWidth = 2;
        ctx.beginPath();
        ctx.moveTo(px(group.median), at - 4);
        ctx.lineTo(px(group.median), at + 4);
        ctx.stroke();
      });
      ctx.restore();
    },
  };
}

const inMinutes = (group: Group): Group => {
  const entries = Object.entries(group).map(([name, value]) => [
    name,
    typeof value === "number" && !["sessions", "conversions", "outliers", "outlierShare"].includes(name)
      ? value / 60
      : value,
  ]);
  return Object.fromEntries(entries);
};

export function violinConfig(groups: Group[], shapes: Map<string, Point[]>, { locale }: Words) {
  const drawn = groups.filter((group) => (shapes.get(group.group)?.length ?? 0) > 0);
  const minutes = (points: Point[]) => points.map(({ v, estimate }) => ({ v: v / 60, estimate }));
  return (theme: ChartTheme): ChartConfiguration<"violin"> => ({
    type: "violin",
    data: {
      labels: drawn.map((group) => short(group.group)),
      datasets: [
        {
          data: drawn.map((group) => violin(inMinutes(group), minutes(shapes.get(group.group) ?? []))) as never[],
          backgroundColor: withAlpha(theme.accent, 0.25),
          borderColor: withAlpha(theme.accent, 0.8),
          borderWidth: 1,
          itemRadius: 0,
          meanRadius: 0,
        },
      ],
    },
    plugins: [boxes(theme, drawn)],
    options: {
      indexAxis: "y",
      scales: {
        x: axis(theme, { title: "Time on site, minutes", format: (value) => number(value, locale), min: 0 }),
        y: { ...names(theme), stacked: false },
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            title: ([item]) => (item ? (drawn[item.dataIndex]?.group ?? "") : ""),
            label: (item) => groupWords(drawn[item.dataIndex] as Group, locale),
          },
        },
      },
    },
  });
}

export function histogramConfig(data: TableData, { locale }: Words) {
  const read = reader(data);
  const at = (name: string, row: number) => read.number(name, row);
  const minutes = (seconds: number) => number(seconds / 60, locale, 1);
  const last = data.rows - 1;
  return (theme: ChartTheme): ChartConfiguration => ({
    type: "bar",
    data: {
      labels: rowsOf(data).map((row) => (row === last ? `${minutes(at("low", row))}+` : minutes(at("low", row)))),
      datasets: [
        {
          data: rowsOf(data).map((row) => at("sessions", row)),
          backgroundColor: rowsOf(data).map((row) => withAlpha(row === last ? theme.hold : theme.accent, 0.75)),
          categoryPercentage: 1,
          barPercentage: 0.94,
        },
      ],
    },
    options: {
      scales: {
        x: {
          ...names(theme),
          title: {
            display: true,
            text: "Time on site, minutes",
            color: theme["ink-2"],
            font: { family: theme.font, size: 12 },
          },
          ticks: { ...names(theme).ticks, autoSkip: true, maxRotation: 0 },
        },
        y: axis(theme, { title: "Sessions", format: (value) => compact(value, locale) }),
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            title: ([item]) =>
              item ? `${minutes(at("low", item.dataIndex))} to ${minutes(at("high", item.dataIndex))} minutes` : "",
            label: (item) => [
              `${number(Number(item.raw), locale)} sessions`,
              `${number(at("conversions", item.dataIndex), locale)} conversions`,
            ],
          },
        },
      },
    },
  });
}
