// Rows as tab-separated text that pastes into a spreadsheet: plain numbers, the reader's decimal mark.
import { decimalMark, isoDay } from "../format";
import type { TableData } from "../types";
import { numberAt, textAt } from "./cells";
import type { ColumnSpec } from "./columns";

/** A pasted cell that starts with one of these would run as a formula; the apostrophe keeps it text. */
export function safeText(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, " ");
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}

function cell(data: TableData, spec: ColumnSpec, row: number, mark: string): string {
  const column = data.columns[spec.name];
  if (column?.kind === "text") return safeText(textAt(column, row));
  const value = numberAt(column, row);
  if (!Number.isFinite(value)) return "";
  return column?.kind === "day" ? isoDay(value) : String(value).replace(".", mark);
}

export function toTsv(data: TableData, shown: ColumnSpec[], rows: Uint32Array, locale?: string): string {
  const mark = decimalMark(locale);
  // An interval takes two cells, so that a spreadsheet can go on calculating with its ends.
  const specs = shown.flatMap((spec) =>
    spec.range
      ? [
          { ...spec, label: `${spec.label}, low` },
          { ...spec, name: spec.range.upper, label: `${spec.label}, high` },
        ]
      : [spec],
  );
  const lines = [specs.map((spec) => safeText(spec.label)).join("\t")];
  for (const row of rows) lines.push(specs.map((spec) => cell(data, spec, row, mark)).join("\t"));
  return lines.join("\n");
}
