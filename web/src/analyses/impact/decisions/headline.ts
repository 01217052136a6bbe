// The sentence at the top and the findings under it: what was made, how sure that is, and which figure to trust.
import { formatter, money, plural } from "../../../ui/format";
import type { Finding } from "../../../ui/layout";
import type { Words } from "../charts/tables";
import type { Estimate, Scalars } from "./read";

/** Three digits are what a person remembers. */
export function sum(value: number, { currency, locale }: Words, signed = false): string {
  const rounded = Math.abs(value) < 100 ? Math.round(value) : Number(value.toPrecision(3));
  const text = money(Math.abs(rounded), currency, locale);
  return rounded < 0 ? `-${text}` : signed && rounded > 0 ? `+${text}` : text;
}

export const range = ({ low, high }: Estimate, words: Words) =>
  Number.isFinite(low) ? `80% interval ${sum(low, words)} to ${sum(high, words)}` : "no interval: too few campaigns";

function level(text: string, confidence: number, locale?: string): string {
  return text.replace("80%", formatter({ locale, percent: true, most: 1 }).format(confidence));
}

const verb = (value: number) => (value < 0 ? "lost" : "made");
const size = (value: number, words: Words) => sum(Math.abs(value), words);

export function headline(s: Scalars, confidence: number, words: Words): string {
  if (s.actions === 0) return "There is no action in this log";
  if (s.mature === 0) return "No action is old enough to be judged yet";
  const formula = `Verified decisions ${verb(s.formula.value)} ${size(s.formula.value, words)}`;
  const own = level(range(s.formula, words), confidence, words.locale);
  if (s.trust !== "controlled" && s.trust !== "unchecked")
    return `${formula} by the decision formula (${own}); nothing checks it`;
  if (s.reason === "they_agree") return `${formula} (${own}), and untouched look-alikes agree`;
  const interval = level(range(s.controlled, words), confidence, words.locale);
  const clear = s.controlled.low > 0 || s.controlled.high < 0;
  const against = `${sum(s.controlled.value, words, true)} (${interval})`;
  const unchecked = s.trust === "unchecked" ? ", a comparison that could not be checked" : "";
  return clear
    ? `Decisions ${verb(s.controlled.value)} about ${size(s.controlled.value, words)} against untouched look-alikes (${interval})${unchecked}`
    : `Cannot tell yet whether decisions made money: ${against} against untouched look-alikes${unchecked}`;
}

const because: Record<string, (s: Scalars, words: Words) => string> = {
  they_agree: (s, w) =>
    `Both figures agree: ${sum(s.sameActions, w, true)} by the decision formula, ${sum(s.controlled.value, w, true)} against untouched look-alikes.`,
  they_differ: (s, w) =>
    `The decision formula says ${sum(s.formula.value, w, true)}. Trust the comparison: the formula ${Number.isFinite(s.placebo) ? `paid ${sum(s.placebo, w)} to look-alikes that nobody touched, and ` : ""}charges no sales given up.`,
  pays_for_nothing: (s, w) =>
    `The decision formula says ${sum(s.formula.value, w, true)}, but it also paid ${sum(s.placebo, w)} to look-alikes that nobody touched: targets picked at a low recover by themselves. Trust the comparison.`,
  trends_differed: () =>
    "Acted-on targets already differed from their look-alikes before anything was done: trust neither figure yet.",
  not_checked: (s, w) =>
    `The decision formula says ${sum(s.sameActions, w, true)} of the actions compared. Whether the look-alikes are alike could not be checked: the data does not reach back far enough before the actions.`,
  too_few_controls: () =>
    "Too few targets were left untouched to compare with: take the formula's figure as an upper bound.",
};

const reasonWords: Record<string, string> = {
  immature: "too young",
  unverified: "not verifiable",
  not_implemented: "not carried out",
  market_drag: "market drag",
};

export function exclusions(s: Scalars, { locale }: Words): string {
  const left = s.excluded.filter(({ count }) => count > 0);
  const total = left.reduce((all, { count }) => all + count, 0);
  if (total === 0) return `All ${plural(s.actions, "action", "actions", locale)} count.`;
  const parts = left
    .sort((a, b) => b.count - a.count)
    .map(({ reason, count }) => `${formatter({ locale }).format(count)} ${reasonWords[reason]}`);
  return `${formatter({ locale }).format(total)} of ${plural(s.actions, "action", "actions", locale)} excluded: ${parts.join(", ")}.`;
}

export function findings(s: Scalars, words: Words): Finding[] {
  if (s.actions === 0) return [];
  const list: Finding[] = [];
  const why = because[s.reason];
  if (why && s.mature > 0) list.push({ text: why(s, words), view: { table: "totals" } });
  list.push({ text: exclusions(s, words), view: { table: "actions", counted: "false" } });
  if (s.discoveries > 0) {
    const text = `${plural(s.discoveries, "action stands", "actions stand", words.locale)} out from what untouched targets do by chance.`;
    list.push({ text, view: { table: "actions", finding: "stands_out" } });
  } else if (s.controlledActions > 0) {
    list.push({ text: "No single action stands out from chance: judge them together, not one by one." });
  }
  return list;
}
