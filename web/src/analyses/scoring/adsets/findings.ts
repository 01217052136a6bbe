// At most three findings under the headline, each with the view that shows it.
import { formatter, percent, roughly } from "../../../ui/format";
import type { Finding } from "../../../ui/layout";
import type { TableData } from "../../../ui/types";
import { adsets, aWeek, type Words } from "./headline";
import { optimisticReason, reader, type Scalars } from "./read";

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

/** Half of the adsets that are not yet clear would be so with this many further clicks each; infinite at break-even. */
function usualClicks(table: TableData): number {
  const read = reader(table);
  const needed: number[] = [];
  for (let row = 0; row < read.rows; row++) {
    const clicks = read.number("clicks_needed", row);
    if (read.number("undecided", row) === 1) needed.push(Number.isNaN(clicks) ? Number.POSITIVE_INFINITY : clicks);
  }
  needed.sort((a, b) => a - b);
  return needed.length > 0 ? needed[Math.floor((needed.length - 1) / 2)] : Number.NaN;
}

function unclear(s: Scalars, table: TableData, words: Words): Finding[] {
  if (s.undecided === 0) return [];
  const clicks = usualClicks(table);
  const more =
    s.undecided === 1 || !Number.isFinite(clicks)
      ? ""
      : `: about ${roughly(clicks, words.locale)} more clicks each would settle half of them`;
  const one = Number.isFinite(clicks) ? `: about ${roughly(clicks, words.locale)} more clicks would` : "";
  const text = `Cannot tell yet for ${adsets(s.undecided, words)} with ${aWeek(s.spendUndecided, words)}${s.undecided === 1 ? one : more}`;
  return [{ text, view: { table: "adsets", unclear: "1" } }];
}

function changed(s: Scalars, words: Words): Finding[] {
  if (!(s.changed > 0)) return [];
  return [
    {
      text: `${adsets(s.changed, words)} changed advice, came in or dropped out since the week before`,
      view: { table: "changes" },
    },
  ];
}

function leftOut(s: Scalars, words: Words): Finding[] {
  if (s.dropped === 0) return [];
  const share = Number.isFinite(s.coverage) ? `, with ${percent(1 - s.coverage, words.locale)} of recent spend` : "";
  const were = s.dropped === 1 ? "was" : "were";
  return [
    { text: `${adsets(s.dropped, words)} ${were} left out for too little data${share}`, view: { table: "dropped" } },
  ];
}

/** Most telling first. */
export function allFindings(s: Scalars, table: TableData, words: Words): Finding[] {
  return [
    ...concentration(s, table, words),
    ...unclear(s, table, words),
    ...changed(s, words),
    ...optimism(s, table, words),
    ...leftOut(s, words),
  ];
}

export const findings = (s: Scalars, table: TableData, words: Words): Finding[] =>
  allFindings(s, table, words).slice(0, 3);
