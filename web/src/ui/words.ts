// Every doubt the engine can raise, worded for a person; a code not known here is still shown readably.
import { attributionWords } from "./attribution-words";
import { number, percent, plural } from "./format";
import { own } from "./own";
import type { Notice } from "./types";

type Words = (n: Record<string, number>, t: Record<string, string>, locale?: string) => string;

const be = (count: number | undefined, one: string, many: string) => (count === 1 ? one : many);
const count = (value: number | undefined, one: string, many: string, locale?: string) =>
  plural(value ?? 0, one, many, locale);
const whose = (channel: string | undefined) => (channel ? `${channel}: ` : "");

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

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
  weeks_begin_midweek: (n) =>
    `The weeks of the file begin on a ${weekdays[n.weekday ?? 0]}. They are kept whole and named after the Monday before.`,
  weeks_begin_differently: () =>
    `The weeks of the file begin on different days. Each is counted in the week (from Monday) that holds its first day, so "this week's spend" of some adsets may be missing or be another week's. Export all of it with the same first day of the week.`,
  adset_in_channels: (n, _t, l) =>
    `${count(n.adsets, "adset id stands", "adset ids stand", l)} under several channels in the same week and ${be(n.adsets, "was", "were")} added together as one adset. If they are different adsets, put the channel into the id.`,
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
    `${count(n.files, "file was", "files were", l)} read as one (${t.name ?? ""})${(n.superseded ?? 0) > 0 ? `; ${count(n.superseded, "row", "rows", l)} stood in two of them and the later file's counted` : ""}${t.channels ? `; the file names tell the channels ${t.channels}` : ""}.`,
  files_undated: (_n, t) =>
    `The files read as one (${t.name ?? ""}) have no dates: where their periods overlap, rows count twice.`,
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
  uplift_drift: (n, t, l) =>
    `${whose(t.channel)}over the last 8 weeks there were ${number(n.factor ?? Number.NaN, l)} orders per attributed order, against ${number(n.reference ?? Number.NaN, l)} ${n.by_hand ? "as given by hand" : "in the 8 weeks before"}. CACs of the channel move with it; check tracking, then the factor.`,
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
  no_header: (n, _t, l) =>
    `No line names the columns: the data begin on line ${number(n.line ?? 1, l, 0)}. The columns are numbered; say what they are on the data page.`,
  row_is_sum: (n, _t, l) =>
    `Line ${number(n.line ?? 0, l, 0)} is the sum of all other rows, yet has a name like them. If it is a total, everything counts twice: delete it and drop the file again.`,
  stated_rows_differ: (n, _t, l) =>
    `The report says that it has ${count(n.stated, "row", "rows", l)}, and ${number(n.read ?? 0, l, 0)} came: it may be cut off. Export it again.`,
  kind_unread: (_n, t) =>
    `No cell of ${t.column || "a column"} could be read${t.sample ? ` (${t.sample})` : ""}: it stays text, and analyses that need it refuse it.`,
  ids_rounded: (_n, t) =>
    `The ids in ${t.column || "a column"} lost their last digits in a spreadsheet${t.sample ? ` (${t.sample})` : ""}: different campaigns may look like one. Export again, and do not save the file from a spreadsheet.`,
  mixed_percents: (n, t, l) =>
    `${t.column || "A column"} has cells with a percent sign and ${count(n.cells, "cell", "cells", l)} without: 2% was read as 0.02, 2 as 2.`,
  mixed_encodings: (n, t, l) =>
    `${count(n.texts, "text", "texts", l)} in ${t.column || "a column"} had another encoding than the rest of the file and ${n.texts === 1 ? "was" : "were"} read as Windows-1252: check names with accents.`,
  same_header: (_n, t) =>
    `Two columns are called ${t.column || "the same"} and differ. The first one is used; choose the right one below.`,
  date_order_open: (_n, t) =>
    `The dates in ${t.column || "a column"} can be read two ways${t.sample ? ` (${t.sample})` : ""}: say which on the data page.`,
  decimal_mark_open: (_n, t) =>
    `The numbers in ${t.column || "a column"} can be read two ways${t.sample ? ` (${t.sample})` : ""}: say which on the data page.`,
};

const theRole = (role?: string) => own({ orders: "Orders", revenue: "Revenue", leads: "Leads" }, role) ?? "The figures";

