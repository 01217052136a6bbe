// The workbook writer on its own: what is written is what a reader finds, and nothing in it runs.
import { unzipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";
import { describe, expect, it } from "vitest";
import type { Book, SheetColumn } from "../../../web/src/report/xlsx/book";
import { cellText, columnLetters, longestText, sheetNames, xml } from "../../../web/src/report/xlsx/text";
import { writeBook } from "../../../web/src/report/xlsx/write";
import { hostile, ids, numbers, text } from "./given";

const bytesOf = (book: Book) => new Uint8Array(Buffer.concat(writeBook(book)));
const partsOf = (book: Book) => {
  const decoder = new TextDecoder();
  return Object.fromEntries(
    Object.entries(unzipSync(bytesOf(book))).map(([name, bytes]) => [name, decoder.decode(bytes)]),
  );
};
const bookOf = (columns: SheetColumn[], rows: number): Book => ({ sheets: [{ name: "One", rows, columns }] });
const read = (book: Book) => readSheet(new Blob([bytesOf(book)]));

describe("a workbook", () => {
  it("is read back as it was written", async () => {
    const days = Int32Array.from([20_000, -2147483648, 0]);
    const book = bookOf(
      [
        { header: "name", cells: text(["plain", "", 'x < y & "z" > \'']) },
        { header: "number", cells: numbers([1.5, Number.NaN, -1e-7]), format: "0.00" },
        { header: "day", cells: { kind: "day", days } },
        {
          header: "mixed",
          cells: { kind: "mixed", cells: ["a", 2, { value: 20_000 + 25_569, format: "yyyy-mm-dd" }] },
        },
      ],
      3,
    );
    expect(await read(book)).toEqual([
      ["name", "number", "day", "mixed"],
      ["plain", 1.5, new Date("2024-10-04"), "a"],
      [null, null, null, 2],
      ['x < y & "z" > \'', -1e-7, new Date("1970-01-01"), new Date("2024-10-04")],
    ]);
  });

  it("holds names that look like formulas as text, unchanged, marked as Excel marks them", async () => {
    const book = bookOf(
      [
        { header: "name", cells: text(hostile) },
        { header: "id", cells: text(ids) },
      ],
      hostile.length,
    );
    const parts = partsOf(book);
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).not.toMatch(/<f[ >]/);
    // Every cell with a value is a shared text: no number, and nothing to be worked out.
    const cells = [...sheet.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"( t="s")?>/g)];
    expect(cells.length).toBe(2 + hostile.length * 2);
    expect(cells.every(([, , , kind]) => kind !== undefined)).toBe(true);
    const xfs = [...(parts["xl/styles.xml"] ?? "").matchAll(/<xf [^>]*xfId="0"[^>]*>/g)].map(([xf]) => xf);
    const styleOf = (place: string) => xfs[Number(cells.find(([, at]) => at === place)?.[2])] ?? "";
    for (const place of ["A2", "A3", "A4", "A5", "A6", "A7", "B7"]) expect(styleOf(place)).toContain('quotePrefix="1"');
    expect(styleOf("A8")).not.toContain("quotePrefix");
    expect(styleOf("B2")).toContain('numFmtId="49"');
    const rows = await readSheet(new Blob([bytesOf(book)]), { trim: false });
    expect(rows.slice(1).map((row) => row[1])).toEqual(ids);
    expect(rows.slice(1, 5).map((row) => row[0])).toEqual(hostile.slice(0, 4));
  });

  it("freezes the header, filters, and colours by rule", () => {
    const highlights = [
      { value: 0, ink: "000000", fill: "EEEDEA" },
      { value: "pause", ink: "FFFFFF", fill: "B3420A" },
    ];
    const parts = partsOf(bookOf([{ header: "score_bucket", cells: numbers([1, 0]), highlights }], 2));
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:A3"/>');
    expect(sheet).toContain('<conditionalFormatting sqref="A2:A3">');
    expect(sheet).toContain("A2=&quot;pause&quot;");
    expect(parts["xl/styles.xml"]).toContain('<dxfs count="2">');
  });

  it("is the same bytes every time", () => {
    const book = bookOf([{ header: "a", cells: numbers([1, 2]) }], 2);
    expect(bytesOf(book)).toEqual(bytesOf(book));
  });

  it("says how far it is, up to the whole", () => {
    const said: number[] = [];
    writeBook(bookOf([{ header: "a", cells: numbers(Array.from({ length: 5000 }, (_, k) => k)) }], 5000), (fraction) =>
      said.push(fraction),
    );
    expect(said.at(-1)).toBeCloseTo(1, 6);
    expect(said).toEqual([...said].sort((a, b) => a - b));
  });

  it("needs no rows", async () => {
    expect(await read(bookOf([{ header: "a", cells: numbers([]) }], 0))).toEqual([["a"]]);
  });
});

describe("text in a workbook", () => {
  it("is well-formed whatever it holds", () => {
    expect(xml("a\u0000b\ud800c\uffff")).toBe("a\ufffdb\ufffdc\ufffd");
    expect(xml('<&>"\u{1f600}')).toBe("&lt;&amp;&gt;&quot;\u{1f600}");
    expect(xml("_x0041_ \r")).toBe("_x005F_x0041_ _x000D_");
  });

  it("is no longer than a cell may be, and cut between characters", () => {
    expect(cellText("x".repeat(longestText))).toHaveLength(longestText);
    const cut = cellText(`${"x".repeat(longestText - 2)}\u{1f600}\u{1f600}`);
    expect(cut.length).toBeLessThanOrEqual(longestText);
    expect(cut).toMatch(/x\u2026$/);
  });

  it("names columns and sheets as spreadsheets do", () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
    const names = sheetNames(["a/b[c]", "x".repeat(40), "x".repeat(40), "", "'q'"]);
    expect(names).toEqual(["a b c", "x".repeat(31), `${"x".repeat(27)} 2`, "Sheet", "q"]);
  });
});
