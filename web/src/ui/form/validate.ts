// What a field accepts, said in the words of the person who fills it in.
import { formatter, parseIsoDay, plural } from "../format";
import { fromText, toText, unitSuffix } from "../number-input";
import type { Field } from "../types";

export type Checked = { ok: true; value: unknown } | { ok: false; message: string };

const good = (value: unknown): Checked => ({ ok: true, value });
const bad = (message: string): Checked => ({ ok: false, message });

function withUnit(value: number, field: Field, locale?: string): string {
  if (field.unit === "share") return formatter({ locale, percent: true, most: 4 }).format(value);
  if (field.unit === "weeks") return plural(value, "week", "weeks", locale);
  const suffix = unitSuffix(field.unit, "");
  return [toText(value, field.unit, locale), suffix].filter(Boolean).join(" ");
}

/** "from 0% to 50%", "at least 1", or nothing when all is allowed. */
export function allowed(field: Field, locale?: string): string {
  const { min, max } = field;
  if (min !== undefined && max !== undefined)
    return `from ${withUnit(min, field, locale)} to ${withUnit(max, field, locale)}`;
  if (min !== undefined) return `at least ${withUnit(min, field, locale)}`;
  return max === undefined ? "" : `at most ${withUnit(max, field, locale)}`;
}

export function checkNumber(field: Field, text: string, locale?: string): Checked {
  const value = fromText(text, field.unit, locale);
  const limits = allowed(field, locale);
  if (value === null) return bad(`"${text}" is not a number. Give a number${limits ? ` ${limits}` : ""}.`);
  if (field.type === "integer" && !Number.isInteger(value))
    return bad(`Give a whole number${limits ? ` ${limits}` : ""}.`);
  const outside = value < (field.min ?? Number.NEGATIVE_INFINITY) || value > (field.max ?? Number.POSITIVE_INFINITY);
  return outside ? bad(`${withUnit(value, field, locale)} is not allowed here. Give a number ${limits}.`) : good(value);
}

function checkDay(text: string): Checked {
  return Number.isNaN(parseIsoDay(text)) ? bad(`"${text}" is not a day. Write it as 2024-05-06.`) : good(text);
}

/** An empty field goes back to its default, which is undefined here. */
export function check(field: Field, text: string, locale?: string): Checked {
  const bare = text.trim();
  if (bare === "") return good(undefined);
  if (field.type === "number" || field.type === "integer" || field.type === "map")
    return checkNumber(field, bare, locale);
  if (field.type === "day") return checkDay(bare);
  if (field.type !== "choice") return good(bare);
  const options = field.options ?? [];
  if (options.some((option) => option.value === bare)) return good(bare);
  return bad(`Choose one of ${options.map((option) => option.label).join(", ")}.`);
}

/** What the field shows for a value, as the person would type it. */
export function shownText(field: Field, value: unknown, locale?: string): string {
  if (typeof value === "number") return toText(value, field.unit, locale);
  return typeof value === "string" ? value : "";
}

export function defaultWords(field: Field, locale?: string): string {
  const { default: standard } = field;
  if (typeof standard === "boolean") return standard ? "on" : "off";
  if (field.type === "choice") return field.options?.find((option) => option.value === standard)?.label ?? "";
  if (field.type === "map" || field.type === "records") return "none";
  if (typeof standard === "number") return withUnit(standard, field, locale);
  return typeof standard === "string" && standard !== "" ? standard : "not set";
}

export function isDefault(field: Field, value: unknown): boolean {
  return value === undefined || JSON.stringify(value) === JSON.stringify(field.default);
}
