// This week's spend by channel, split by what the list says to do with it.
import type { ChartConfiguration } from "chart.js";
import { axis, type ChartTheme, names, tooltip } from "../../../ui/chart";
import { compact, money, percent } from "../../../ui/format";
import { type Bucket, bucketOf } from "../../../ui/table";
import type { Column, TableData } from "../../../ui/types";
import type { Words } from "./headline";
import { reader } from "./read";

export type Split = Record<Bucket, number> & { channel: string; total: number };

export function spendByChannel(table: TableData): Split[] {
  const read = reader(table);
  const splits = new Map<string, Split>();
  for (let row = 0; row < read.rows; row++) {
    const channel = read.text("channel", row) || "No channel";
    const split = splits.get(channel) ?? { channel, total: 0, scale: 0, hold: 0, reduce: 0, unscored: 0 };
    splits.set(channel, split);
    const spend = read.number("weekly_spend", row) || 0;
    split[bucketOf(read.number("score_bucket", row))] += spend;
    split.total += spend;
  }
  return [...splits.values()].sort((a, b) => b.total - a.total || a.channel.localeCompare(b.channel));
}

export function spendTitle(splits: Split[], words: Words): string {
  const [worst] = [...splits].sort((a, b) => b.reduce - a.reduce);
  if (!worst || worst.total === 0) return "Nothing was spent this week";
  if (worst.reduce === 0) return "No channel spends on adsets to reduce";
  const share = percent(worst.reduce / worst.total, words.locale, 0);
  if (splits.length === 1) return `${share} of this week's spend is on adsets to reduce`;
  return `${worst.channel} spends most on adsets to reduce: ${money(Math.round(worst.reduce), words.currency, words.locale)}, ${share} of its week`;
}

const order = ["scale", "hold", "reduce", "unscored"] as const;
const labels: Record<Bucket, string> = { scale: "Scale", hold: "Hold", reduce: "Reduce", unscored: "Not scored" };

export function spendConfig(splits: Split[], words: Words) {
  const { currency, locale } = words;
  return (theme: ChartTheme): ChartConfiguration => ({
    type: "bar",
    data: {
      labels: splits.map((split) => split.channel),
      datasets: order
        .filter((bucket) => splits.some((split) => split[bucket] > 0))
        .map((bucket) => ({
          label: labels[bucket],
          data: splits.map((split) => split[bucket]),
          backgroundColor: theme[bucket === "hold" ? "hold-fill" : bucket],
          borderColor: theme.surface,
          borderWidth: { right: 1 },
          maxBarThickness: 20,
        })),
    },
    options: {
      indexAxis: "y",
      scales: {
        x: axis(theme, {
          title: currency ? `Spend this week (${currency})` : "Spend this week",
          format: (value) => compact(value, locale, currency),
          stacked: true,
        }),
        y: names(theme),
      },
      plugins: {
        tooltip: {
          ...tooltip(theme),
          callbacks: {
            label: (item) => `${item.dataset.label}: ${money(Number(item.raw), currency, locale)}`,
            footer: ([item]) => (item ? `of ${money(splits[item.dataIndex].total, currency, locale)}` : ""),
          },
        },
      },
    },
  });
}

/** The same figures as a table. */
export function spendTable(splits: Split[]): TableData {
  const column = (pick: (split: Split) => number): Column => ({
    kind: "number",
    values: Float64Array.from(splits, pick),
  });
  const dictionary = splits.map((split) => split.channel);
  const columns: TableData["columns"] = {
    channel: { kind: "text", codes: Int32Array.from(dictionary.keys()), dictionary },
    total: column((split) => split.total),
  };
  for (const bucket of order) columns[bucket] = column((split) => split[bucket]);
  return { rows: splits.length, columns };
}

export const spendColumns = ["channel", "total", ...order].map((name) => ({
  name,
  label: name === "channel" ? "Channel" : name === "total" ? "Spend this week" : labels[bucketNamed(name)],
  help: "",
  unit: name === "channel" ? "" : "money",
  kind: name === "channel" ? ("text" as const) : ("number" as const),
  align: name === "channel" ? ("start" as const) : ("end" as const),
  width: 120,
  total: name !== "channel",
}));

function bucketNamed(name: string): Bucket {
  return order.find((bucket) => bucket === name) ?? "unscored";
}
