// The figures under the headline: what is spent, on what, and how much of it the list covers.
import { fullMoney, money, number, percent } from "../../../ui/format";
import type { KeyFigure } from "../../../ui/layout";
import type { Words } from "./headline";
import type { Scalars } from "./read";

function bucketFigure(label: string, spend: number, count: number, tone: KeyFigure["tone"], s: Scalars, words: Words) {
  const { currency, locale } = words;
  const share = s.spend > 0 ? `, ${percent(spend / s.spend, locale, 0)} of spend` : "";
  return {
    label,
    tone,
    value: money(Math.round(spend), currency, locale),
    full: `${fullMoney(spend, currency, locale)} this week`,
    note: `${number(count, locale)} ${count === 1 ? "adset" : "adsets"}${share}`,
  };
}

export function figures(s: Scalars, words: Words): KeyFigure[] {
  const { currency, locale } = words;
  return [
    {
      label: "Spend this week",
      value: money(Math.round(s.spend), currency, locale),
      full: fullMoney(s.spend, currency, locale),
      note: `${number(s.scored, locale)} of ${number(s.seen, locale)} adsets kept`,
      help: "Spend of the adsets in the list, in the week of the decision.",
    },
    bucketFigure("To scale", s.spendScale, s.scale, "scale", s, words),
    bucketFigure("To hold", s.spendHold, s.hold, "hold", s, words),
    bucketFigure(
      s.pause > 0 ? `To reduce, ${number(s.pause, locale)} to pause` : "To reduce",
      s.spendReduce,
      s.reduce,
      "reduce",
      s,
      words,
    ),
    {
      label: "Recent spend covered",
      value: percent(s.coverage, locale),
      note: `CAC ${number(s.lookback, locale)} measured, ${number(s.optimistic, locale)} optimistic; ${number(s.undecided, locale)} not yet clear`,
      help: "Share of the spend of the last weeks that passed the gates: below 95% the list leaves out money that matters. An optimistic CAC is a best case where clicks and orders are too few to measure.",
    },
  ];
}
