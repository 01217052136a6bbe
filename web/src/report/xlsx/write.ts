// A workbook as the bytes of an .xlsx file, made piece by piece from columns as they are.
//
// Own code, since the libraries there are want an object for each cell: `write-excel-file` took 121 s and 1.2 GB for
// 100,000 rows of 31 columns. Names of parts and elements: ECMA-376, part 1 (SpreadsheetML).
import { Zip, ZipDeflate } from "fflate";
import type { Book, Sheet } from "./book";
import { filterRange, rowsAtOnce, rowsOf, type Shared, sheetXml } from "./sheet";
import { SharedStrings } from "./strings";
import { Styles } from "./styles";
import { sheetNames, xml } from "./text";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const type = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;

/** 1980, the zip format's zero: the same book is the same bytes. */
const noTime = new Date(1980, 0, 1);

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, k) => `<Override PartName="/xl/worksheets/sheet${k + 1}.xml" ContentType="${type("worksheet")}"/>`,
  );
  return [
    `${declaration}<Types xmlns="${packages}/content-types">`,
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    `<Default Extension="xml" ContentType="application/xml"/>`,
    `<Override PartName="/xl/workbook.xml" ContentType="${type("sheet.main")}"/>`,
    ...sheets,
    `<Override PartName="/xl/styles.xml" ContentType="${type("styles")}"/>`,
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${type("sharedStrings")}"/></Types>`,
  ].join("");
}

const relation = (id: number, kind: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`;

const relationships = (list: string[]) =>
  `${declaration}<Relationships xmlns="${packages}/relationships">${list.join("")}</Relationships>`;

function workbook(book: Book): string {
  const names = sheetNames(book.sheets.map((sheet) => sheet.name));
  const sheets = names.map((name, k) => `<sheet name="${xml(name)}" sheetId="${k + 1}" r:id="rId${k + 1}"/>`);
  // Excel expects a hidden name behind every filter; the other name repeats the header on every printed page.
  const defined = book.sheets.map((sheet, k) => {
    const range = filterRange(sheet).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    const quoted = xml(`'${(names[k] ?? "").replaceAll("'", "''")}'`);
    const name = (called: string, hidden: string, refers: string) =>
      `<definedName name="_xlnm.${called}" localSheetId="${k}"${hidden}>${quoted}!${refers}</definedName>`;
    return name("_FilterDatabase", ' hidden="1"', range) + name("Print_Titles", "", "$1:$1");
  });
  return [
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}">`,
    `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>`,
    `<sheets>${sheets.join("")}</sheets><definedNames>${defined.join("")}</definedNames></workbook>`,
  ].join("");
}

interface Part {
  name: string;
  pieces: Iterable<string>;
  /** How much of all the work each piece is. */
  share: number;
}

/** The parts in the order in which they can be written: styles and texts are known only after the sheets. */
function* parts(book: Book): Generator<Part> {
  const shared: Shared = { strings: new SharedStrings(), styles: new Styles() };
  const count = book.sheets.length;
  const fixed = (name: string, text: string) => ({ name, pieces: [text], share: 0 });
  yield fixed("[Content_Types].xml", contentTypes(count));
  yield fixed("_rels/.rels", relationships([relation(1, "officeDocument", "xl/workbook.xml")]));
  yield fixed("xl/workbook.xml", workbook(book));
  const sheets = book.sheets.map((_, k) => relation(k + 1, "worksheet", `worksheets/sheet${k + 1}.xml`));
  const others = [
    relation(count + 1, "styles", "styles.xml"),
    relation(count + 2, "sharedStrings", "sharedStrings.xml"),
  ];
  yield fixed("xl/_rels/workbook.xml.rels", relationships([...sheets, ...others]));
  const cells = (sheet: Sheet) => rowsOf(sheet) * sheet.columns.length;
  const all = book.sheets.reduce((sum, sheet) => sum + cells(sheet), 0) || 1;
  for (const [k, sheet] of book.sheets.entries()) {
    const share = cells(sheet) / all / (Math.ceil(rowsOf(sheet) / rowsAtOnce) + 2);
    yield { name: `xl/worksheets/sheet${k + 1}.xml`, pieces: sheetXml(sheet, k === 0, shared), share };
  }
  yield fixed("xl/styles.xml", shared.styles.write());
  yield { name: "xl/sharedStrings.xml", pieces: shared.strings.write(), share: 0 };
}

export const workbookType = type("sheet").replace(/\+xml$/, "");

/** The file in pieces; `say` hears how much of it there is after each. */
export function writeBook(book: Book, say: (fraction: number) => void = () => undefined): Uint8Array<ArrayBuffer>[] {
  const out: Uint8Array<ArrayBuffer>[] = [];
  const encoder = new TextEncoder();
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    if (chunk.length > 0) out.push(chunk as Uint8Array<ArrayBuffer>);
  });
  let done = 0;
  for (const { name, pieces, share } of parts(book)) {
    const file = new ZipDeflate(name, { level: 4 });
    file.mtime = noTime;
    zip.add(file);
    for (const piece of pieces) {
      file.push(encoder.encode(piece));
      done += share;
      say(Math.min(1, done));
    }
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  return out;
}
