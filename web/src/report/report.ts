// A result put together for taking away: the analysis's own words, and what every analysis says in the same way.

import type { Summary, SummaryContext, TakeAway } from "../analyses/summaries";
import type { DataUsed } from "../state/data-used";
import { day, number, parseIsoDay, plural } from "../ui/format";
import type { Notice } from "../ui/types";
import { gradeWords, noticeSentence } from "../ui/words";
import { safeLink } from "./link";

export interface Given extends SummaryContext {
  data: DataUsed[];
  /** What the reader calls it; else the analysis and its data. */
  title?: string;
  /** Where more is to be seen; only http(s) is taken. */
  link?: string;
}

export interface Doubt {
  severity: Notice["severity"];
  text: string;
}

export interface Report {
  title: string;
  link: string;
  summary: Summary;
  grade: { label: string; meaning: string };
  doubts: Doubt[];
  /** One line on each table of data. */
  data: string[];
  engine: string;
}

/** Warnings first, and each sentence once. */
export function doubtsOf(notices: Notice[], locale?: string): Doubt[] {
  const all = notices.map((notice) => ({ severity: notice.severity, text: noticeSentence(notice, locale) }));
  const ordered = [
    ...all.filter((one) => one.severity === "warning"),
    ...all.filter((one) => one.severity !== "warning"),
  ];
  return ordered.filter((one, k) => ordered.findIndex((other) => other.text === one.text) === k);
}

export function dataLine({ name, rows, period }: DataUsed, locale?: string): string {
  const when = period ? `, ${day(parseIsoDay(period.from), locale)} to ${day(parseIsoDay(period.to), locale)}` : "";
  return `${name}: ${plural(rows, "row", "rows", locale)}${when}`;
}

export const titleOf = ({ info, data, title }: Pick<Given, "info" | "data" | "title">): string =>
  title || [info.title, data.map((one) => one.name).join(" + ")].filter(Boolean).join(": ");

export function makeReport(given: Given, { summarise }: TakeAway): Report {
  const { outcome, locale, data } = given;
  return {
    title: titleOf(given),
    link: safeLink(given.link ?? ""),
    summary: summarise(given),
    grade: gradeWords(outcome.grade),
    doubts: doubtsOf(outcome.notices, locale),
    data: data.map((one) => dataLine(one, locale)),
    engine: outcome.engine,
  };
}

/** "3 more" in words of the reader's locale, for lists that are cut. */
export const more = (count: number, locale?: string) => `and ${number(count, locale)} more`;