const shapes: Record<string, Words> = {
  actions_pivoted: (n, t, l) =>
    `${count(n.rows, "row", "rows", l)} of single conversion actions were brought together: one row for each ad and day, and a column for each of ${count(n.actions, "action", "actions", l)}.${t.left_out ? ` Left out: ${t.left_out}.` : ""}`,
  action_taken: (n, t, l) => {
    const others = t.passed_over ? `; ${t.passed_over} name the same events and were not added` : "";
    const unseen = n.unseen
      ? ` In ${count(n.unseen, "row", "rows", l)} only one of these has events, which are missing here.`
      : "";
    return `${theRole(t.role)} come from the action "${t.taken ?? ""}"${others}.${unseen}`;
  },
  action_unknown: () =>
    "No action is known as a purchase or a lead: choose the columns for orders and revenue yourself.",
  action_measure_assumed: (_n, t) =>
    `Nothing says whether ${t.column || "the figure"} counts events or is money. Judging by its figures it is read as ${t.measure || "counts"}.`,
  action_nameless: (n, _t, l) =>
    `${count(n.rows, "row has", "rows have", l)} a figure but name no action: the figure is in no column.`,
  action_rows_added: (n, _t, l) =>
    `${count(n.rows, "row", "rows", l)} repeated the ad, day and action of another and ${be(n.rows, "was", "were")} added to it.`,
  action_figures_added: (_n, t) =>
    `${t.column || "A figure"} differs between the action rows of one ad and day and was added up. Check that it is not too high.`,
  actions_left_out: (n, _t, l) =>
    `There are too many actions for a column each (${number(n.actions ?? 0, l)}): only those taken for orders, revenue and leads are kept.`,
  actions_as_rows: () =>
    "Each row is one conversion action, and the same events stand under several names: sums over the rows count them more than once.",
  entity_of_sheet: (n, t, l) =>
    `These are the ${t.entity || "rows of one kind"} rows of a sheet with ${count(n.entities, "kind", "kinds", l)} of rows. Each kind repeats the same figures, so they are never added to each other.`,
  entities_mixed: (_n, t) =>
    `The rows are of several kinds${t.column ? ` (${t.column})` : ""}, each with the same figures: sums over the rows count them more than once.`,
  channels_unnamed: () =>
    "The channels are only numbered, which does not tell what was bought. Name them in the header.",
  read_as_long: () => "The media columns were read as one row for each date and channel.",
};

const adsets: Record<string, Words> = {
  count_clamped: (n, _t, l) =>
    `${count(n.adsets, "adset has", "adsets have", l)} more orders than clicks; for the bounds of the order rate they count as many as there were clicks. Orders that do not come from clicks have no interval.`,
  window_without_orders: (n, _t, l) =>
    `${count(n.adsets, "adset had", "adsets had", l)} no orders in the window; the optimistic estimate over the longest window stands in.`,
  no_cac: (n, _t, l) =>
    `${count(n.adsets, "adset has", "adsets have", l)} no CAC because there were no clicks to estimate from.`,
  no_pltv: (n, _t, l) => `${count(n.adsets, "adset has", "adsets have", l)} no pLTV and cannot be scored.`,
};

const spilled = (side: string): Words => {
  const edge = side === "minimum" ? "below" : "above";
  return (n, _t, l) => {
    const needs =
      side === "minimum" && (n.needs ?? 0) > 1
        ? `a ${percent(n.bound ?? 0, l)} minimum for ${count(n.campaigns, "campaign", "campaigns", l)} needs ${percent(n.needs ?? 0, l, 0)} of the budget`
        : `${count(n.outside, "campaign ends", "campaigns end", l)} ${edge} the ${percent(n.bound ?? 0, l)} ${side}, because shares are divided by their sum after they are clipped`;
    const result = n.equal_split === 1 ? "the result is an equal split" : "the bounds do not hold";
    return `${needs.charAt(0).toUpperCase()}${needs.slice(1)}; ${result}. "In proportion, within the bounds" keeps bounds or refuses.`;
  };
};

