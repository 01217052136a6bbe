// The sentence at the top of the attribution page and the findings under it.

import { modelInText } from "../../../ui/attribution-words";
import { money, number, percent, plural } from "../../../ui/format";
import type { Finding } from "../../../ui/layout";
import type { TableData } from "../../../ui/types";
import { reader, rowsOf, type Words } from "../read";
import { type Credit, medianLag, modelsOf, type Scalars } from "./read";

const range = (credit: Credit, locale?: string) =>
  Number.isFinite(credit.low) ? ` (${percent(credit.low, locale)} to ${percent(credit.high, locale)})` : "";

/** The channel that last touch misjudges most by the model: in money where there is some. */
export function mostMoved(credits: Credit[], model: string): Credit | undefined {
  const size = (credit: Credit) =>
    Math.abs(Number.isFinite(credit.valueLessLast) ? credit.valueLessLast : credit.lessLast);
  const own = credits.filter((credit) => credit.model === model && Number.isFinite(size(credit)));
  return own.sort((a, b) => size(b) - size(a))[0];
}

export function headline(scalars: Scalars, credits: Credit[], model: string, { currency, locale }: Words): string {
  const moved = mostMoved(credits, model);
  const [first] = credits.filter((credit) => credit.model === model).sort((a, b) => b.share - a.share);
  if (!first) return "There is nothing to attribute";
  const lead = `${first.channel} earned most: ${percent(first.share, locale)}${range(first, locale)} of ${plural(scalars.conversions, "conversion", "conversions", locale)}`;
  if (!moved || model === "last" || Math.abs(moved.lessLast) < 0.01 * scalars.conversions) {
    return `By ${modelInText(model)}, ${lead}.`;
  }
  const more = moved.lessLast > 0;
  const amount = Number.isFinite(moved.valueLessLast)
    ? money(Math.round(Math.abs(moved.valueLessLast)), currency, locale)
    : plural(Math.round(Math.abs(moved.lessLast)), "conversion", "conversions", locale);
  const last = credits.find((credit) => credit.model === "last" && credit.channel === moved.channel);
  // A bare number without a currency is said to be value, lest it be taken for conversions.
  const unit = Number.isFinite(moved.valueLessLast) && !currency ? " value" : "";
  // Only intervals that lie apart make a difference probable.
  const apart = last !== undefined && (moved.low > last.high || moved.high < last.low);
  return `${moved.channel} ${apart ? "probably" : "may have"} earned ${amount} ${more ? "more" : "less"}${unit} than last touch shows: ${percent(moved.share, locale)}${range(moved, locale)} of the conversions by ${modelInText(model)}, not ${percent(last?.share ?? 0, locale)}.`;
}

function disagreement(credits: Credit[], { locale }: Words): Finding[] {
  const spreads = [...new Set(credits.map((credit) => credit.channel))].map((channel) => {
    const own = credits.filter((credit) => credit.channel === channel && credit.model !== "participation");
    const shares = own.map((credit) => credit.share);
    return { channel, low: Math.min(...shares), high: Math.max(...shares) };
  });
  const [widest] = spreads.sort((a, b) => b.high - b.low - (a.high - a.low));
  if (!widest || modelsOf(credits).length < 3) return [];
  return [
    {
      text: `The models disagree most on ${widest.channel}: ${percent(widest.low, locale, 0)} to ${percent(widest.high, locale, 0)} of the conversions. What you believe of it depends on the model.`,
      view: { at: "agreement" },
    },
  ];
}

function opener(assists: TableData, { locale }: Words): Finding[] {
  const read = reader(assists);
  const rows = rowsOf(assists).filter((row) => read.number("conversions", row) >= 10);
  const ratio = (row: number) => (read.number("first", row) + 1) / (read.number("last", row) + 1);
  const [most] = rows.sort((a, b) => ratio(b) - ratio(a));
  if (most === undefined || ratio(most) < 1.5) return [];
  return [
    {
      text: `${read.text("channel", most)} opened ${number(read.number("first", most), locale)} of the journeys that converted and closed ${number(read.number("last", most), locale)}: it works early, and last touch does not see it.`,
      view: { table: "assists" },
    },
  ];
}

function lag(lags: TableData, { locale }: Words): Finding[] {
  const days = medianLag(lags);
  if (!Number.isFinite(days)) return [];
  const text =
    days === 0
      ? "Half of the conversions come on the day of the first touch."
      : `Half of the conversions come within ${plural(days, "day", "days", locale)} of the first touch.`;
  return [{ text, view: { at: "lags" } }];
}

export function findings(credits: Credit[], tables: Record<string, TableData>, words: Words): Finding[] {
  const none: TableData = { rows: 0, columns: {} };
  return [
    ...disagreement(credits, words),
    ...opener(tables.assists ?? none, words),
    ...lag(tables.lags ?? none, words),
  ].slice(0, 3);
}
