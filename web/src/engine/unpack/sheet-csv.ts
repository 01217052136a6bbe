// The rows of a sheet as CSV text: days as ISO, numbers in full, so that the reader sees what the sheet holds.

const day = 86_400_000;
/** Times of day without a date count from here in a sheet. */
const firstDate = Date.UTC(1900, 0, 1);

function dateText(date: Date): string {
  const time = Math.round(date.getTime() / 1000) * 1000;
  if (Number.isNaN(time)) return "";
  const iso = new Date(time).toISOString();
  if (time < firstDate) return iso.slice(11, 19);
  return time % day === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

/** A number as a sheet stores it, without an exponent; long digits are kept as they stand, since they are ids. */
export function numberText(stored: string): string {
  if (/^-?\d{16,}$/.test(stored)) return stored;
  const value = Number(stored);
  const text = String(value);
  if (!Number.isFinite(value) || !text.includes("e")) return Number.isFinite(value) ? text : stored;
  if (Number.isInteger(value)) return BigInt(value).toString();
  return value.toFixed(20).replace(/\.?0+$/, "");
}

const quoted = (text: string) => (/[",\r\n;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return quoted(String(cell));
}

const isFilled = (cell: unknown) => cell !== null && cell !== undefined && cell !== "";

/** Titles above a table lose the empty cells beside them, as an export that never was a sheet has none. */
function lineOf(row: readonly unknown[], aboveTable: boolean): string {
  if (!row.some(isFilled)) return "";
  const end = aboveTable ? row.findLastIndex(isFilled) + 1 : row.length;
  return row.slice(0, end).map(cellText).join(",");
}

/** Numbers that `numberText` made carry this mark until they are written. */
export class SheetNumber {
  constructor(private readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export const hasFractions = (rows: readonly (readonly unknown[])[]): boolean =>
  rows.some((row) => row.some((cell) => cell instanceof SheetNumber && cell.toString().includes(".")));

const rowsAtOnce = 2000;

/** UTF-8 chunks of the sheet as CSV. */
export function* csvOf(rows: readonly (readonly unknown[])[]): Generator<Uint8Array> {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const header = rows.findIndex((row) => row.filter(isFilled).length * 2 > width);
  const encoder = new TextEncoder();
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const lines = rows.slice(at, at + rowsAtOnce).map((row, k) => lineOf(row, at + k < header));
    yield encoder.encode(`${lines.join("\n")}\n`);
  }
}
