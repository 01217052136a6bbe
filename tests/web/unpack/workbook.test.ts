// A workbook comes out as text that says what its cells hold.
import { expect, test } from "vitest";
import type { PassedOver } from "../../../web/src/engine/protocol";
import { type Limits, usualLimits } from "../../../web/src/engine/unpack/limits";
import { type Part, partsOf, sourceOf } from "../../../web/src/engine/unpack/parts";
import { csvOf, numberText } from "../../../web/src/engine/unpack/sheet-csv";
import { fileOf, sheetXml, xlsx, zip } from "./pack";

const nothing = () => undefined;

async function sheets(
  file: File,
  limits: Limits = usualLimits,
  passOver: (passed: PassedOver) => void = nothing,
): Promise<(Omit<Part, "chunks"> & { text: string })[]> {
  const read = [];
  for await (const { chunks, ...part } of partsOf(sourceOf(file, limits, nothing, passOver))) {
    const bytes: Uint8Array[] = [];
    for await (const chunk of chunks) bytes.push(chunk);
    read.push({ ...part, text: await fileOf("", ...bytes).text() });
  }
  return read;
}

const header = ["day", "adset", "spend", "id"];

test("days are ISO, numbers are whole, texts are quoted where needed", async () => {
  const rows = [
    header,
    [{ date: 45446 }, 'a "b", c', 1002.87, { raw: "120210000000000123" }],
    [null, "x\ny", 0.1, true],
  ];
  const [sheet] = await sheets(fileOf("book.xlsx", xlsx({ Only: rows })));
  expect(sheet?.name).toBe("book.xlsx");
  expect(sheet?.text).toBe(
    'day,adset,spend,id\n2024-06-03,"a ""b"", c",1002.87,120210000000000123\n,"x\ny",0.1,TRUE\n',
  );
  expect(sheet?.options).toEqual({ decimal_mark: "." });
});

test("several sheets are parts of one file, empty ones are none", async () => {
  const book = xlsx({ June: [header, ["d", "a", 1, 2]], Empty: [], July: [header, ["d", "a", 3, 4]] });
  const read = await sheets(fileOf("book.xlsx", book));
  expect(read.map(({ name, file, title }) => [name, file, title])).toEqual([
    ["book.xlsx / June", "book.xlsx", "June"],
    ["book.xlsx / July", "book.xlsx", "July"],
  ]);
});

test("hidden sheets are passed over by name, unless there is no other", async () => {
  const book = { Shown: [header, ["d", "a", 1, 2]], "R&D": [header, ["d", "a", 3, 4]] };
  const passed: PassedOver[] = [];
  const read = await sheets(fileOf("book.xlsx", xlsx(book, ["R&D"])), usualLimits, (one) => passed.push(one));
  expect(read.map(({ name }) => name)).toEqual(["book.xlsx"]);
  expect(passed).toEqual([{ name: "book.xlsx / R&D", reason: "a hidden sheet" }]);
  expect(await sheets(fileOf("book.xlsx", xlsx(book, ["Shown", "R&D"])))).toHaveLength(2);
});

test("cells with an error keep its name, so that the reader counts them", async () => {
  const [sheet] = await sheets(
    fileOf("book.xlsx", xlsx({ Only: [header, ["d", "\u20ac", { error: "#N/A" }, { error: "#REF!" }]] })),
  );
  expect(sheet?.text).toBe("day,adset,spend,id\nd,\u20ac,#N/A,#REF!\n");
});

test("a workbook inside an archive is read", async () => {
  const inside = zip({ "book.xlsx": xlsx({ Only: [header, ["d", "a", 1, 2]] }) });
  expect((await sheets(fileOf("all.zip", inside))).map((sheet) => sheet.name)).toEqual(["book.xlsx"]);
});

test("a title above the table loses its empty cells, rows of the table keep theirs", () => {
  const rows = [["Report", null, null, null], [], header, ["d", null, 1, null]];
  const text = [...csvOf(rows)].map((bytes) => new TextDecoder().decode(bytes)).join("");
  expect(text).toBe("Report\n\nday,adset,spend,id\nd,,1,\n");
});

test("numbers are written without exponents and ids keep their digits", () => {
  expect(numberText("0.10000000000000001")).toBe("0.1");
  expect(numberText("1.5E-7")).toBe("0.00000015");
  expect(numberText("1E+21")).toBe("1000000000000000000000");
  expect(numberText("-123456789012345678")).toBe("-123456789012345678");
});

test("a row number without end, a broken sheet and a workbook too large are refused", async () => {
  const refused = (file: File, limits?: Limits) => sheets(file, limits).then(nothing, (thrown) => thrown.message);
  const endless = sheetXml([header]).replace('<row r="1">', '<row r="99999999999">');
  expect(await refused(fileOf("a.xlsx", xlsx({ A: endless })))).toMatch(/row number beyond/);
  expect(await refused(fileOf("a.xlsx", xlsx({ A: "<worksheet><sheetData><row>" })))).toMatch(/a.xlsx/);
  const tight = { ...usualLimits, workbookBytes: 100 };
  expect(await refused(fileOf("a.xlsx", xlsx({ A: [header] })), tight)).toMatch(/too large/);
});
