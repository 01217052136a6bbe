// The sentence at the top and the findings under it, from the result alone.
import type { RunOutcome } from "../../../engine/protocol";
import { formatter, money, number, percent, plural } from "../../../ui/format";
import type { Finding } from "../../../ui/layout";
import type { Notice, TableData } from "../../../ui/types";
import { readCampaigns, type Scalars, shareOfToday, type Words } from "./read";

/** What is maximised, as a noun and how more and less of it is said. */
interface Aim {
  noun: string;
  less: string;
  isMoney: boolean;
}

const aims: Record<string, Aim> = {
  conversions: { noun: "conversions", less: "fewer", isMoney: false },
  revenue: { noun: "revenue", less: "less", isMoney: true },
  profit: { noun: "profit", less: "less", isMoney: true },
  pltv: { noun: "lifetime value", less: "less", isMoney: true },
};

export const aimOf = (params: Record<string, unknown>): Aim =>
  aims[typeof params.objective === "string" ? params.objective : ""] ?? (aims.conversions as Aim);

/** An amount of what is maximised. */
export function worth(value: number, aim: Aim, { currency, locale }: Words): string {
  if (aim.isMoney) return money(Math.abs(value) >= 100 ? Math.round(value) : value, currency, locale);
  return number(value, locale, Math.abs(value) >= 100 ? 0 : 1);
}

export const signedShare = (share: number, locale?: string) =>
  Number.isFinite(share)
    ? formatter({ locale, percent: true, most: 1, sign: true }).format(Math.abs(share) < 5e-4 ? 0 : share)
    : "";

/** Small amounts, such as those of a report without money, keep their decimals. */
export const rounded = (value: number, { currency, locale }: Words) =>
  money(Math.abs(value) >= 100 ? Math.round(value) : value, currency, locale);

const more = (share: number, { noun, less }: Aim, locale?: string) =>
  `${percent(Math.abs(share), locale)} ${share < 0 ? less : "more"} ${noun}`;

function interval(s: Scalars, { locale }: Words): string {
  const end = (value: number) => percent(shareOfToday(s, value), locale);
  return `80% interval ${end(s.low)} to ${end(s.high)}`;
}

const isSameTotal = (s: Scalars) => Math.abs(s.budget - s.budgetToday) <= 0.005 * s.budgetToday;

/** "Moving $4,310 between 61 campaigns", or what the plan does to the total as well. */
function deed(s: Scalars, words: Words): string {
  const changed = plural(s.raised + s.lowered, "campaign", "campaigns", words.locale);
  if (isSameTotal(s)) return `Moving ${rounded(s.moved, words)} between ${changed}`;
  const change = s.budget - s.budgetToday;
  return `Spending ${rounded(Math.abs(change), words)} ${change > 0 ? "more" : "less"}, split over ${plural(s.campaigns, "campaign", "campaigns", words.locale)} this way,`;
}

/** How much of the budget one campaign gets where the method found nothing to hold it back; 0 elsewhere. */
export const concentration = (notices: Notice[]) =>
  notices.find(({ code }) => code === "plan_concentrated")?.numbers.share ?? 0;

export function headline(
  s: Scalars,
  { params, notices }: Pick<RunOutcome, "params" | "notices">,
  words: Words,
): string {
  const aim = aimOf(params);
  const share = concentration(notices);
  if (share > 0) {
    return `Without limits the plan puts ${percent(share, words.locale, 0)} of the budget on one campaign: set some before you trust it`;
  }
  if (s.raised + s.lowered === 0) return "Within these limits today's split is already the best";
  const what = deed(s, words);
  if (s.verdict === "gain")
    return `${what} should bring ${more(s.expectedShare, aim, words.locale)} (${interval(s, words)})`;
  if (s.verdict === "loss") {
    return `${what} would probably bring ${more(s.expectedShare, aim, words.locale)} (${interval(s, words)})`;
  }
  if (s.verdict === "as_good" && isSameTotal(s)) {
    const end = (value: number) => signedShare(shareOfToday(s, value), words.locale);
    return `Today's split is as good as we can tell: moving ${rounded(s.moved, words)} changes ${aim.noun} by ${end(s.low)} to ${end(s.high)} (80% interval)`;
  }
  if (s.verdict === "as_good")
    return `${what} may change nothing: ${more(s.expectedShare, aim, words.locale)} expected (${interval(s, words)})`;
  return `${what} brings ${more(s.liftShare, aim, words.locale)} at today's rates`;
}

interface Move {
  name: string;
  change: number;
}

/** The largest change either way. */
export function largestMoves(table: TableData | undefined): { up: Move | null; down: Move | null } {
  const read = readCampaigns(table);
  let up: Move | null = null;
  let down: Move | null = null;
  for (let row = 0; row < read.rows; row++) {
    const change = read.at("budget_change", row);
    if (change > (up?.change ?? 0.005)) up = { name: read.name(row), change };
    if (change < (down?.change ?? -0.005)) down = { name: read.name(row), change };
  }
  return { up, down };
}

function moves(table: TableData | undefined, words: Words): Finding[] {
  const { up, down } = largestMoves(table);
  const said = [
    up && `most goes to ${up.name} (+${rounded(up.change, words)})`,
    down && `most comes from ${down.name} (-${rounded(-down.change, words)})`,
  ].filter(Boolean);
  if (said.length === 0) return [];
  const text = said.join(", ");
  return [{ text: text.charAt(0).toUpperCase() + text.slice(1), view: { table: "campaigns" } }];
}

function certainty(s: Scalars, aim: Aim, words: Words): Finding[] {
  if (!Number.isFinite(s.expectedShare) || s.raised + s.lowered === 0) return [];
  const raw = signedShare(s.liftShare, words.locale);
  const kept = signedShare(s.expectedShare, words.locale);
  const text = `At observed rates it looks like ${raw} ${aim.noun}; ${kept} is what is left once luck is discounted`;
  return [{ text }];
}

function held(s: Scalars, words: Words): Finding[] {
  if (!(s.held > 0)) return [];
  const text = `Limits hold ${plural(s.held, "campaign", "campaigns", words.locale)} of ${number(s.campaigns, words.locale)}; the others share one marginal price`;
  return [{ text, view: { table: "campaigns", held: "1" } }];
}

export function findings(
  s: Scalars,
  params: Record<string, unknown>,
  table: TableData | undefined,
  words: Words,
): Finding[] {
  return [...moves(table, words), ...certainty(s, aimOf(params), words), ...held(s, words)];
}
