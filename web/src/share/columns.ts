// The columns of a snapshot as bits: each column's cells through the range coder, its texts by number.
import type { Column } from "../engine/types";
import { isDay } from "../ui/format";
import { missingDay } from "../ui/types";
import { Integers } from "./integers";
import { Bit, type Decoder, Encoder } from "./range";
import { count, damaged, flag, list, text } from "./snapshot";

/** How a column is written: its name, its kind, decimals, whether cells are told by their difference, whether some miss. */
export type Layout = [name: string, kind: 0 | 1 | 2 | 3, decimals: number, delta: 0 | 1, gaps: 0 | 1];

const number = 0;
const words = 1;
const days = 2;
/** Eight bytes a cell, for numbers that no few decimals give back. */
const doubles = 3;

const mostDecimals = 6;
const largest = 2 ** 51;

/** The fewest decimals with which every number comes back as it is; null when none do. */
export function decimalsOf(values: ArrayLike<number>): number | null {
  let decimals = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    for (;;) {
      const scaled = Math.round(value * 10 ** decimals);
      if (!(Math.abs(scaled) <= largest)) return null;
      if (scaled / 10 ** decimals === value) break;
      decimals += 1;
      if (decimals > mostDecimals) return null;
    }
  }
  return decimals;
}

const stays = (value: number | null): value is null => value === null;

function writeCells(out: Encoder, cells: (number | null)[], delta: boolean): void {
  const gaps = cells.some(stays);
  const missing = new Bit();
  const integers = new Integers();
  let before = 0;
  for (const cell of cells) {
    if (gaps) out.bit(missing, cell === null ? 1 : 0);
    if (cell === null) continue;
    integers.write(out, delta ? cell - before : cell);
    before = cell;
  }
}

function lengthOf(cells: (number | null)[], delta: boolean): number {
  const out = new Encoder();
  writeCells(out, cells, delta);
  return out.finish().length;
}

function writeWhole(out: Encoder, name: string, kind: 0 | 1 | 2, decimals: number, cells: (number | null)[]): Layout {
  const delta = kind !== words && lengthOf(cells, true) < lengthOf(cells, false);
  writeCells(out, cells, delta);
  return [name, kind, decimals, delta ? 1 : 0, cells.some(stays) ? 1 : 0];
}

function writeDoubles(out: Encoder, name: string, values: Float64Array): Layout {
  const view = new DataView(new ArrayBuffer(8));
  for (const value of values) {
    view.setFloat64(0, value);
    out.raw(view.getUint32(0), 32);
    out.raw(view.getUint32(4), 32);
  }
  return [name, doubles, 0, 0, 0];
}

/** Writes a column; `numberOf` knows the texts of its dictionary by their numbers. */
export function writeColumn(out: Encoder, name: string, column: Column, numberOf: (text: string) => number): Layout {
  if (column.kind === "day") {
    const cells = Array.from(column.days, (day) => (day === missingDay ? null : day));
    return writeWhole(out, name, days, 0, cells);
  }
  if (column.kind === "text") {
    const numbers = column.dictionary.map(() => -1);
    const cells = Array.from(column.codes, (code) => {
      const known = column.dictionary[code];
      if (known === undefined) return null;
      if (numbers[code] === -1) numbers[code] = numberOf(known);
      return numbers[code] ?? null;
    });
    return writeWhole(out, name, words, 0, cells);
  }
  const decimals = decimalsOf(column.values);
  if (decimals === null) return writeDoubles(out, name, column.values);
  const cells = Array.from(column.values, (value) => {
    // Plus 0, lest there be a -0 that the bits cannot tell.
    return Number.isNaN(value) ? null : Math.round(value * 10 ** decimals) + 0;
  });
  return writeWhole(out, name, number, decimals, cells);
}

export function readLayout(value: unknown): Layout {
  const [name, kind, decimals, delta, gaps] = list((entry) => entry)(value);
  if (count(kind) > doubles || count(decimals) > mostDecimals) throw damaged();
  return [text(name), kind as Layout[1], decimals as number, flag(delta) ? 1 : 0, flag(gaps) ? 1 : 0];
}

function readCells(from: Decoder, rows: number, [, , , delta, gaps]: Layout): (number | null)[] {
  const missing = new Bit();
  const integers = new Integers();
  let before = 0;
  return Array.from({ length: rows }, () => {
    if (gaps === 1 && from.bit(missing) === 1) return null;
    before = integers.read(from) + (delta === 1 ? before : 0);
    return before;
  });
}

function readDoubles(from: Decoder, rows: number): Column {
  const view = new DataView(new ArrayBuffer(8));
  const values = Float64Array.from({ length: rows }, () => {
    view.setUint32(0, from.raw(32));
    view.setUint32(4, from.raw(32));
    return view.getFloat64(0);
  });
  return { kind: "number", values };
}

export function readColumn(from: Decoder, rows: number, layout: Layout, dictionary: string[]): Column {
  const [, kind, decimals] = layout;
  if (kind === doubles) return readDoubles(from, rows);
  const cells = readCells(from, rows, layout);
  if (kind === number) {
    const values = Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : cell / 10 ** decimals));
    return { kind: "number", values };
  }
  if (kind === days) {
    if (cells.some((cell) => cell !== null && !isDay(cell))) throw damaged();
    return { kind: "day", days: Int32Array.from(cells, (cell) => cell ?? missingDay) };
  }
  if (cells.some((cell) => cell !== null && (cell < 0 || cell >= dictionary.length))) throw damaged();
  return { kind: "text", codes: Int32Array.from(cells, (cell) => cell ?? -1), dictionary };
}