const budget: Record<string, Words> = {
  min_share_not_held: spilled("minimum"),
  max_share_not_held: spilled("maximum"),
  limit_not_used: (_n, t) => `This method does not know the limit ${readable(t.limit ?? "given")}; it had no effect.`,
  edit_unused: (_n, t) => `${t.campaign || "A campaign"} is set by hand, but no row has that name. Check the spelling.`,
  group_unknown: (_n, t) => `${t.group || "A group"} has limits, but no campaign is in it. Check the spelling.`,
  plan_concentrated: (n, _t, l) =>
    `${percent(n.share ?? 1, l, 0)} of the budget goes to one campaign. Best first assumes that every further dollar brings as much as today's: set a largest share or change, or choose diminishing returns.`,
  target_missed: (n, t, l) =>
    `The plan's ${t.target || "target"} is ${number(n.reached ?? 0, l)}, not the ${number(n.target ?? 0, l)} asked for${n.rounded === 1 ? ": rounding cost the rest" : ": this method does not aim at targets"}.`,
  no_evidence: (n, _t, l) =>
    `${count(n.campaigns, "campaign has", "campaigns have", l)} no clicks or no spend: nothing tells what more money would do, so ${be(n.campaigns, "it keeps its", "they keep their")} spend.`,
  rounding_odd: (n, _t, l) =>
    `The total is no whole number of steps of ${number(n.step ?? 0, l)}: the budget that gains most from it carries the odd ${number(n.amount ?? 0, l)}.`,
  rounding_between: (n, _t, l) =>
    `The limits of ${count(n.campaigns, "campaign", "campaigns", l)} hold no whole step of ${number(n.step ?? 0, l)}: ${be(n.campaigns, "its budget lies", "their budgets lie")} between steps.`,
  total_not_used: (n, _t, l) =>
    `The plan may choose a total from ${number(n.min ?? 0, l)} to ${number(n.max ?? 0, l)}, so the total budget of ${number(n.total ?? 0, l)} has no effect.`,
  limits_differ: (n, t, l) =>
    `Rows of ${count(n.campaigns, "campaign", "campaigns", l)} differ in ${readable(t.limit ?? "limit")}: for ${t.campaign || "one"}, ${t.used || "one value"} was used and ${t.other || "another"} was not. The ${n.dated === 1 ? "latest day" : "last row"} counts.`,
  negative_sum: (n, t, l) =>
    `${readable(t.role ?? "The values")} add up to less than 0 for ${count(n.campaigns, "campaign", "campaigns", l)} (${t.named || "not named"}; ${number(n.sum ?? 0, l)} in all) and count as 0: look for refunds or corrections.`,
  gap_left: (n, _t, l) =>
    n.rounded === 1
      ? `Rounded, this plan is within ${percent(n.gap ?? 0, l, 3)} of the best without rounding; another in whole steps could add no more than that.`
      : `The search stopped before it could prove this plan the best: a better one could add ${percent(n.gap ?? 0, l, 3)} at most.`,
  curves_taken_as_given: () =>
    "All curves are taken as given: how sure they are is not known, so there is no interval.",
  curves_fitted: (n, _t, l) =>
    `Response curves were fitted to the weekly history of ${count(n.campaigns, "campaign", "campaigns", l)} and shrunk to their group's.`,
  average_week: (n, _t, l) =>
    `Today's figures are those of an average week of the last ${count(n.weeks, "week", "weeks", l)}.`,
};

const actions = (n: number | undefined, one: string, many: string, l?: string) =>
  count(n, `action ${one}`, `actions ${many}`, l);

