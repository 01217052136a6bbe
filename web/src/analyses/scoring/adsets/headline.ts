// The sentence at the top and at most three findings under it, from the result alone.
import { formatter, money, percent } from "../../../ui/format";
import type { Finding } from "../../../ui/layout";
import type { TableData } from "../../../ui/types";
import { optimisticReason, reader, type Scalars } from "./read";

export interface Words {
  currency: string;
  locale?: string;
}

const adsets = (count: number, { locale }: Words) =>
  `${formatter({ locale }).format(count)} ${count === 1 ? "adset" : "adsets"}`;

/** Three digits are what a person remembers; the key figures and the table have the rest. */
function aWeek(amount: number, { currency, locale }: Words): string {
  const rounded = Number(amount.toPrecision(3));
  return `${money(amount < 100 ? Math.round(amount) : rounded, currency, locale)} a week`;
}

function allHeld(s: Scalars, words: Words): string {
  if (s.hold === 0) return "No adset can be scored yet: CAC or pLTV is missing for all of them";
  if (s.hold === 1) return "Hold the one adset: it is neither clearly above nor clearly below break-even";
  return `Hold all ${adsets(s.hold, words)}: none is clearly above or below break-even`;
}

export function headline(s: Scalars, words: Words): string {
  const { locale } = words;
  const spent = aWeek(s.spendAbove, words);
  if (s.seen === 0) return "There are no adsets in this data";
  if (s.scored === 0) return "No adset has enough data to be scored yet";
  if (s.scale === 0 && s.reduce === 0) return allHeld(s, words);
  if (s.reduce === 0) {
    return `Scale ${adsets(s.scale, words)}: ${aWeek(s.spendScale, words)} goes where an order is worth more than it costs`;
  }
  const above = s.spendAbove > 0 ? `${spent} is spent above break-even` : "an order there costs more than it is worth";
  if (s.scale === 0) return `Reduce ${adsets(s.reduce, words)}: ${above}`;
  return `Scale ${adsets(s.scale, words)}, reduce ${formatter({ locale }).format(s.reduce)}: ${above}`;
}

interface Share {
  channel: string;
  spend: number;
  count: number;
}

/** The channel with most of the spend that is to be reduced. */
function heaviestChannel(table: TableData): Share | null {
  const read = reader(table);
  const shares = new Map<string, Share>();
  for (let row = 0; row < read.rows; row++) {
    const channel = read.text("channel", row);
    if (read.number("score_bucket", row) !== -1 || channel === "") continue;
    const share = shares.get(channel) ?? { channel, spend: 0, count: 0 };
    shares.set(channel, share);
    share.spend += read.number("weekly_spend", row) || 0;
    share.count += 1;
  }
  const ranked = [...shares.values()].sort((a, b) => b.spend - a.spend || a.channel.localeCompare(b.channel));
  return ranked.length > 1 && ranked[0].spend > 0 ? ranked[0] : null;
}

function concentration(s: Scalars, table: TableData, words: Words): Finding[] {
  const most = heaviestChannel(table);
  if (!most || s.spendReduce <= 0) return [];
  const share = percent(most.spend / s.spendReduce, words.locale, 0);
  const text = `${most.channel} has the largest share: ${aWeek(most.spend, words)} in ${adsets(most.count, words)}, ${share} of the spend to reduce`;
  return [{ text, view: { table: "adsets", bucket: "-1", channel: most.channel } }];
}

function optimism(s: Scalars, table: TableData, words: Words): Finding[] {
  const read = reader(table);
  let count = 0;
  for (let row = 0; row < read.rows; row++) {
    if (read.isOptimistic(row) && read.number("score_bucket", row) === 1) count += 1;
  }
  if (count === 0) return [];
  const all = count === s.scale;
  const which = all
    ? count === 1
      ? "The adset"
      : `All ${adsets(count, words)}`
    : `${formatter({ locale: words.locale }).format(count)} of the ${adsets(s.scale, words)}`;
  const rest = count === 1 ? "rests" : "rest";
  const text = `${which} to scale ${rest} on an optimistic CAC: there are too few clicks and orders yet to be sure`;
  return [{ text, view: { table: "adsets", bucket: "1", reason: optimisticReason } }];
}

function leftOut(s: Scalars, words: Words): Finding[] {
  if (s.dropped === 0) return [];
  const share = Number.isFinite(s.coverage) ? `, with ${percent(1 - s.coverage, words.locale)} of recent spend` : "";
  const were = s.dropped === 1 ? "was" : "were";
  return [
    { text: `${adsets(s.dropped, words)} ${were} left out for too little data${share}`, view: { table: "dropped" } },
  ];
}

export function findings(s: Scalars, table: TableData, words: Words): Finding[] {
  return [...concentration(s, table, words), ...optimism(s, table, words), ...leftOut(s, words)].slice(0, 3);
}
