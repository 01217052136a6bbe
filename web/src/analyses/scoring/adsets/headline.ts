// The sentence at the top, from the result alone, and how amounts are said in it.
import { formatter, money } from "../../../ui/format";
import type { Scalars } from "./read";

export interface Words {
  currency: string;
  locale?: string;
}

export const adsets = (count: number, { locale }: Words) =>
  `${formatter({ locale }).format(count)} ${count === 1 ? "adset" : "adsets"}`;

/** Three digits are what a person remembers; the key figures and the table have the rest. */
const rounded = (amount: number, { currency, locale }: Words) =>
  money(amount < 100 ? Math.round(amount) : Number(amount.toPrecision(3)), currency, locale);

export const aWeek = (amount: number, words: Words) => `${rounded(amount, words)} a week`;

function allHeld(s: Scalars, words: Words): string {
  if (s.hold === 0) return "No adset can be scored yet: CAC or pLTV is missing for all of them";
  if (s.hold === 1) return "Hold the one adset: it is neither clearly above nor clearly below break-even";
  return `Hold all ${adsets(s.hold, words)}: none is clearly above or below break-even`;
}

/** The money above break-even, and how much of it the intervals leave open. */
function spentAbove({ spendAbove, spendAboveUnclear }: Scalars, words: Words): string {
  if (!(spendAbove > 0)) return "an order there costs more than it is worth";
  const spent = `${aWeek(spendAbove, words)} is spent above break-even`;
  if (!(spendAboveUnclear > 0)) return spent;
  if (spendAboveUnclear > 0.995 * spendAbove) return `${spent}, though none of it is sure yet`;
  return `${spent}, ${rounded(spendAboveUnclear, words)} of it not sure yet`;
}

export function headline(s: Scalars, words: Words): string {
  const { locale } = words;
  if (s.seen === 0) return "There are no adsets in this data";
  if (s.scored === 0) return "No adset has enough data to be scored yet";
  if (s.scale === 0 && s.reduce === 0) return allHeld(s, words);
  if (s.reduce === 0) {
    return `Scale ${adsets(s.scale, words)}: ${aWeek(s.spendScale, words)} goes where an order is worth more than it costs`;
  }
  const above = spentAbove(s, words);
  if (s.scale === 0) return `Reduce ${adsets(s.reduce, words)}: ${above}`;
  return `Scale ${adsets(s.scale, words)}, reduce ${formatter({ locale }).format(s.reduce)}: ${above}`;
}
