// The doubts of attribution and of session analysis, worded for a person.
import { money, number, percent, plural } from "./format";
import { own } from "./own";

type Words = (n: Record<string, number>, t: Record<string, string>, locale?: string) => string;

const count = (value: number | undefined, one: string, many: string, locale?: string) =>
  plural(value ?? 0, one, many, locale);
const were = (value: number | undefined) => (value === 1 ? "was" : "were");

/** Models by name, as all texts call them. */
export const modelNames: Record<string, string> = {
  first: "First touch",
  last: "Last touch",
  last_non_direct: "Last non-direct touch",
  linear: "Linear",
  time_decay: "Time decay",
  position: "Position",
  w_shaped: "W-shaped",
  participation: "Participation",
  markov: "Markov chain",
  shapley: "Shapley, counts",
  shapley_rate: "Shapley, rates",
  shapley_ordered: "Shapley, ordered rates",
  data_driven: "Data-driven",
  mix: "Your mix",
};
export const modelName = (model: string | undefined) => modelNames[model ?? ""] ?? model ?? "";

/** A model within a sentence: "by the Markov chain", "by last touch". */
export function modelInText(model: string): string {
  if (model === "markov") return "the Markov chain";
  if (model === "mix") return "your mix of models";
  if (model === "data_driven") return "the data-driven model";
  const name = modelName(model);
  return /^(Shapley|W-)/.test(name) ? name : name.toLowerCase();
}

const aModel = (model: string | undefined) => (model ? modelName(model) : "A model");

const fields: Record<string, string> = {
  campaign_name: "Campaign",
  creative_name: "Content",
  keyword: "Term",
  utm_source: "Source",
  utm_medium: "Medium",
};

const reasons: Record<string, string> = {
  nulls: "there are no lost journeys to compare with",
  channels: "there are more than 100 channels",
  convergence: "its fit did not settle",
};

const journeys: Record<string, Words> = {
  times_are_days: () =>
    "The times are whole days: on one day conversions were put after touches, and touches in the order of the file.",
  touches_without_key: (n, _t, l) =>
    `${count(n.rows, "row has", "rows have", l)} no user or no time and ${were(n.rows)} not used.`,
  touches_outside_window: (n, _t, l) =>
    `${count(n.touches, "touch", "touches", l)} came longer before the end of the journey than the lookback window and ${were(n.touches)} left out${n.share ? ` (${percent(n.share, l, 0)} of all); a longer window keeps more` : ""}.`,
  touches_merged: (n, _t, l) =>
    `${count(n.touches, "touch", "touches", l)} repeated the channel before and ${were(n.touches)} counted with it.`,
  conversions_without_touch: (n, _t, l) =>
    `${count(n.conversions, "conversion", "conversions", l)} had no touch within the window and ${were(n.conversions)} credited to nobody.`,
  conversions_without_value: (n, _t, l) =>
    `${count(n.conversions, "conversion has", "conversions have", l)} no value; 0 was taken.`,
  negative_conversion_values: (n, _t, l) =>
    `${count(n.conversions, "value is", "values are", l)} below 0, as refunds are; they lower what their channels earned.`,
  value_not_counted: (n, _t, l) =>
    `${count(n.rows, "row has", "rows have", l)} a value but ${n.rows === 1 ? "is" : "are"} no conversion: the value was not counted.`,
  rows_without_channel: (n, _t, l) =>
    `${count(n.rows, "row names", "rows name", l)} no channel (${percent(n.share ?? 0, l)}) and ${were(n.rows)} no touch.`,
  channels_filled: (n, _t, l) =>
    `${count(n.touches, "touch", "touches", l)} without a channel took it from source and medium: ${number((n.touches ?? 0) - (n.by_rules ?? 0), l, 0)} as other rows name it, ${number(n.by_rules ?? 0, l, 0)} by the rules.`,
  spellings_joined: (n, t, l) =>
    `${count(n.channels, "channel is", "channels are", l)} spelled in several ways and counted as one: ${t.channel ?? ""}${t.others ? ` is also ${t.others}` : ""}.`,
  paths_with_other_mark: (n, t, l) =>
    `${count(n.paths, "path has", "paths have", l)} another mark than "${t.mark ?? ""}" between channels, such as ${t.path ?? ""}, and ${were(n.paths)} cut there too.`,
  paths_with_unknown_mark: (n, t, l) =>
    `${count(n.paths, "path", "paths", l)} such as ${t.path ?? ""} ${were(n.paths)} taken for one channel: "${t.mark ?? ""}" stands between channels in this file. If another mark does so there, replace it.`,
  path_markers_left_out: (n, t, l) =>
    `${count(n.paths, "path holds", "paths hold", l)} marks of other tools (${t.markers ?? ""}): they are no channels and were left out.`,
  lost_paths_converted: (n, _t, l) =>
    `${count(n.conversions, "conversion stands", "conversions stand", l)} on paths that end in "(null)", which means lost. Check the column of conversions.`,
  value_without_conversion: (n, _t, l) =>
    `${count(n.rows, "row has", "rows have", l)} a value but no conversion; the value counts all the same.`,
  journeys_without_path: (n, _t, l) =>
    `${count(n.journeys, "journey", "journeys", l)} without a path ${were(n.journeys)} left out.`,
  channels_unassigned: (n, _t, l) =>
    `No channel rule fits ${count(n.touches, "touch", "touches", l)} (${percent(n.share ?? 0, l)}): they are "Unassigned". Add a rule in the parameters.`,
  conversions_are_credits: (_n, t) =>
    `The conversions are credits of ${modelInText(t.model ?? "")} from ${t.from ?? "an attribution"}, one line a channel: attributed, not proven. Touches stand for clicks.`,
  moments_ambiguous: () =>
    "The times can be read with the day or the month first, and no date decides: the month was taken first. Answer the question beside the file on the Data page.",
  moments_mixed_zones: () =>
    "Some times state their time zone and others do not: those were taken as UTC, and the order of touches may be wrong.",
  path_table_unused: (_n, t) => `There is a log, so the path table ${t.file ?? ""} was not used.`,
  few_conversions: (n, _t, l) =>
    `Only ${count(n.conversions, "conversion", "conversions", l)}: shares can be far off. A hundred is the least to compare channels.`,
  no_lost_journeys: () =>
    "Every journey converted: what channels add to the chance of converting cannot be told, only how they share conversions. Export users who did not convert too.",
  one_channel: (_n, t) => `There is only one channel, ${t.channel ?? ""}: every model gives it all.`,
  no_conversion_value: () => "The conversions have no value, so nothing is said in money.",
  many_repeats: (n, _t, l) =>
    `${percent(n.share ?? 0, l, 0)} of moves repeat the channel before. Consider counting repeats in a row once.`,
  dominant_channel: (n, t, l) =>
    `${t.channel ?? "One channel"} takes ${percent(n.share ?? 0, l, 0)} of all touches of buyers: differences between the others are small beside it.`,
};

