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
export function aWeek(amount: number, { currency, locale }: Words): string {
  const rounded = Number(amount.toPrecision(3));
  return `${money(amount < 100 ? Math.round(amount) : rounded, currency, locale)} a week`;
}

function allHeld(s: Scalars, words: Words): string {
  if (s.hold === 0) return "No adset can be scored yet: CAC or pLTV is missing for all of them";
  if (s.hold === 1) return "Hold the one adset: it is neither clearly above nor clearly below break-even";
  return `Hold all ${adsets(s.hold, words)}: none is clearly above or below break-even`;
}

export function headline(s: Scalars, words: Words): string {
  const { locale } = words;
  const spent = aWeek(s.spendAbove, words);
  if (s.seen === 0) return "There are no adsets in this data";
  if (s.scored === 0) return "No adset has enough data to be scored yet";
  if (s.scale === 0 && s.reduce === 0) return allHeld(s, words);
  if (s.reduce === 0) {
    return `Scale ${adsets(s.scale, words)}: ${aWeek(s.spendScale, words)} goes where an order is worth more than it costs`;
  }
  const above = s.spendAbove > 0 ? `${spent} is spent above break-even` : "an order there costs more than it is worth";
  if (s.scale === 0) return `Reduce ${adsets(s.reduce, words)}: ${above}`;
  return `Scale ${adsets(s.scale, words)}, reduce ${formatter({ locale }).format(s.reduce)}: ${above}`;
}
