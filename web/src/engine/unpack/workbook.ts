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
  /** Not shown by the program that wrote it, and so not what was meant to be read. */
  hidden: boolean;
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

/** Cells such as #N/A as texts: the reader would leave them empty, and nobody could tell that a figure is lacking. */
function withErrorsAsTexts(sheet: Uint8Array): Uint8Array {
  // One character a byte, so that places in the text are places in the bytes.
  const text = new TextDecoder("latin1").decode(sheet);
  const kind = "str";
  const places = [...text.matchAll(/<c\s[^>]*?\bt="(?=e")/g)].map((found) => found.index + found[0].length);
  if (places.length === 0) return sheet;
  const out = new Uint8Array(sheet.length + places.length * (kind.length - 1));
  let from = 0;
  let to = 0;
  for (const place of places) {
    out.set(sheet.subarray(from, place), to);
    to += place - from;
    out.set(new TextEncoder().encode(kind), to);
    to += kind.length;
    from = place + 1;
  }
  out.set(sheet.subarray(from), to);
  return out;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replace(/&(\w+);/g, (whole, word) => entities[word] ?? whole);

function hiddenSheets(workbook: Uint8Array | undefined): Set<string> {
  const tags = new TextDecoder().decode(workbook).match(/<(\w+:)?sheet\s[^>]*>/g) ?? [];
  const hidden = tags.filter((tag) => /^(hidden|veryHidden)$/.test(attribute(tag, "state") ?? ""));
  return new Set(hidden.map((tag) => attribute(tag, "name") ?? ""));
}

/** The workbook's parts that matter, as an archive without compression: nothing in it can grow any more. */
async function repacked(archive: Blob, entries: Entry[], name: string, budget: Budget, limits: Limits, watch: Watch) {
  const parts: Record<string, Uint8Array> = {};
  let size = 0;
  for (const entry of entries.filter((one) => needed(one.name))) {
    const part = await whole(opened(archive, entry, name, budget, watch));
    size += part.length;
    if (size > limits.workbookBytes) throw badFile(name, "is too large for a workbook to be read here.", asCsv);
    const isSheet = entry.name.startsWith("xl/worksheets/");
    if (isSheet && !isWithinBounds(part)) {
      throw badFile(name, "has a row number beyond the end of a sheet: it is damaged.", asCsv);
    }
    parts[entry.name] = isSheet ? withErrorsAsTexts(part) : part;
  }
  const packed = zipSync(parts, { level: 0 });
  const bytes = packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength) as ArrayBuffer;
  return { bytes, hidden: hiddenSheets(parts["xl/workbook.xml"]) };
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
  const { bytes, hidden } = await repacked(archive, entries, name, budget, limits, watch);
  const parseNumber = (stored: string) => new SheetNumber(numberText(stored));
  const sheets = await readSheets(bytes, { parseNumber }).catch((thrown) => {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw badFile(name, `could not be read as a workbook (${why}).`, asCsv);
  });
  const read = sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown[][], hidden: hidden.has(sheet) }));
  const filled = read.filter((sheet) => sheet.rows.length > 0);
  if (filled.length === 0) throw badFile(name, "is a workbook without a single filled cell.", "Export it again.");
  return filled;
}
