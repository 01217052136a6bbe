// Small packed files made on the spot, for tests of unpacking.
import { gzipSync, strToU8, zipSync } from "fflate";

export const csv = "week_start,adset_id,spend\n2024-06-03,a1,500.25\n2024-06-10,a1,520\n";

export const fileOf = (name: string, ...bytes: Uint8Array[]): File =>
  new File(bytes as Uint8Array<ArrayBuffer>[], name);

export const gz = (text: string): Uint8Array => gzipSync(strToU8(text));

export function zip(files: Record<string, string | Uint8Array>): Uint8Array {
  const bytes = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(bytes));
}

/** The same line over and over: packs hundreds to one, as a bomb does, without ceasing to be a table. */
export function monotonous(megabytes: number): string {
  const line = "2024-06-03,a1,500.25\n";
  return `week_start,adset_id,spend\n${line.repeat(Math.ceil((megabytes * 1e6) / line.length))}`;
}

/** XML of a cell: a date is a number with style 1, a text stands inline. */
export type Cell = { date: number } | { raw: string } | { error: string } | number | string | boolean | null;

function cellXml(cell: Cell, place: string): string {
  if (cell === null) return "";
  if (typeof cell === "string") return `<c r="${place}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${Number(cell)}</v></c>`;
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if ("error" in cell) return `<c r="${place}" t="e"><v>${cell.error}</v></c>`;
  return "date" in cell ? `<c r="${place}" s="1"><v>${cell.date}</v></c>` : `<c r="${place}"><v>${cell.raw}</v></c>`;
}

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const letter = (k: number) => String.fromCharCode(65 + k);
const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`;
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

export function sheetXml(rows: Cell[][]): string {
  const lines = rows.map((row, r) => {
    const cells = row.map((cell, k) => cellXml(cell, `${letter(k)}${r + 1}`)).join("");
    return `<row r="${r + 1}">${cells}</row>`;
  });
  return xml(`<worksheet ${main}><sheetData>${lines.join("")}</sheetData></worksheet>`);
}

/** A workbook with the least that a reader needs. */
export function xlsx(sheets: Record<string, Cell[][] | string>, hidden: string[] = []): Uint8Array {
  const names = Object.keys(sheets);
  const entries = names.map((name, k) => {
    const state = hidden.includes(name) ? ' state="hidden"' : "";
    return `<sheet name="${escapeXml(name)}" sheetId="${k + 1}"${state} r:id="rId${k + 1}"/>`;
  });
  const targets = names.map(
    (_, k) => `<Relationship Id="rId${k + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${k + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId99" Type="${relations}/styles" Target="styles.xml"/>`;
  const files: Record<string, string> = {
    "[Content_Types].xml": xml(`<Types xmlns="${packages}/content-types"/>`),
    "_rels/.rels": xml(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": xml(`<workbook ${main} xmlns:r="${relations}"><sheets>${entries.join("")}</sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": xml(
      `<Relationships xmlns="${packages}/relationships">${targets.join("")}${styles}</Relationships>`,
    ),
    "xl/styles.xml": xml(
      `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ),
  };
  names.forEach((name, k) => {
    const rows = sheets[name] ?? [];
    files[`xl/worksheets/sheet${k + 1}.xml`] = typeof rows === "string" ? rows : sheetXml(rows);
  });
  return zip(files);
}
