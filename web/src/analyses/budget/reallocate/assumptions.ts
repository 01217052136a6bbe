// What was assumed for the plan at hand, in sentences with the parameters in them.
import { number, percent, plural } from "../../../ui/format";

const responses: Record<string, string> = {
  proportional:
    "Every dollar of a campaign brings what its dollars bring today; budgets are set in proportion to that.",
  projected:
    "Every dollar of a campaign brings what its dollars bring today; budgets are the nearest to that proportion that keep all limits.",
  linear:
    "Every further dollar of a campaign brings what its dollars bring today: the plan takes it as far as its limits let it. Real campaigns saturate, so keep limits close.",
};

export function assumptions(params: Record<string, unknown>, locale?: string): string[] {
  const at = (name: string, standard: number) => (typeof params[name] === "number" ? params[name] : standard);
  const method = typeof params.method === "string" ? params.method : "linear";
  const diminishing = `Every further dollar of a campaign brings less: 1% more spend brings ${number(at("elasticity", 0.7), locale)}% more conversions, unless the table gives a curve or its weekly history tells another.`;
  return [
    responses[method] ?? diminishing,
    "The next period is like this one: conversion rates and costs a click stay.",
    "No campaign takes from another, and none feeds another.",
    "Conversions are those that attribution reports: nothing here shows that the spend causes them.",
    params.rates === "shrunk"
      ? "The plan is made with rates that discount luck; the interval says how sure its gain is."
      : "The plan is made with rates as observed; the change to expect and its interval discount luck.",
    `With dates, today is an average week of the last ${plural(at("recent_weeks", 8), "week", "weeks", locale)}. The interval holds the truth about ${percent(0.8, locale, 0)} of the time where rates differ as usual. It is too narrow where campaigns come in two kinds, a few far better than the rest: there it holds the truth about two times in three.`,
  ];
}
