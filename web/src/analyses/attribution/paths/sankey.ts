// The first touches of journeys and how they ended, as streams.
import type { ChartConfiguration } from "chart.js";
import { Flow, SankeyController } from "chartjs-chart-sankey";
import { ChartKind, type ChartTheme, tooltip } from "../../../ui/chart";
import { number, percent } from "../../../ui/format";
import type { TableData } from "../../../ui/types";
import { reader, rowsOf, type Words } from "../read";

ChartKind.register(SankeyController, Flow);

interface Stream {
  from: string;
  to: string;
  flow: number;
  conversions: number;
}

const stepOf = (node: string) => Number(/^(\d+)\. /.exec(node)?.[1] ?? Number.NaN);
const channelOf = (node: string) => node.replace(/^\d+\. /, "");

const later = "More touches";

/** Thin streams would be a tangle: the largest channels stand for themselves, the others together, up to a step. */
export function streamsOf(data: TableData, most = 5, steps = 4): Stream[] {
  const read = reader(data);
  const seen = new Map<string, number>();
  for (const row of rowsOf(data)) {
    const node = read.text("source", row);
    if (stepOf(node) > 0) seen.set(channelOf(node), (seen.get(channelOf(node)) ?? 0) + read.number("journeys", row));
  }
  const large = [...seen].sort((a, b) => b[1] - a[1]).slice(0, most);
  const known = new Set(large.map(([channel]) => channel));
  const shown = (node: string) => {
    if (stepOf(node) > steps) return later;
    return stepOf(node) > 0 && !known.has(channelOf(node)) ? `${stepOf(node)}. Other channels` : node;
  };
  const streams = new Map<string, Stream>();
  for (const row of rowsOf(data)) {
    const [from, to] = [shown(read.text("source", row)), shown(read.text("target", row))];
    if (from === later && to === later) continue;
    const key = `${from}|${to}`;
    const stream = streams.get(key) ?? { from, to, flow: 0, conversions: 0 };
    stream.flow += read.number("journeys", row);
    stream.conversions += read.number("conversions", row);
    streams.set(key, stream);
  }
  return [...streams.values()].sort((a, b) => b.flow - a.flow);
}

/** From left to right: the steps, what came after them, the ends. */
function columnOf(node: string): number {
  if (stepOf(node) > 0) return stepOf(node) - 1;
  return node === later ? 4 : 5;
}

export function sankeyConfig(streams: Stream[], { locale }: Words) {
  const nodes = [...new Set(streams.flatMap(({ from, to }) => [from, to]))];
  return (theme: ChartTheme): ChartConfiguration<"sankey"> => {
    const colour = (node: string) =>
      node === "Converted" ? theme.scale : node === "Lost" ? theme["ink-3"] : theme.accent;
    return {
      type: "sankey",
      data: {
        datasets: [
          {
            data: streams.map(({ from, to, flow }) => ({ from, to, flow })),
            colorFrom: (context) => colour(streams[context.dataIndex]?.from ?? ""),
            colorTo: (context) => colour(streams[context.dataIndex]?.to ?? ""),
            colorMode: "gradient",
            alpha: 0.4,
            color: theme.ink,
            font: { family: theme.font, size: 11 },
            borderWidth: 0,
            nodeWidth: 8,
            nodePadding: 12,
            size: "max",
            labels: Object.fromEntries(nodes.map((node) => [node, channelOf(node)])),
            column: Object.fromEntries(nodes.map((node) => [node, columnOf(node)])),
            priority: Object.fromEntries(nodes.map((node) => [node, node === "Converted" ? 0 : 1])),
          },
        ],
      },
      options: {
        plugins: {
          tooltip: {
            ...tooltip(theme),
            callbacks: {
              title: () => "",
              label: (item) => {
                const stream = streams[item.dataIndex];
                if (!stream) return "";
                return [
                  `${stream.from} to ${stream.to}`,
                  `${number(stream.flow, locale)} journeys, ${percent(stream.conversions / stream.flow, locale)} converted`,
                ];
              },
            },
          },
        },
      },
    };
  };
}
