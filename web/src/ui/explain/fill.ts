// Texts of an explanation with the numbers in their places, in the reader's locale.
import { byUnit, dash, day, parseIsoDay } from "../format";
import type { ExplainedTable, NamedNumber } from "../types";

export interface Words {
  currency: string;
  locale?: string;
}

/** A piece of a text: plain words, or a number that stands in for {name}. */
export interface Piece {
  text: string;
  of?: NamedNumber;
}

export function shownNumber({ value, unit }: NamedNumber, { currency, locale }: Words): string {
  return value === null ? dash : byUnit(value, unit, currency, locale);
}

/** A name that no number has stays as it is, so that a slip is seen rather than swallowed. */
export function fill(template: string, numbers: NamedNumber[], show: (number: NamedNumber) => string): Piece[] {
  return template.split(/(\{[a-z_0-9]+\})/).flatMap((part): Piece[] => {
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    const of = numbers.find((number) => number.name === name);
    if (of) return [{ text: show(of), of }];
    return part === "" ? [] : [{ text: part }];
  });
}

export const plainText = (pieces: Piece[]) => pieces.map((piece) => piece.text).join("");

/** What a cell of an explaining table says. */
export function shownCell(table: ExplainedTable, row: number, column: number, { currency, locale }: Words): string {
  const value = table.rows[row]?.[column] ?? null;
  const stated = table.columns[column]?.unit ?? "";
  const unit = stated === "row" ? (table.units?.[row] ?? "") : stated;
  if (value === null) return dash;
  if (unit === "day") return day(typeof value === "number" ? value : parseIsoDay(value), locale);
  return typeof value === "number" ? byUnit(value, unit, currency, locale) : value;
}
