// Filters build a mask of rows; text is decided once per dictionary word, not once per row.
import type { Column, TableData } from "../types";
import { numberAt } from "./cells";
import type { ColumnSpec } from "./columns";

export type Filter =
  | { kind: "contains"; needle: string }
  | { kind: "range"; least: number | null; most: number | null }
  | { kind: "choice"; values: string[] };

export type Filters = Record<string, Filter>;
type Mask = Uint8Array;

export const choiceLimit = 60;

export function filterKind(spec: ColumnSpec, column: Column | undefined): Filter["kind"] {
  if (spec.bucket) return "choice";
  if (column?.kind !== "text") return "range";
  return column.dictionary.length <= choiceLimit ? "choice" : "contains";
}

function keepCodes(mask: Mask, codes: Int32Array, wanted: Uint8Array, missing: boolean): void {
  for (let row = 0; row < mask.length; row++) {
    const code = codes[row];
    if (code < 0 ? !missing : wanted[code] === 0) mask[row] = 0;
  }
}

function applyRange(mask: Mask, column: Column | undefined, filter: Extract<Filter, { kind: "range" }>): void {
  const least = filter.least ?? Number.NEGATIVE_INFINITY;
  const most = filter.most ?? Number.POSITIVE_INFINITY;
  for (let row = 0; row < mask.length; row++) {
    const value = numberAt(column, row);
    if (!(value >= least && value <= most)) mask[row] = 0;
  }
}

function applyText(mask: Mask, column: Column | undefined, test: (text: string) => boolean): void {
  if (column?.kind !== "text") return;
  const wanted = Uint8Array.from(column.dictionary, (text) => (test(text) ? 1 : 0));
  keepCodes(mask, column.codes, wanted, test(""));
}

function applyChoice(mask: Mask, column: Column | undefined, filter: Extract<Filter, { kind: "choice" }>): void {
  const values = new Set(filter.values);
  if (column?.kind === "text") {
    applyText(mask, column, (text) => values.has(text));
    return;
  }
  for (let row = 0; row < mask.length; row++) if (!values.has(String(numberAt(column, row)))) mask[row] = 0;
}

function apply(mask: Mask, column: Column | undefined, filter: Filter): void {
  if (filter.kind === "range") applyRange(mask, column, filter);
  else if (filter.kind === "choice") applyChoice(mask, column, filter);
  else {
    const needle = filter.needle.toLowerCase();
    applyText(mask, column, (text) => text.toLowerCase().includes(needle));
  }
}

const lowered = new WeakMap<string[], string[]>();

/** The words of a dictionary in small letters; made once, since a dictionary never changes. */
function inSmallLetters(dictionary: string[]): string[] {
  const known = lowered.get(dictionary) ?? dictionary.map((text) => text.toLowerCase());
  lowered.set(dictionary, known);
  return known;
}

function wordsWith(words: string[], part: string): Uint8Array {
  const found = new Uint8Array(words.length);
  for (let code = 0; code < words.length; code++) if (words[code].includes(part)) found[code] = 1;
  return found;
}

/** A row is found when all words of the search occur in its texts, in any column. */
function applySearch(mask: Mask, data: TableData, search: string): void {
  const texts = Object.values(data.columns).filter((column) => column.kind === "text");
  for (const word of search.toLowerCase().split(/\s+/).filter(Boolean)) {
    const found = new Uint8Array(mask.length);
    for (const { codes, dictionary } of texts) {
      const wanted = wordsWith(inSmallLetters(dictionary), word);
      if (!wanted.includes(1)) continue;
      for (let row = 0; row < mask.length; row++) if (codes[row] >= 0) found[row] |= wanted[codes[row]];
    }
    for (let row = 0; row < mask.length; row++) mask[row] &= found[row];
  }
}

export function filterMask(data: TableData, filters: Filters, search: string, except?: string): Mask {
  const mask = new Uint8Array(data.rows).fill(1);
  for (const [name, filter] of Object.entries(filters)) {
    if (name !== except && data.columns[name]) apply(mask, data.columns[name], filter);
  }
  if (search.trim()) applySearch(mask, data, search);
  return mask;
}

export function keepRows(order: Uint32Array, mask: Mask): Uint32Array {
  const kept = new Uint32Array(order.length);
  let count = 0;
  for (let at = 0; at < order.length; at++) {
    const row = order[at];
    if (mask[row] === 1) kept[count++] = row;
  }
  return kept.slice(0, count);
}

export interface Choice {
  value: string;
  count: number;
}

/** How many rows each choice would show, given the filters on the other columns. */
export function choices(data: TableData, name: string, mask: Mask): Choice[] {
  const column = data.columns[name];
  const counts = new Map<string, number>();
  if (column?.kind === "text") for (const word of column.dictionary) counts.set(word, 0);
  for (let row = 0; row < data.rows; row++) {
    const value =
      column?.kind === "text" ? (column.dictionary[column.codes[row]] ?? "") : String(numberAt(column, row));
    counts.set(value, (counts.get(value) ?? 0) + mask[row]);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}

export function rangeOf(column: Column | undefined, rows: number): { least: number; most: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < rows; row++) {
    const value = numberAt(column, row);
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}
