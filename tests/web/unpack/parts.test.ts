// Packed files come out as what was packed, by what their bytes say they are; damage and bombs are refused in words.
import fc from "fast-check";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import type { EngineFailure, PassedOver } from "../../../web/src/engine/protocol";
import { type Limits, usualLimits } from "../../../web/src/engine/unpack/limits";
import { partsOf, sourceOf } from "../../../web/src/engine/unpack/parts";
import { csv, fileOf, gz, monotonous, zip } from "./pack";

interface Unpacked {
  parts: Record<string, string>;
  passed: PassedOver[];
}

async function unpack(file: File, limits: Limits = usualLimits): Promise<Unpacked> {
  const passed: PassedOver[] = [];
  const parts: Record<string, string> = {};
  const source = sourceOf(
    file,
    limits,
    () => undefined,
    (one) => passed.push(one),
  );
  for await (const part of partsOf(source)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of part.chunks) chunks.push(chunk.slice());
    parts[part.name] = await fileOf("", ...chunks).text();
  }
  return { parts, passed };
}

const refusal = (file: File, limits?: Limits) =>
  unpack(file, limits).then(
    () => "none",
    (thrown: EngineFailure) => `${thrown.error.code}: ${thrown.error.message} ${thrown.error.remedy}`,
  );

test("a plain file is itself, whatever its name says", async () => {
  expect((await unpack(new File([csv], "report.zip"))).parts).toEqual({ "report.zip": csv });
});

test("gzip is known by its bytes, and all its members are read", async () => {
  const twice = fileOf("report.csv", gz(csv), gz("2024-06-17,a1,1\n"));
  expect((await unpack(twice)).parts["report.csv"]).toBe(`${csv}2024-06-17,a1,1\n`);
});

test("any bytes come back from gzip and zip as they went in", async () => {
  const text = fc.string({ unit: "binary", maxLength: 2000 });
  await fc.assert(
    fc.asyncProperty(text, async (content) => {
      const exact = new TextDecoder().decode(new TextEncoder().encode(content));
      const texts = [await unpack(fileOf("a", gz(content))), await unpack(fileOf("a", zip({ "in.csv": content })))];
      for (const { parts } of texts) expect(Object.values(parts)).toEqual([exact.replace(/^\uFEFF/, "")]);
    }),
    { numRuns: 40 },
  );
});

test("an archive gives each of its files, packed once more or not, and names what it passes over", async () => {
  const files = {
    "a.csv": csv,
    "in/b.csv.gz": gz(csv),
    ".DS_Store": "x",
    "__MACOSX/._a.csv": "x",
    "inner.zip": zip({ c: csv }),
  };
  const { parts, passed } = await unpack(fileOf("all.zip", zip(files)));
  expect(parts).toEqual({ "a.csv": csv, "in/b.csv.gz": csv });
  expect(passed.map((one) => one.name).sort()).toEqual([".DS_Store", "__MACOSX/._a.csv", "inner.zip"]);
});

test("files that were stored and not packed are read too", async () => {
  const stored = zipSync({ "a.csv": new TextEncoder().encode(csv) }, { level: 0 });
  expect((await unpack(fileOf("stored.zip", stored))).parts).toEqual({ "a.csv": csv });
});

test("a comment after the archive does not hide its contents", async () => {
  const bytes = zip({ "a.csv": csv });
  bytes[bytes.length - 2] = 3;
  expect((await unpack(fileOf("noted.zip", bytes, Uint8Array.of(1, 2, 3)))).parts).toEqual({ "a.csv": csv });
});

test("a bomb is stopped soon after the mark, packed as gzip or in an archive", async () => {
  const small: Limits = { ...usualLimits, ratioFrom: 1e6, ratio: 100 };
  const text = monotonous(8);
  expect(await refusal(fileOf("bomb.gz", gz(text)), small)).toMatch(/^bad_file: bomb.gz .*100 times/);
  expect(await refusal(fileOf("bomb.zip", zip({ "in.csv": text })), small)).toMatch(/^bad_file: in.csv .*100 times/);
});

test("the size of everything inside counts, not that of one file", async () => {
  const files = Object.fromEntries(Array.from({ length: 5 }, (_, k) => [`${k}.csv`, csv]));
  const few: Limits = { ...usualLimits, bytes: 3 * csv.length };
  expect(await refusal(fileOf("large.zip", zip(files)), few)).toMatch(/^bad_file: 3.csv unpacks to more than/);
});

test("too many files are refused, folders and clutter do not count", async () => {
  const names = Array.from({ length: 101 }, (_, k) => `${k}.csv`);
  const many = Object.fromEntries(names.map((name) => [name, csv]));
  expect(await refusal(fileOf("many.zip", zip(many)))).toMatch(/^bad_file: many.zip holds 101 files; at most 100/);
  const cluttered = Object.fromEntries([...names.slice(1), ".DS_Store", "folder/"].map((name) => [name, csv]));
  expect(await refusal(fileOf("many.zip", zip(cluttered)))).toBe("none");
});

test("a download cut short, and one changed on its way, are refused", async () => {
  const noise = Array.from({ length: 4000 }, (_, k) => Math.sin(k)).join("\n");
  const packed = zip({ "a.csv": noise });
  expect(await refusal(fileOf("cut.zip", packed.slice(0, packed.length / 2)))).toMatch(
    /^bad_file: cut.zip is a damaged/,
  );
  expect(await refusal(fileOf("cut.gz", gz(noise).slice(0, 5000)))).toMatch(/^bad_file: cut.gz is damaged/);
  const stored = zipSync({ "a.csv": new TextEncoder().encode(noise) }, { level: 0 });
  stored[200] = (stored[200] ?? 0) ^ 1;
  expect(await refusal(fileOf("changed.zip", stored))).toMatch(/^bad_file: a.csv is damaged: its checksum/);
});

test("no bytes at all after a zip's mark make it crash or hang", async () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(bytes, fc.nat(400), async (noise, at) => {
      const whole = zip({ "a.csv": csv });
      whole.set(noise.slice(0, Math.max(0, whole.length - at - 4)), Math.min(at + 4, whole.length));
      expect(await refusal(fileOf("noise.zip", whole))).toMatch(/^(none|bad_file: )/);
    }),
    { numRuns: 200 },
  );
});

test("a document of another program is named as one", async () => {
  const word = zip({ "word/document.xml": "<x/>" });
  expect(await refusal(fileOf("a.docx", word))).toMatch(/document of another program.*\.xlsx or CSV/);
  expect(await refusal(fileOf("a.xlsb", zip({ "xl/workbook.bin": "x" })))).toMatch(/binary workbook.*\.xlsx/);
});
