// One sheet as XML, some rows at a time, so that the largest never stands in memory whole.
import { type Cells, type Mixed, mostRows, type Sheet, type SheetColumn } from "./book";
import type { SharedStrings } from "./strings";
import type { Styles } from "./styles";
import { columnLetters, looksLikeFormula, xml } from "./text";

const missingDay = -2147483648;
/** Days from Excel's own zero to 1970; Excel's calendar is wrong before March 1900. */
const excelEpoch = 25_569;
const firstSoundDay = 61;
const dayFormat = "yyyy-mm-dd";
export const rowsAtOnce = 2_000;

type Write = (row: number) => string;

export interface Shared {
  strings: SharedStrings;
  styles: Styles;
}

function textWriter(shared: Shared, letters: string, wrap: boolean): (row: number, text: string) => string {
  const plain = shared.styles.text({ wrap });
  const quoted = shared.styles.text({ wrap, quoted: true });
  return (row, text) => {
    if (text === "") return "";
    shared.strings.used();
    const style = looksLikeFormula(text) ? quoted : plain;
    return `<c r="${letters}${row + 2}" s="${style}" t="s"><v>${shared.strings.at(text)}</v></c>`;
  };
}

const isoDay = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);

function dayWriter(days: Int32Array, shared: Shared, letters: string): Write {
  const style = shared.styles.number(dayFormat);
  const asText = textWriter(shared, letters, false);
  return (row) => {
    const day = days[row] ?? missingDay;
    if (day === missingDay) return "";
    const serial = day + excelEpoch;
    if (serial < firstSoundDay) return asText(row, isoDay(day));
    return `<c r="${letters}${row + 2}" s="${style}"><v>${serial}</v></c>`;
  };
}

function dictionaryWriter(cells: Extract<Cells, { kind: "text" }>, shared: Shared, letters: string): Write {
  const { codes, dictionary } = cells;
  const plain = shared.styles.text({});
  const quoted = shared.styles.text({ quoted: true });
  const endings: string[] = [];
  const endingOf = (text: string) =>
    `" s="${looksLikeFormula(text) ? quoted : plain}" t="s"><v>${shared.strings.at(text)}</v></c>`;
  const start = `<c r="${letters}`;
  return (row) => {
    const code = codes[row] ?? -1;
    const text = dictionary[code];
    if (!text) return "";
    // A dictionary may hold texts that no row has: only those that are used are written.
    const ending = endings[code] ?? endingOf(text);
    endings[code] = ending;
    shared.strings.used();
    return `${start}${row + 2}${ending}`;
  };
}

function mixedWriter(cells: Mixed[], wrap: boolean, shared: Shared, letters: string): Write {
  const asText = textWriter(shared, letters, wrap);
  return (row) => {
    const cell = cells[row] ?? null;
    if (cell === null) return "";
    if (typeof cell === "string") return asText(row, cell);
    const { value, format } = typeof cell === "number" ? { value: cell, format: undefined } : cell;
    if (!Number.isFinite(value)) return "";
    return `<c r="${letters}${row + 2}" s="${shared.styles.number(format)}"><v>${value}</v></c>`;
  };
}

function writerOf({ cells, format, wrap = false }: SheetColumn, shared: Shared, letters: string): Write {
  if (cells.kind === "text") return dictionaryWriter(cells, shared, letters);
  if (cells.kind === "day") return dayWriter(cells.days, shared, letters);
  if (cells.kind === "mixed") return mixedWriter(cells.cells, wrap, shared, letters);
  const { values } = cells;
  const start = `<c r="${letters}`;
  const middle = `" s="${shared.styles.number(format)}"><v>`;
  return (row) => {
    const value = values[row] ?? Number.NaN;
    return Number.isFinite(value) ? `${start}${row + 2}${middle}${value}</v></c>` : "";
  };
}

function opening(sheet: Sheet, first: boolean): string {
  const columns = sheet.columns.map(
    ({ width = 12 }, k) => `<col min="${k + 1}" max="${k + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane =
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<dimension ref="A1:${columnLetters(Math.max(0, sheet.columns.length - 1))}${rowsOf(sheet) + 1}"/>`,
    `<sheetViews><sheetView${first ? ' tabSelected="1"' : ""} workbookViewId="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns.length > 0 ? `<cols>${columns.join("")}</cols>` : "",
    "<sheetData>",
  ].join("");
}

function header(sheet: Sheet, shared: Shared): string {
  const style = shared.styles.header();
  const cells = sheet.columns.map(({ header: text }, k) => {
    shared.strings.used();
    return `<c r="${columnLetters(k)}1" s="${style}" t="s"><v>${shared.strings.at(text)}</v></c>`;
  });
  return `<row r="1">${cells.join("")}</row>`;
}

function rules(sheet: Sheet, styles: Styles): string {
  let priority = 0;
  const rows = rowsOf(sheet);
  return sheet.columns
    .map(({ highlights = [] }, k) => {
      if (highlights.length === 0 || rows === 0) return "";
      const letters = columnLetters(k);
      const written = highlights.map((highlight) => {
        const is = typeof highlight.value === "number" ? String(highlight.value) : xml(`"${highlight.value}"`);
        // An empty cell equals 0 to a spreadsheet.
        const formula = `AND(${letters}2&lt;&gt;&quot;&quot;,${letters}2=${is})`;
        priority += 1;
        return `<cfRule type="expression" dxfId="${styles.highlight(highlight)}" priority="${priority}"><formula>${formula}</formula></cfRule>`;
      });
      return `<conditionalFormatting sqref="${letters}2:${letters}${rows + 1}">${written.join("")}</conditionalFormatting>`;
    })
    .join("");
}

/** The rows that fit: a spreadsheet has an end. */
export const rowsOf = (sheet: Sheet) => Math.min(sheet.rows, mostRows);

/** Where the filter buttons are: the header and all rows below it. */
export const filterRange = (sheet: Sheet) =>
  `A1:${columnLetters(Math.max(0, sheet.columns.length - 1))}${rowsOf(sheet) + 1}`;

export function* sheetXml(sheet: Sheet, first: boolean, shared: Shared): Generator<string> {
  const writers = sheet.columns.map((column, k) => writerOf(column, shared, columnLetters(k)));
  const rows = rowsOf(sheet);
  yield opening(sheet, first) + header(sheet, shared);
  for (let from = 0; from < rows; from += rowsAtOnce) {
    let part = "";
    for (let row = from; row < Math.min(rows, from + rowsAtOnce); row++) {
      part += `<row r="${row + 2}">`;
      for (const write of writers) part += write(row);
      part += "</row>";
    }
    yield part;
  }
  const filter = sheet.columns.length > 0 ? `<autoFilter ref="${filterRange(sheet)}"/>` : "";
  yield `</sheetData>${filter}${rules(sheet, shared.styles)}</worksheet>`;
}
