// A cell that can be read in two ways, worded both ways: what the question buttons say.
import type { Question, ReadOptions } from "../engine/types";
import { day, decimalMark, formatter, parseIsoDay } from "../ui/format";

export interface Reading {
  option: string;
  /** "day first", "thousands": how it is named when it was chosen. */
  name: string;
  label: string;
  change: ReadOptions;
}

const isoOf = (year: string, month: string, dayOfMonth: string) =>
  `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;

/** "01/02/2026" with the day first or the month first, as a whole date; "" when it is no such date. */
export function dateRead(sample: string, order: string, locale: string): string {
  const match = /(\d{1,2})\D+(\d{1,2})\D+(\d{4}|\d{2})/.exec(sample);
  if (!match) return "";
  const [, first = "", second = "", year = ""] = match;
  const iso = order === "dmy" ? isoOf(year, second, first) : isoOf(year, first, second);
  const days = parseIsoDay(iso);
  return Number.isNaN(days) ? "" : day(days, locale, "long");
}

/** "1,234" with the mark as the decimal mark or as a grouping one, without groups so that it cannot be misread again. */
export function numberRead(sample: string, mark: string, locale: string): string {
  const digits = sample.replace(/[^\d.,-]/g, "");
  const other = mark === "." ? "," : ".";
  const value = digits.replaceAll(other, "").replace(mark, ".");
  const decimals = value.split(".")[1]?.length ?? 0;
  const read = Number(value);
  if (digits === "" || Number.isNaN(read)) return "";
  const whole = formatter({ locale, most: 0 }).formatToParts(Math.trunc(read));
  const plain = whole.filter((part) => part.type !== "group").map((part) => part.value);
  return decimals === 0 ? plain.join("") : `${plain.join("")}${decimalMark(locale)}${value.split(".")[1]}`;
}

const orderNames: Record<string, string> = { dmy: "day first", mdy: "month first" };
const markNames: Record<string, string> = { ".": "point as decimal mark", ",": "comma as decimal mark" };

/** The names of an answer, for telling what was chosen. */
export function answerName(answer: ReadOptions): { code: Question["code"]; name: string }[] {
  const order = orderNames[answer.date_order ?? ""];
  const mark = markNames[answer.decimal_mark ?? ""];
  return [
    ...(order ? [{ code: "date_order" as const, name: order }] : []),
    ...(mark ? [{ code: "decimal_mark" as const, name: mark }] : []),
  ];
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export function readingsOf(question: Question, locale: string): Reading[] {
  return question.options.map((option): Reading => {
    if (question.code === "date_order") {
      const name = orderNames[option] ?? option;
      const read = dateRead(question.sample, option, locale);
      return { option, name, label: read || capital(name), change: { date_order: option === "dmy" ? "dmy" : "mdy" } };
    }
    const name = markNames[option] ?? option;
    const read = numberRead(question.sample, option, locale);
    return { option, name, label: read || capital(name), change: { decimal_mark: option === "," ? "," : "." } };
  });
}
