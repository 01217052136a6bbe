// Limits that conflict, in words, and the nearest change of each that lets a plan exist.
import type { EngineError } from "../../../engine/protocol";
import { money, number, percent } from "../../../ui/format";
import type { Notice } from "../../../ui/types";
import type { Remedy } from "../../remedies";
import { type Edit, editsOf, type Params } from "./edits";

interface Words {
  currency: string;
  locale?: string;
}

const names: Record<string, string> = {
  total: "the total budget",
  min_share: "the smallest share",
  max_share: "the largest share",
  min_change: "the floor on change",
  max_change: "the cap on change",
  edit_min: "the minimums set by hand",
  edit_max: "the maximums set by hand",
  kept: "the budgets set by hand",
  group_min: "the groups' minimums",
  group_max: "the groups' maximums",
  min_viable: "the least viable spend",
  target_cpa: "the target CPA",
  target_roas: "the target ROAS",
  round_to: "the step that budgets are rounded to",
};

const shares = new Set(["min_share", "max_share", "min_change", "max_change"]);
const moneyLimits = new Set(["total", "min_viable", "target_cpa", "round_to"]);
/** Limits of which a smaller value leaves more room. */
const lowering = new Set(["min_share", "min_change", "min_viable", "edit_min", "group_min", "target_roas", "round_to"]);

/** Digits that a person can type, on the side that leaves room. */
function tidy(value: number, down: boolean, digits: number): number {
  const scale = 10 ** digits;
  const round = down ? Math.floor : Math.ceil;
  return round(value * scale + (down ? 1e-7 : -1e-7)) / scale;
}

function valueIn({ numbers, texts }: Notice): number {
  const { limit = "" } = texts;
  const to = numbers.to ?? Number.NaN;
  const down = limit === "total" ? (numbers.factor ?? 1) < 1 : lowering.has(limit);
  return tidy(to, down, shares.has(limit) || Math.abs(to) < 1 ? 6 : 2);
}

/** Which field of an edit or of a group's bounds a limit scales. */
const scaled: Record<string, { of: string; field: keyof Edit }> = {
  edit_min: { of: "edits", field: "min" },
  edit_max: { of: "edits", field: "max" },
  kept: { of: "edits", field: "budget" },
  group_min: { of: "group_bounds", field: "min" },
  group_max: { of: "group_bounds", field: "max" },
};

/** Locks are kept too and cannot be scaled: the budgets that were typed carry what they cannot. */
function factorOf(detail: Notice, records: Record<string, Edit>): number {
  const { from = 0, to = 0, factor = 1 } = detail.numbers;
  if (detail.texts.limit !== "kept") return factor;
  const typed = Object.values(records).reduce((sum, { budget = 0 }) => sum + budget, 0);
  return typed > 0 ? (to - (from - typed)) / typed : Number.NaN;
}

function scaledRecords(records: Record<string, Edit>, field: keyof Edit, factor: number): Record<string, Edit> | null {
  if (!(factor >= 0)) return null;
  let any = false;
  const made = Object.entries(records).map(([name, record]) => {
    const value = record[field];
    if (typeof value !== "number") return [name, record] as const;
    any = true;
    const down = factor < 1;
    return [name, { ...record, [field]: tidy(value * factor, down, 2) }] as const;
  });
  return any ? Object.fromEntries(made) : null;
}

/** Null for a limit that stands in the data, which no parameter can ease. */
function easedParams(params: Params, detail: Notice): Params | null {
  const { limit = "", parameter = "" } = detail.texts;
  const place = scaled[limit];
  if (place) {
    const records = place.of === "edits" ? editsOf(params) : ((params[place.of] ?? {}) as Record<string, Edit>);
    const made = scaledRecords(records, place.field, factorOf(detail, records));
    return made && { ...params, [place.of]: made };
  }
  // A range of totals has two ends; which of them to move is for a person to say.
  if (limit === "total" && (params.min_total !== undefined || params.max_total !== undefined)) return null;
  const name = parameter.slice(1);
  return name && !name.includes("/") ? { ...params, [name]: valueIn(detail) } : null;
}

function labelOf(detail: Notice, params: Params, { currency, locale }: Words): string {
  const { limit = "" } = detail.texts;
  const factor = limit === "kept" ? factorOf(detail, editsOf(params)) : (detail.numbers.factor ?? 1);
  const verb = factor > 1 ? "Raise" : "Lower";
  const name = names[limit] ?? limit;
  if (scaled[limit]) return `${verb} ${name} to ${percent(factor, locale, 1)} of what they are`;
  const value = valueIn(detail);
  if (shares.has(limit)) return `${verb} ${name} to ${percent(value, locale, 4)}`;
  return `${verb} ${name} to ${moneyLimits.has(limit) ? money(value, currency, locale) : number(value, locale)}`;
}

/** The nearest first; each changes one limit and leaves the others. */
export function relaxations(error: EngineError, params: Params, words: Words): Remedy[] {
  if (error.code !== "infeasible") return [];
  const details = (error.details ?? []).filter((detail) => detail.code === "relaxation");
  return details.flatMap((detail) => {
    const eased = easedParams(params, detail);
    return eased ? [{ label: labelOf(detail, params, words), params: eased }] : [];
  });
}
