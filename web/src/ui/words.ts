// Every doubt the engine can raise, worded for a person; a code not known here is still shown readably.
import { attributionWords } from "./attribution-words";
import { number, percent, plural } from "./format";
import type { Notice } from "./types";

type Words = (n: Record<string, number>, t: Record<string, string>, locale?: string) => string;

const be = (count: number | undefined, one: string, many: string) => (count === 1 ? one : many);
const count = (value: number | undefined, one: string, many: string, locale?: string) =>
  plural(value ?? 0, one, many, locale);
const whose = (channel: string | undefined) => (channel ? `${channel}: ` : "");

const blanks: Words = (n, _t, l) => {
  const parts = (["spend", "clicks", "ihc"] as const).filter((name) => (n[name] ?? 0) > 0);
  const where = parts.map((name) => `${name === "ihc" ? "orders" : name} ${number(n[name] ?? 0, l)}`).join(", ");
  return `${count(n.cells, "blank cell was", "blank cells were", l)} counted as 0${where ? ` (${where})` : ""}.`;
};

const rows: Record<string, Words> = {
  duplicates_collapsed: (n, _t, l) =>
    `${count(n.rows, "row", "rows", l)} repeated the adset and week of another (${count(n.keys, "pair", "pairs", l)}); they were added together.`,
  rows_without_key: (n, _t, l) =>
    `${count(n.rows, "row has", "rows have", l)} no week or no adset id and ${be(n.rows, "was", "were")} not used.`,
  blank_as_zero: blanks,
  blanks_as_zero: blanks,
  blank_pltv: (n, _t, l) =>
    `${count(n.rows, "row has", "rows have", l)} no pLTV and ${be(n.rows, "was", "were")} left out of the average pLTV.`,
  days_to_weeks: (n, _t, l) =>
    `${count(n.rows, "row", "rows", l)} did not start on a Monday and ${be(n.rows, "was", "were")} added to the week that contains ${be(n.rows, "it", "them")}.`,
  rows_after_as_of: (n, _t, l) =>
    `${count(n.rows, "row is", "rows are", l)} later than the week chosen and ${be(n.rows, "was", "were")} not used.`,
  negative_values: (n, _t, l) => {
    const parts = (["spend", "clicks", "ihc"] as const).filter((name) => (n[name] ?? 0) > 0);
    const where = parts.map((name) => `${name === "ihc" ? "orders" : name} ${number(n[name] ?? 0, l)}`).join(", ");
    return `Some cells are below 0 (${where}). Credits and refunds are summed as they are; an adset whose spend comes out below 0 has no CAC.`;
  },
  partial_last_week: (n, _t, l) =>
    `The last week holds ${count(n.days, "day", "days", l)} of 7: "this week's spend" is not a whole week's. Choose an earlier week to compare like with like.`,
  gap_before_last_week: (n, _t, l) =>
    `The last week comes ${count(n.weeks, "week", "weeks", l)} after the one before it. If its date is a mistake, choose an earlier week.`,
  files_appended: (n, t, l) =>
    `${count(n.files, "file was", "files were", l)} read as one (${t.name ?? ""})${(n.superseded ?? 0) > 0 ? `; ${count(n.superseded, "row", "rows", l)} stood in two of them and the later file's counted` : ""}.`,
  file_unused: (_n, t) =>
    `${t.file ?? "A file"} was not used: its columns suit no input, or another file suits better.`,
  repeated_rows: (n, _t, l) =>
    `${count(n.rows, "row is", "rows are", l)} the same as another in every cell. They are kept; if the export repeats rows, figures are too high.`,
  gaps_in_time: (n, _t, l) =>
    `${count(n.missing, n.step === 7 ? "week" : "day", n.step === 7 ? "weeks" : "days", l)} between the first and the last ${be(n.missing, "has", "have")} no row.`,
  extreme_value: (n, t, l) =>
    `${t.column ?? "A column"} holds ${number(n.value ?? 0, l)} on line ${number(n.line ?? 0, l, 0)}, more than 1,000 times the usual ${number(n.median ?? 0, l)}. Check the cell.`,
  rate_disagrees: (n, t, l) =>
    `${t.column ?? "A rate"} contradicts the counts beside it in ${count(n.rows, "row", "rows", l)}: a column may play the wrong role.`,
  column_ambiguous: (_n, t) =>
    `${t.column ?? "A column"} was used, but ${t.rival ?? "another"} fits as well. Choose the right one on the Data page.`,
  no_channel_column: () => "There is no channel column: all adsets are treated as one channel.",
};

