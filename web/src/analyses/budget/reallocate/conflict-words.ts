// The smallest set of limits that cannot hold together, each in the reader's words and currency.
import { money, number, percent, plural } from "../../../ui/format";
import type { EngineError, Notice } from "../../../ui/types";
import type { Words } from "./read";

type Sentence = (detail: Notice, show: Shown) => string;

interface Shown {
  money: (value: number) => string;
  share: (value: number) => string;
  times: (value: number) => string;
  /** "51 campaigns, $25,210 together". */
  extent: string;
  /** A campaign for which two limits cross. */
  example: string;
}

const value = ({ numbers }: Notice) => numbers.value ?? Number.NaN;

const sentences: Record<string, Sentence> = {
  total: (d, s) => `A total of ${s.money(value(d))}`,
  min_share: (d, s) => `At least ${s.share(value(d))} of the total for each of ${s.extent}`,
  max_share: (d, s) => `At most ${s.share(value(d))} of the total for each of ${s.extent}`,
  min_change: (d, s) => `A change of ${s.share(value(d))} at the least for ${s.extent}`,
  max_change: (d, s) => `A change of ${s.share(value(d))} at the most for ${s.extent}`,
  min_budget: (_d, s) => `The smallest budgets that the data gives for ${s.extent}`,
  max_budget: (_d, s) => `The largest budgets that the data gives for ${s.extent}`,
  edit_min: (_d, s) => `The least that was set by hand for ${s.extent}`,
  edit_max: (_d, s) => `The most that was set by hand for ${s.extent}`,
  kept: (_d, s) => `Budgets that stay as they are (set by hand, locked, or without evidence) for ${s.extent}`,
  group_min: (_d, s) => `The least that groups are to get: ${s.extent}`,
  group_max: (_d, s) => `The most that groups may get: ${s.extent}`,
  min_viable: (d, s) => `Nothing or at least ${s.money(value(d))} for a campaign`,
  round_to: (d, s) => `Budgets in whole steps of ${s.money(value(d))}`,
  target_cpa: (d, s) => `A conversion for ${s.money(value(d))} over the whole`,
  target_roas: (d, s) => `A return of ${s.times(value(d))} on the spend over the whole`,
};

function shownOf({ numbers, texts }: Notice, { currency, locale }: Words): Shown {
  const whole = (amount: number) => money(Math.abs(amount) >= 100 ? Math.round(amount) : amount, currency, locale);
  const sum = numbers.sum === undefined ? "" : `${whole(numbers.sum)} together`;
  const count = numbers.campaigns === undefined ? "" : plural(numbers.campaigns, "campaign", "campaigns", locale);
  return {
    money: whole,
    share: (share) => percent(share, locale, 4),
    times: (factor) => number(factor, locale),
    extent: [count, sum].filter(Boolean).join(", "),
    example: texts.campaign ? ` (as for ${texts.campaign})` : "",
  };
}

/** Empty where the engine told nothing but its message. */
export function conflictingLimits(error: EngineError, words: Words): string[] {
  const details = (error.details ?? []).filter(({ code }) => code === "conflict");
  return details.flatMap((detail) => {
    const shown = shownOf(detail, words);
    const sentence = sentences[detail.texts.limit ?? ""];
    return sentence ? [`${sentence(detail, shown)}${shown.example}`] : [];
  });
}
