// The figures under the headline, each with its interval.
import { chance, fullMoney, money, number, percent } from "../../../ui/format";
import type { KeyFigure } from "../../../ui/layout";
import type { Words } from "../charts/tables";
import { range, sum } from "./headline";
import type { Estimate, Scalars } from "./read";

const tone = ({ low, high }: Estimate): KeyFigure["tone"] => (low > 0 ? "scale" : high < 0 ? "reduce" : "hold");

/** The p-value of a sum above 0, for whoever asks. */
const luck = (p: number, locale?: string) =>
  Number.isFinite(p)
    ? ` Were the sign of each campaign a coin's, a sum as high would come in ${chance(p, locale)} of cases (p-value).`
    : "";

export function figures(s: Scalars, confidence: number, words: Words): KeyFigure[] {
  const { currency, locale } = words;
  const interval = (estimate: Estimate) => range(estimate, words).replace("80%", percent(confidence, locale));
  const known = Number.isFinite(s.controlled.value);
  return [
    {
      label: "Against look-alikes",
      value: known ? sum(s.controlled.value, words, true) : "Not known",
      full: known ? fullMoney(s.controlled.value, currency, locale) : undefined,
      tone: known ? tone(s.controlled) : undefined,
      note: known ? interval(s.controlled) : `${number(s.controlledActions, locale)} actions have look-alikes`,
      help: `All actions that are old enough, against targets that nobody touched over the same days.${luck(s.controlledByLuck, locale)}`,
    },
    {
      label: "By the decision formula",
      value: sum(s.formula.value, words, true),
      full: fullMoney(s.formula.value, currency, locale),
      tone: tone(s.formula),
      note: interval(s.formula),
      help: `Verified actions, days after against days before. Paid also where nothing was done: see the figure beside.${luck(s.formulaByLuck, locale)}`,
    },
    {
      label: "Paid for nothing",
      value: Number.isFinite(s.placebo) ? sum(s.placebo, words, true) : "Not known",
      note: "the formula on untouched targets",
      help: "What the decision formula credits to look-alikes of the same size that nobody touched.",
    },
    {
      label: "Win rate",
      value: percent(s.winRate / 100, locale, 0),
      note: `${number(s.counted, locale)} counted; ${percent(s.winRateNonzero / 100, locale, 0)} where impact is not 0`,
      help: "Offensive and Defensive Wins among the counted actions, by the decision formula.",
    },
    {
      label: "Capital protected",
      value: money(Math.round(s.capital), currency, locale),
      full: fullMoney(s.capital, currency, locale),
      note: "spend that negatives stopped",
      help: "Spend before of confirmed negatives. The sales given up with it are in the comparison.",
    },
  ];
}
