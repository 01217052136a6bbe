// The figures under the headline: what the plan is to bring, how sure that is, and what the next conversion costs.
import { chance, dash, fullMoney, money, number } from "../../../ui/format";
import type { KeyFigure } from "../../../ui/layout";
import { aimOf, signedShare, worth } from "./headline";
import { type Scalars, shareOfToday, type Words } from "./read";

function lift(s: Scalars, params: Record<string, unknown>, { currency, locale }: Words, isTrial: boolean): KeyFigure {
  const aim = aimOf(params);
  const words = { currency, ...(locale && { locale }) };
  if (!Number.isFinite(s.expectedShare)) {
    return {
      label: `Change in ${aim.noun}`,
      value: signedShare(s.liftShare, locale) || dash,
      note: isTrial ? "at observed rates; updating the interval" : "at observed rates, which flatter",
      help: "It takes every rate at its word. The best-looking campaigns were partly lucky, so it overstates.",
    };
  }
  const tone = s.low > 0 ? "scale" : s.high < 0 ? "reduce" : "hold";
  const end = (value: number) => signedShare(shareOfToday(s, value), locale);
  return {
    label: `Change in ${aim.noun}`,
    value: signedShare(s.expectedShare, locale),
    full: `${worth(s.expected, aim, words)} ${aim.isMoney ? "" : aim.noun}`.trim(),
    tone,
    note: `80% interval ${end(s.low)} to ${end(s.high)}`,
    help: "What is to be expected once luck is discounted: the best-looking campaigns were partly lucky.",
  };
}

/** Of a trial all but what is drawn is worked out; that follows with the full result. */
export function figures(s: Scalars, params: Record<string, unknown>, words: Words, isTrial = false): KeyFigure[] {
  const { currency, locale } = words;
  const cpaToday = s.budgetToday / s.conversionsToday;
  return [
    lift(s, params, words, isTrial),
    {
      label: "Chance of a gain",
      value: Number.isFinite(s.pGain) ? chance(s.pGain, locale) : dash,
      note: Number.isFinite(s.pEqual)
        ? `${chance(s.pEqual, locale)} that all are equally good`
        : isTrial
          ? "updating"
          : "not worked out",
      help: "How likely the plan brings more than today's split. Where all campaigns are equally good, no move gains.",
    },
    {
      label: "Money moved",
      value: money(Math.round(s.moved), currency, locale),
      full: fullMoney(s.moved, currency, locale),
      note: `${number(s.raised, locale)} up, ${number(s.lowered, locale)} down`,
      help: "The sum of all raises.",
    },
    {
      label: "The next conversion costs",
      value: money(s.marginalCpa, currency, locale),
      full: fullMoney(s.marginalCpa, currency, locale),
      note: "where no limit holds",
      help: "The common marginal CPA: equal for every campaign that no limit holds. That is the sign of an optimum.",
    },
    {
      label: "A conversion costs",
      value: money(s.cpa, currency, locale),
      full: fullMoney(s.cpa, currency, locale),
      note: Number.isFinite(cpaToday) ? `${money(cpaToday, currency, locale)} today` : undefined,
      help: "Spend over conversions of the whole plan, at the rates as observed.",
    },
  ];
}
