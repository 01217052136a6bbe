// Numbers as people type them: their decimal mark, grouping and percent signs are understood, nonsense is refused.
import { decimalMark, formatter } from "./format";

const isShare = (unit: string) => unit === "share" || unit === "chance";

/** A mark groups only where three digits follow each: "1,18" is no number of a locale that groups by commas. */
function ungrouped(text: string, mark: string): string {
  const groups = mark === "." ? /^[-+]?\d{1,3}(\.\d{3})+(?!\d)/ : /^[-+]?\d{1,3}(,\d{3})+(?!\d)/;
  return groups.test(text) ? text.replaceAll(mark, "") : text;
}

/** Null when the text is not one number. */
export function parseNumber(text: string, locale?: string): number | null {
  const mark = decimalMark(locale);
  const bare = text.replace(/[\s\u00a0\u202f_'%]/g, "");
  const grouped = mark === "," ? ungrouped(bare, ".").replace(",", ".") : ungrouped(bare, ",");
  // "0.5" typed by someone whose locale writes "0,5" still means a half.
  const plain = mark === "," && /^[-+]?\d*\.\d{1,2}$/.test(bare) ? bare : grouped;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** 12 significant digits hide the noise of turning percents into shares and back. */
const tidy = (value: number) => Number(value.toPrecision(12));

export function fromText(text: string, unit: string, locale?: string): number | null {
  const value = parseNumber(text, locale);
  return value !== null && isShare(unit) ? tidy(value / 100) : value;
}

export function toText(value: number, unit: string, locale?: string): string {
  if (!Number.isFinite(value)) return "";
  const shown = tidy(isShare(unit) ? value * 100 : value);
  return formatter({ locale, most: 10 }).format(shown);
}

export function unitSuffix(unit: string, currency: string): string {
  if (unit === "money") return currency;
  if (isShare(unit)) return "%";
  return unit === "weeks" ? "weeks" : "";
}
