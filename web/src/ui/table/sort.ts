// Sorting by an index array: a stable radix sort over order-preserving keys, so 100,000 rows cost a few milliseconds.
import { type Column, missingDay, type TableData } from "../types";

export type Direction = "ascending" | "descending";
const last = 0xffffffff;

interface Keys {
  high: Uint32Array;
  low: Uint32Array;
}

const positiveZero = (value: number) => value + 0;

/** IEEE doubles compare like integers once negative ones are inverted; what is missing stays last both ways. */
function numberKeys(values: Float64Array, flip: boolean): Keys {
  const rows = values.length;
  const bits = new Uint32Array(Float64Array.from(values, positiveZero).buffer);
  const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
  const high = new Uint32Array(rows);
  const low = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    if (Number.isNaN(values[row])) {
      high[row] = last;
      low[row] = last;
      continue;
    }
    const top = bits[2 * row + (littleEndian ? 1 : 0)] ?? 0;
    const bottom = bits[2 * row + (littleEndian ? 0 : 1)] ?? 0;
    const negative = top >>> 31 === 1;
    const upper = negative ? ~top : top | 0x80000000;
    const lower = negative ? ~bottom : bottom;
    high[row] = flip ? ~upper : upper;
    low[row] = flip ? ~lower : lower;
  }
  return { high, low };
}

function rankKeys(rows: number, rank: (row: number) => number, flip: boolean): Keys {
  const high = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const value = rank(row);
    high[row] = Number.isNaN(value) ? last : flip ? last - 1 - value : value;
  }
  return { high, low: new Uint32Array(0) };
}

/** One pass over 16 bits; skipped when all keys share them. */
function pass(order: Uint32Array, spare: Uint32Array, keys: Uint32Array, shift: number): boolean {
  const counts = new Uint32Array(65537);
  for (let row = 0; row < keys.length; row++) counts[(((keys[row] ?? 0) >>> shift) & 0xffff) + 1] += 1;
  if (counts.includes(keys.length)) return false;
  for (let digit = 1; digit < 65537; digit++) counts[digit] += counts[digit - 1];
  for (let at = 0; at < order.length; at++) {
    const row = order[at];
    const digit = (keys[row] >>> shift) & 0xffff;
    spare[counts[digit]++] = row;
  }
  return true;
}

function radix(rows: number, keys: Keys): Uint32Array {
  let order: Uint32Array = identity(rows);
  let spare: Uint32Array = new Uint32Array(rows);
  for (const part of [keys.low, keys.high]) {
    for (const shift of part.length === rows ? [0, 16] : []) {
      if (pass(order, spare, part, shift)) [order, spare] = [spare, order];
    }
  }
  return order;
}

export function identity(rows: number): Uint32Array {
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  return order;
}

const ranks = new WeakMap<string[], Uint32Array>();
const digits = /\d+/g;
const beyondAscii = /[^ -~]/;

/** "adset 9" before "adset 10", capitals and accents aside. */
export function textKey(text: string): string {
  const plain = beyondAscii.test(text) ? text.normalize("NFD").replace(/\p{M}/gu, "") : text;
  return plain.toLowerCase().replace(digits, (run) => (run.length < 12 ? run.padStart(12, "0") : run));
}

/** The place of each word of a dictionary; found once, since a dictionary never changes. */
export function dictionaryRanks(dictionary: string[]): Uint32Array {
  const known = ranks.get(dictionary);
  if (known) return known;
  const keys = dictionary.map(textKey);
  const order = Array.from(identity(dictionary.length)).sort((a, b) =>
    keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : a - b,
  );
  const made = new Uint32Array(dictionary.length);
  order.forEach((code, rank) => {
    made[code] = rank;
  });
  ranks.set(dictionary, made);
  return made;
}

function keysOf(column: Column, flip: boolean): Keys {
  if (column.kind === "number") return numberKeys(column.values, flip);
  if (column.kind === "day") {
    const rank = (row: number) => (column.days[row] === missingDay ? Number.NaN : (column.days[row] ?? 0) + 0x40000000);
    return rankKeys(column.days.length, rank, flip);
  }
  const places = dictionaryRanks(column.dictionary);
  const missing = (code: number) => code < 0 || column.dictionary[code] === "";
  const rank = (row: number) => (missing(column.codes[row] ?? -1) ? Number.NaN : (places[column.codes[row] ?? 0] ?? 0));
  return rankKeys(column.codes.length, rank, flip);
}

export function sortRows(data: TableData, name: string, direction: Direction): Uint32Array {
  const column = data.columns[name];
  return column ? radix(data.rows, keysOf(column, direction === "descending")) : identity(data.rows);
}
