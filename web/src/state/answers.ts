// What a person has said about how files with a certain header are to be read, and what that means for a file.
import type { PartOptions } from "../engine/protocol";
import type { ReadOptions, TableReport } from "../engine/types";
import { fileFingerprint } from "./inputs";

/** Header fingerprint -> how it is read. */
export type Answers = Record<string, ReadOptions>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An answer as it was stored, without what is not one. */
export function readAnswer(value: unknown): ReadOptions | undefined {
  if (!isRecord(value)) return undefined;
  const { date_order: order, decimal_mark: mark, keep, shape } = value;
  const kept = Array.isArray(keep) ? keep.filter((name): name is string => typeof name === "string") : [];
  const answer: ReadOptions = {
    ...((order === "dmy" || order === "mdy") && { date_order: order }),
    ...((mark === "." || mark === ",") && { decimal_mark: mark }),
    ...(kept.length > 0 && { keep: kept }),
    ...((shape === "as_is" || shape === "long" || shape === "wide") && { shape }),
  };
  return Object.keys(answer).length > 0 ? answer : undefined;
}

/** The answers with one changed; "" and an empty list take it back. */
export function withAnswer(answers: Answers, table: TableReport, change: ReadOptions): Answers {
  const print = fileFingerprint(table);
  const { [print]: before, ...others } = answers;
  const next = readAnswer({ ...before, ...change });
  return next ? { ...others, [print]: next } : others;
}

/** How each part of a file is to be read: what was answered for any of its tables. */
export function partOptions(tables: TableReport[], answers: Answers): PartOptions {
  const options: PartOptions = {};
  for (const table of tables) {
    const answer = answers[fileFingerprint(table)];
    if (!answer) continue;
    const before = options[table.part];
    const keep = [...new Set([...(before?.keep ?? []), ...(answer.keep ?? [])])];
    options[table.part] = { ...before, ...answer, ...(keep.length > 0 && { keep }) };
  }
  return options;
}
