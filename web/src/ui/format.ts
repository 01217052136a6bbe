// Numbers, money, shares and days in the reader's locale; formatters are cached because making one is slow.
export const dash = "\u2013";
const cache = new Map<string, Intl.NumberFormat>();
const dayCache = new Map<string, Intl.DateTimeFormat>();

export interface NumberStyle {
  locale?: string;
  least?: number;
  most?: number;
  sign?: boolean;
  compact?: boolean;
  percent?: boolean;
  currency?: string;
  significant?: number;
}

const isCurrency = (code: string | undefined): code is string => code !== undefined && /^[A-Z]{3}$/.test(code);

function options(style: NumberStyle): Intl.NumberFormatOptions {
  const money = isCurrency(style.currency);
  const chosen: Intl.NumberFormatOptions = {
    style: style.percent ? "percent" : money ? "currency" : "decimal",
    signDisplay: style.sign ? "exceptZero" : "negative",
  };
  if (money) Object.assign(chosen, { currency: style.currency, currencyDisplay: "narrowSymbol" });
  if (style.compact) chosen.notation = "compact";
  if (style.significant !== undefined) chosen.maximumSignificantDigits = style.significant;
  else {
    chosen.minimumFractionDigits = style.least ?? 0;
    chosen.maximumFractionDigits = Math.max(style.most ?? 2, style.least ?? 0);
  }
  return chosen;
}

export function formatter(style: NumberStyle): Intl.NumberFormat {
  const key = JSON.stringify(style);
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(style.locale, options(style));
  cache.set(key, made);
  return made;
}

export function number(value: number, locale?: string, most = 2): string {
  return Number.isFinite(value) ? formatter({ locale, most }).format(value) : dash;
}

/** Cents only where they matter: below a hundred. */
export function money(value: number, currency: string, locale?: string): string {
  if (!Number.isFinite(value)) return dash;
  const cents = Math.abs(value) < 100 && !Number.isInteger(value) ? 2 : 0;
  return formatter({ locale, currency, least: cents, most: cents }).format(value);
}

export function fullMoney(value: number, currency: string, locale?: string): string {
  return Number.isFinite(value) ? formatter({ locale, currency, least: 2, most: 2 }).format(value) : dash;
}

export function percent(share: number, locale?: string, most = 1): string {
  return Number.isFinite(share) ? formatter({ locale, percent: true, most }).format(share) : dash;
}

/** A probability never reads as certain: "> 99%". */
export function chance(value: number, locale?: string): string {
  if (value < 0.01) return `< ${percent(0.01, locale, 0)}`;
  return value > 0.99 ? `> ${percent(0.99, locale, 0)}` : percent(value, locale, 0);
}

/** A count that is itself an estimate: two digits, since more would say that it is known better. */
export function roughly(count: number, locale?: string): string {
  return Number.isFinite(count) ? formatter({ locale, most: 0 }).format(Number(count.toPrecision(2))) : dash;
}

export function compact(value: number, locale?: string, currency?: string): string {
  return Number.isFinite(value) ? formatter({ locale, currency, compact: true, significant: 3 }).format(value) : dash;
}

export function currencySymbol(currency: string, locale?: string): string {
  if (!isCurrency(currency)) return currency;
  const parts = formatter({ locale, currency, most: 0 }).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? currency;
}

export function decimalMark(locale?: string): string {
  return (
    formatter({ locale, least: 1 })
      .formatToParts(1.5)
      .find((part) => part.type === "decimal")?.value ?? "."
  );
}

/** The days that dates of four digits a year can tell; beyond them a date can be none at all. */
export const isDay = (days: number): boolean => days >= -719_528 && days <= 2_932_896;

/** A calendar day is the same everywhere, so it is formatted in UTC. */
export function day(days: number, locale?: string, style: "short" | "long" = "short"): string {
  if (!isDay(days)) return dash;
  const key = `${locale}|${style}`;
  const known = dayCache.get(key);
  const made =
    known ??
    new Intl.DateTimeFormat(locale, {
      timeZone: "UTC",
      year: "numeric",
      month: style === "long" ? "long" : "short",
      day: "numeric",
    });
  if (!known) dayCache.set(key, made);
  return made.format(new Date(days * 86400000));
}

export function isoDay(days: number): string {
  return isDay(days) ? new Date(days * 86400000).toISOString().slice(0, 10) : "";
}

/** Days since 1970 of "2024-05-06", or NaN when it is not a real day. */
export function parseIsoDay(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return Number.NaN;
  const days = Date.parse(`${text}T00:00:00Z`) / 86400000;
  return isoDay(days) === text ? days : Number.NaN;
}

export function bytes(count: number, locale?: string): string {
  const units = ["B", "kB", "MB", "GB"];
  const step = count < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(count) / 3));
  return `${number(count / 1000 ** step, locale, step === 0 ? 0 : 1)} ${units[step]}`;
}

/** A count with a noun given in the plural: "1 adset", "3 adsets". */
export const counted = (count: number, noun: string, locale?: string) =>
  plural(count, noun.replace(/s$/, ""), noun, locale);

export function plural(count: number, one: string, many: string, locale?: string): string {
  return `${number(count, locale)} ${count === 1 ? one : many}`;
}

/** One value by the unit of its field, for prose and figures. */
export function byUnit(value: number, unit: string, currency: string, locale?: string): string {
  if (unit === "money") return money(value, currency, locale);
  if (unit === "share") return percent(value, locale, Math.abs(value) < 0.1 ? 2 : 1);
  if (unit === "about") return roughly(value, locale);
  if (unit === "flag") return value === 1 ? "yes" : value === 0 ? "no" : dash;
  if (unit === "chance") return chance(value, locale);
  if (unit === "weeks") return Number.isFinite(value) ? plural(value, "week", "weeks", locale) : dash;
  return number(value, locale, unit === "count" && Math.abs(value) >= 100 ? 0 : 2);
}
