// What was assumed for the list at hand, in sentences with the parameters in them.
import { number, percent, plural } from "../../../ui/format";
import type { Words } from "./headline";

export function assumptions(params: Record<string, unknown>, words: Words): string[] {
  const { currency, locale } = words;
  const at = (name: string, standard: number) => (typeof params[name] === "number" ? params[name] : standard);
  const count = (name: string, standard: number) => number(at(name, standard), locale);
  const weeks = (name: string, standard: number) => plural(at(name, standard), "week", "weeks", locale);
  const least = [count("min_spend", 100), currency].filter(Boolean).join(" ");
  return [
    `Orders are attributed: a CAC here is the cost of an order credited to an adset, not of one it caused.`,
    `An adset counts when it spent at least ${least} in the last ${weeks("spend_gate_weeks", 3)} and had at least ${plural(at("min_clicks", 100), "click", "clicks", locale)} and ${plural(at("min_ihc", 1), "attributed order", "attributed orders", locale)} in the last ${weeks("engagement_gate_weeks", 8)}.`,
    `Each adset is judged on the shortest run of ${count("min_weeks", 3)} to ${count("max_weeks", 8)} latest weeks that holds ${count("window_clicks", 300)} clicks or ${count("window_ihc", 10)} orders. A change within that run is averaged away.`,
    `Where no run holds that much, CAC is a best case from the upper end of the ${percent(1 - at("alpha", 0.2), locale, 0)} interval of the order rate, marked "Optimistic": its true CAC is probably higher.`,
    params.interval_prior === "jeffreys"
      ? `The interval of a CAC rests on the adset's own clicks and orders alone. It takes clicks to convert alike; where the order rate wanders from week to week it is too narrow.`
      : `The interval of a CAC takes an adset with little data to be like others of its channel. It takes clicks to convert alike; where the order rate wanders from week to week it is too narrow.`,
    `Scores within ${count("dead_zone", 0.1)} of break-even mean hold. pLTV is a prediction and is taken as given.`,
  ];
}
