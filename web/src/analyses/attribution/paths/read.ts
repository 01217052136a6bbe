// The result of attribution/paths as the page reads it.
import type { RunOutcome } from "../../../engine/protocol";
import type { TableData } from "../../../ui/types";
import { reader, rowsOf } from "../read";

export interface Credit {
  row: number;
  channel: string;
  model: string;
  conversions: number;
  value: number;
  share: number;
  low: number;
  high: number;
  lessLast: number;
  valueLessLast: number;
}

export function readCredits(table: TableData): Credit[] {
  const read = reader(table);
  return rowsOf(table).map((row) => ({
    row,
    channel: read.text("channel", row),
    model: read.text("model", row),
    conversions: read.number("conversions", row),
    value: read.number("value", row),
    share: read.number("share", row),
    low: read.number("share_low", row),
    high: read.number("share_high", row),
    lessLast: read.number("difference_to_last", row),
    valueLessLast: read.number("value_difference_to_last", row),
  }));
}

export const modelsOf = (credits: Credit[]) => [...new Set(credits.map((credit) => credit.model))];

/** The model that the page speaks of: the one asked for, else the chain, else the last of the list. */
export function speaking(credits: Credit[], asked: string | undefined): string {
  const models = modelsOf(credits);
  if (asked && models.includes(asked)) return asked;
  return models.includes("markov") ? "markov" : (models.at(-1) ?? "");
}

/** Channels by the share that the model gives them. */
export function channelsBy(credits: Credit[], model: string): string[] {
  const own = credits.filter((credit) => credit.model === model);
  return own.sort((a, b) => b.share - a.share || a.channel.localeCompare(b.channel)).map((credit) => credit.channel);
}

export interface Scalars {
  conversions: number;
  value: number;
  journeys: number;
  rate: number;
  touches: number;
  users: number;
  channels: number;
  hasValue: boolean;
  hasTimes: boolean;
  auc: number;
}

export function readScalars(scalars: RunOutcome["result"]["scalars"]): Scalars {
  const at = (name: string) => (typeof scalars[name] === "number" ? scalars[name] : Number.NaN);
  return {
    conversions: at("conversions"),
    value: at("value"),
    journeys: at("journeys"),
    rate: at("conversion_rate"),
    touches: at("touches"),
    users: at("users"),
    channels: at("channel_count"),
    hasValue: Boolean(scalars.has_value),
    hasTimes: Boolean(scalars.has_times),
    auc: at("data_driven_auc"),
  };
}

/** Days by which half of the conversions had come; NaN without times. */
export function medianLag(lags: TableData): number {
  const read = reader(lags);
  const row = rowsOf(lags).find((at) => read.number("cumulative_share", at) >= 0.5);
  return row === undefined ? Number.NaN : read.number("days", row);
}

/** Touches of a converting journey, on average. */
export function meanLength(lengths: TableData): number {
  const read = reader(lengths);
  const sum = (pick: (row: number) => number) => rowsOf(lengths).reduce((all, row) => all + pick(row), 0);
  return (
    sum((row) => read.number("touches", row) * read.number("conversions", row)) /
    sum((row) => read.number("conversions", row))
  );
}