const decisions: Record<string, Words> = {
  rows_without_date: (n, _t, l) =>
    `${count(n.rows, "row has", "rows have", l)} no date and ${be(n.rows, "was", "were")} not used.`,
  rows_without_figures: (n, _t, l) =>
    `${count(n.rows, "row has", "rows have", l)} no figure at all and ${be(n.rows, "was", "were")} not used: a day that is not filled in yet is no day without sales.`,
  impact_blank_as_zero: (n, _t, l) =>
    `${count(n.cells, "blank cell of spend, clicks or sales was", "blank cells of spend, clicks or sales were", l)} counted as 0.`,
  impact_negative_rows: (n, _t, l) =>
    `${count(n.rows, "row is", "rows are", l)} below 0 somewhere. Credits and refunds are summed as they are.`,
  weekly_data: (n, _t, l) =>
    `The data is by week (${count(n.weeks, "week", "weeks", l)}): a week belongs to a window when its first day does.`,
  late_dates_left_out: (n, t, l) =>
    `${count(n.rows, "row is", "rows are", l)} dated ${t.first ?? ""}${t.last === t.first ? "" : ` to ${t.last ?? ""}`} (first in line ${number(n.line ?? 0, l)}), far behind the rest, which ends on ${t.latest ?? ""}: left out as a slip. If it is none, choose ${t.last ?? "that day"} under "As of".`,
  rows_too_far_apart: (n, _t, l) =>
    `Rows are about ${number(n.days ?? 0, l)} days apart: too far to say what came before and after a day. Export by day or by week.`,
  weeks_among_days: (n, _t, l) =>
    `${count(n.campaigns, "campaign has", "campaigns have", l)} rows a week apart for a month or more, where the rest is by day. If these rows stand for weeks, before and after are compared wrongly: export all by day, or all by week.`,
  quadrants_without_orders: () =>
    "No row states orders, so no conversion rate is known and campaigns are not placed in quadrants. Add a column of orders.",
  unknown_action_type: (n, t, l) =>
    `${actions(n.actions, "has", "have", l)} a type that is not known (first "${t.type ?? ""}", line ${number(n.line ?? 0, l)}) and ${be(n.actions, "is", "are")} not counted.`,
  actions_without_date: (n, _t, l) =>
    `${actions(n.actions, "has", "have", l)} no date and ${be(n.actions, "is", "are")} not counted.`,
  actions_in_future: (n, t, l) =>
    `${actions(n.actions, "is", "are", l)} later than the data, which ends on ${t.latest ?? "its last day"}: nothing can be said of ${be(n.actions, "it", "them")} yet.`,
  actions_before_data: (n, t, l) =>
    `${actions(n.actions, "has", "have", l)} no days before, since the data begins on ${t.first ?? "that day"}: ${be(n.actions, "it is", "they are")} not counted.`,
  repeated_actions: (n, _t, l) =>
    `${actions(n.actions, "repeats", "repeat", l)} another of the same day and target. The decision formula counts each; the controlled estimate counts the first.`,
  bids_unreadable: (n, t, l) =>
    `${actions(n.actions, "has", "have", l)} a bid that is no amount of money (first "${t.bid ?? ""}", line ${number(n.line ?? 0, l)}). It was taken as missing: write bids as 0.75, not as a percentage or a factor.`,
  bid_currency_differs: (n, t, l) =>
    `${actions(n.actions, "states its bid", "state their bids", l)} in another currency (first ${t.currency ?? ""}) than ${t.account ? `the account, which is in ${t.account}` : `the other bids, which are in ${t.others ?? "one currency"}`}. They were compared as written: check them.`,
  actions_unmatched: (n, _t, l) =>
    `${actions(n.actions, "names", "name", l)} a campaign that the performance data does not have. Check the spelling, or load that campaign.`,
  actions_at_campaign: (n, _t, l) =>
    `${actions(n.actions, "names", "name", l)} a target or term that the data does not have. Its campaign's figures are shown, and it is not counted.`,
  windows_scaled: (n, _t, l) =>
    `${actions(n.actions, "has", "have", l)} more or fewer days of data before than after: before is brought to as many days as after.`,
  no_roas_cap: (n, _t, l) =>
    `Only ${count(n.targets, "target", "targets", l)} with enough clicks: sales per click of small targets are not capped.`,
  no_mature_action: () => "No action is old enough to be judged. Wait for the horizon and the buffer to pass.",
  too_few_controls: (n, _t, l) =>
    `Only ${actions(n.actions, "has", "have", l)} untouched look-alikes to compare with: take the decision formula's figure as an upper bound.`,
  control_unchecked: (n, _t, l) =>
    `Whether look-alikes are alike is checked a horizon earlier, when nothing had been done: the data reaches back far enough for ${number(n.actions ?? 0, l)} of ${actions(n.of, "compared", "compared", l)} only. Load earlier data, or choose a shorter horizon.`,
  trends_differed: (n, _t, l) =>
    `A horizon earlier, when nothing had been done, acted-on targets already differed from their look-alikes (${number(n.low ?? 0, l, 0)} to ${number(n.high ?? 0, l, 0)}): neither figure shows what the actions did.`,
  estimates_disagree: (n, _t, l) =>
    `The decision formula and the comparison with untouched targets disagree (${number(n.source ?? 0, l, 0)} and ${number(n.controlled ?? 0, l, 0)}). Trust the comparison: the formula ${n.placebo === undefined ? "compares with the days before alone" : `pays ${number(n.placebo, l, 0)} to look-alikes that nobody touched`}.`,
  few_clusters: (n, _t, l) =>
    `The intervals rest on ${count(n.clusters, "cluster", "clusters", l)} only: take them as rough.`,
  periods_beyond_data: (_n, t) =>
    `The periods reach beyond the data, which covers ${t.first ?? ""} to ${t.last ?? ""}: one of them has fewer days than it says.`,
  bridge_not_split: (n, _t, l) =>
    `${number(n.points ?? 0, l, 3)} points of ROAS could not be split, since clicks or orders are missing there.`,
};

const sentences: Record<string, Words> = {
  ...rows,
  ...channels,
  ...reading,
  ...shapes,
  ...adsets,
  ...budget,
  ...decisions,
  ...attributionWords,
};

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
  const words = own(sentences, notice.code);
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
  return own(grades, grade) ?? { label: readable(grade), meaning: "" };
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
  return own(failures, code) ?? readable(code);
}