const models: Record<string, Words> = {
  units_pooled: (n, _t, l) =>
    `Intervals resample ${number(n.groups ?? 0, l)} random groups of the ${number(n.users ?? 0, l)} users.`,
  negative_credits: (n, _t, l) =>
    `${count(n.credits, "credit is", "credits are", l)} below 0: journeys with the channel converted less often than those without.`,
  data_driven_weak: (n, _t, l) =>
    `The touches barely tell who converts (AUC ${number(n.auc ?? 0, l)}, 0.5 is a coin toss): trust the data-driven model and rates little here.`,
  data_driven_skipped: (_n, t) =>
    `The data-driven model was left out: ${own(reasons, t.reason) ?? "it could not be fitted"}.`,
  orders_sampled: (n, t, l) =>
    `${aModel(t.model)}: for journeys over very many channels, ${number(n.orders ?? 0, l)} random orders of joining stand for all.`,
  fewer_resamples: (n, t, l) =>
    `${aModel(t.model)} is large here: its interval rests on ${count(n.resamples, "resample", "resamples", l)} and is rough.`,
  interval_skipped: (_n, t) => `${aModel(t.model)} is too large here to be resampled: it has no interval.`,
  interval_of_one: () => "One buyer alone does not tell how far others differ: there are no intervals.",
  markov_not_converged: () => "The Markov chain did not settle: take its removal effects as rough.",
  spend_unmatched: (n, t, l) =>
    `Spend of ${money(n.spend ?? 0, "", l)} is on "${t.channel ?? ""}", which no journey has.`,
  spend_outside_period: (n, _t, l) =>
    `Spend of ${money(n.spend ?? 0, "", l)} lies outside the days of the log and was left out.`,
};

const sessions: Record<string, Words> = {
  sessions_reversed: (n, _t, l) =>
    `${count(n.sessions, "session ends", "sessions end", l)} before ${n.sessions === 1 ? "it starts" : "they start"}: no duration was taken.`,
  rows_without_session: (n, _t, l) =>
    `${count(n.rows, "row has", "rows have", l)} no session id and ${were(n.rows)} left out.`,
  session_rows_joined: (n, _t, l) =>
    `${count(n.rows, "row repeats", "rows repeat", l)} the start of a session: each session counts once.`,
  sessions_without_duration: (n, _t, l) => `${count(n.sessions, "session has", "sessions have", l)} no duration.`,
  sessions_across_clock_change: (n, _t, l) =>
    `${count(n.sessions, "outlier lies", "outliers lie", l)} across the night on which clocks go forward: if times are local, an hour of them did not pass.`,
  referrer_mismatch: (n, _t, l) =>
    `In ${count(n.sessions, "session", "sessions", l)} (${percent(n.share ?? 0, l)}) the referrer is another site than the source says. Tags may be wrong, or an ad network stands between.`,
  field_often_missing: (n, t, l) => {
    const field = t.field ?? "a column";
    const name = fields[field] ?? field.charAt(0).toUpperCase() + field.slice(1).replaceAll("_", " ");
    return `${name} is missing in ${percent(n.share ?? 0, l, 0)} of rows.`;
  },
};

export const attributionWords: Record<string, Words> = { ...journeys, ...models, ...sessions };