const channels: Record<string, Words> = {
  uplift_below_1: (n, t, l) =>
    `${whose(t.channel)}the uplift is ${number(n.factor ?? Number.NaN, l)}, below 1: the export claims more orders than there were. Check the factor.`,
  uplift_above_3: (n, t, l) =>
    `${whose(t.channel)}the uplift is ${number(n.factor ?? Number.NaN, l)}, above 3: most orders of the channel are missing from the export. Check the factor.`,
  uplift_unused: (_n, t) =>
    `An uplift is given for ${t.channel || "a channel"}, but no row has that channel. Check the spelling.`,
  uplift_estimated: (n, t, l) =>
    n.factor === undefined
      ? "Uplift factors were estimated from the table of true orders over the last 8 weeks."
      : `${whose(t.channel)}an uplift of ${number(n.factor, l)} was estimated from the table of true orders.`,
  orders_unmatched: (n, t, l) =>
    `${t.channel ?? "A channel"} has ${number(n.orders ?? 0, l)} true orders but no row of the ad data has that channel. Check the spelling.`,
  scale_dominated: (n, _t, l) =>
    `One adset is ${number(n.ratio ?? Number.NaN, l, 0)} times as far from break-even as the usual one, so most others look close to it. Scoring relative to the 95th percentile (in the parameters) tells them apart.`,
  rows_set_aside: (n, _t, l) =>
    `${count(n.rows, "row", "rows", l)} of the file could not be read and ${be(n.rows, "was", "were")} set aside${n.share === undefined ? "" : ` (${percent(n.share, l, 2)})`}.`,
  low_coverage: (n, t, l) =>
    `${t.channel || "In total"}: the adsets that were kept carry only ${percent(n.coverage ?? Number.NaN, l)} of recent spend. Below 95% the list leaves out money that matters.`,
};

const reading: Record<string, Words> = {
  mixed_currencies: () =>
    "The rows are in more than one currency: their sums mean nothing. Export one currency at a time.",
  period_total: () =>
    "Each row covers the whole period, not a day or a week: nothing about time can be told from this table.",
  censored_cells: (n, _t, l) =>
    `${count(n.cells, "cell says", "cells say", l)} only "less than" a number and ${be(n.cells, "is", "are")} treated as blank.`,
  personal_dropped: (_n, t) => `The column ${t.column || "with personal data"} was left out, since it may name people.`,
  date_order_open: (_n, t) =>
    `The dates in ${t.column || "a column"} can be read two ways${t.sample ? ` (${t.sample})` : ""}: say which on the data page.`,
  decimal_mark_open: (_n, t) =>
    `The numbers in ${t.column || "a column"} can be read two ways${t.sample ? ` (${t.sample})` : ""}: say which on the data page.`,
};

const adsets: Record<string, Words> = {
  count_clamped: (n, _t, l) =>
    `${count(n.adsets, "adset has", "adsets have", l)} more orders than clicks; the orders were limited to the clicks.`,
  window_without_orders: (n, _t, l) =>
    `${count(n.adsets, "adset had", "adsets had", l)} no orders in the window; the optimistic estimate over the longest window stands in.`,
  no_cac: (n, _t, l) =>
    `${count(n.adsets, "adset has", "adsets have", l)} no CAC because there were no clicks to estimate from.`,
  no_pltv: (n, _t, l) => `${count(n.adsets, "adset has", "adsets have", l)} no pLTV and cannot be scored.`,
};

const sentences: Record<string, Words> = { ...rows, ...channels, ...reading, ...adsets, ...attributionWords };

export const knownNotices = Object.keys(sentences);

const readable = (name: string) => name.replaceAll("_", " ");

function fallback(notice: Notice, locale?: string): string {
  const numbers = Object.entries(notice.numbers).map(
    ([name, value]) => `${readable(name)} ${number(value, locale, 4)}`,
  );
  const texts = Object.entries(notice.texts).map(([name, value]) => `${readable(name)} ${value}`);
  const details = [...texts, ...numbers].join(", ");
  const first = readable(notice.code);
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}${details ? `: ${details}` : ""}.`;
}

export function noticeSentence(notice: Notice, locale?: string): string {
  const words = sentences[notice.code];
  return words ? words(notice.numbers, notice.texts, locale) : fallback(notice, locale);
}

const grades: Record<string, { label: string; meaning: string }> = {
  observed: { label: "Observed", meaning: "Counted directly in your data; nothing was estimated." },
  attributed: {
    label: "Attributed",
    meaning:
      "Orders are credited to ads by an attribution rule. This is not proof that the ads caused them: an attributed CAC is not an incremental one.",
  },
  modelled: { label: "Modelled", meaning: "Estimated by a model; it holds as far as the assumptions of the model do." },
  proven: { label: "Proven", meaning: "Measured by a controlled experiment." },
};

export function gradeWords(grade: string): { label: string; meaning: string } {
  return grades[grade] ?? { label: readable(grade), meaning: "" };
}

const failures: Record<string, string> = {
  bad_file: "This file cannot be read",
  bad_column: "A column cannot be used",
  bad_param: "A setting is not valid",
  infeasible: "These limits leave no answer",
  not_enough_data: "Not enough data yet",
  not_converged: "The calculation did not settle",
  cancelled: "Stopped",
  internal: "Something went wrong inside Outlay",
};

export function failureTitle(code: string): string {
  return failures[code] ?? readable(code);
}
