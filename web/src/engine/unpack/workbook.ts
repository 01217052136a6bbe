// Reads an .xlsx workbook into the rows of its sheets, after unpacking it under the limits ourselves.
import { zipSync } from "fflate";
import readSheets from "read-excel-file/web-worker";
import type { Entry } from "./directory";
import { type Budget, badFile, type Limits } from "./limits";
import { numberText, SheetNumber } from "./sheet-csv";
import { opened, type Watch } from "./zip";

export interface Sheet {
  name: string;
  rows: unknown[][];
}

const needed = (name: string) => /\.(xml|xml\.rels)$/.test(name);
const asCsv = "Open it, save the sheet as CSV (UTF-8), and drop that.";

/** What an archive is, when it is a document of some program and not an archive of files. */
export function documentKind(entries: Entry[]): "workbook" | "binary workbook" | "other document" | null {
  const names = new Set(entries.map((entry) => entry.name));
  if (names.has("xl/workbook.xml")) return "workbook";
  if (names.has("xl/workbook.bin")) return "binary workbook";
  const others = ["word/document.xml", "ppt/presentation.xml", "Index/Document.iwa", "mimetype"];
  return others.some((name) => names.has(name)) ? "other document" : null;
}

export function refuseDocument(name: string, kind: "binary workbook" | "other document"): never {
  if (kind === "binary workbook")
    throw badFile(name, "is a binary workbook (.xlsb).", "Save it as .xlsx and drop that.");
  throw badFile(
    name,
    "is a document of another program, not a table.",
    "Save the table as .xlsx or CSV and drop that.",
  );
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of chunks) parts.push(chunk as Uint8Array<ArrayBuffer>);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** A sheet ends at row 1,048,576: a higher number would make the reader fill the gap with empty rows for ever. */
function isWithinBounds(sheet: Uint8Array): boolean {
  const decoder = new TextDecoder("latin1");
  const step = 1 << 20;
  for (let at = 0; at < sheet.length; at += step) {
    if (/\sr\s*=\s*["'][A-Z]{0,3}\d{8,}/.test(decoder.decode(sheet.subarray(at, at + step + 64)))) return false;
  }
  return true;
}

/** The workbook's parts that matter, as an archive without compression: nothing in it can grow any more. */
async function repacked(archive: Blob, entries: Entry[], name: string, budget: Budget, limits: Limits, watch: Watch) {
  const parts: Record<string, Uint8Array> = {};
  let bytes = 0;
  for (const entry of entries.filter((one) => needed(one.name))) {
    const part = await whole(opened(archive, entry, name, budget, watch));
    bytes += part.length;
    if (bytes > limits.workbookBytes) throw badFile(name, "is too large for a workbook to be read here.", asCsv);
    if (entry.name.startsWith("xl/worksheets/") && !isWithinBounds(part)) {
      throw badFile(name, "has a row number beyond the end of a sheet: it is damaged.", asCsv);
    }
    parts[entry.name] = part;
  }
  const packed = zipSync(parts, { level: 0 });
  return packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength) as ArrayBuffer;
}

/** The sheets that have cells, in the workbook's order. */
export async function sheetsOf(
  archive: Blob,
  entries: Entry[],
  name: string,
  budget: Budget,
  limits: Limits,
  watch: Watch,
): Promise<Sheet[]> {
  const bytes = await repacked(archive, entries, name, budget, limits, watch);
  const parseNumber = (stored: string) => new SheetNumber(numberText(stored));
  const sheets = await readSheets(bytes, { parseNumber }).catch((thrown) => {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw badFile(name, `could not be read as a workbook (${why}).`, asCsv);
  });
  const read = sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown[][] }));
  const filled = read.filter((sheet) => sheet.rows.length > 0);
  if (filled.length === 0) throw badFile(name, "is a workbook without a single filled cell.", "Export it again.");
  return filled;
}
