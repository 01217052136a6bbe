// A file that was unpacked beside the engine gives the same parts, in the same order, as one unpacked where it is read.
import { expect, test } from "vitest";
import type { LoadProgress } from "../../../web/src/engine/protocol";
import { usualLimits } from "../../../web/src/engine/unpack/limits";
import { type Part, partsOf, sourceOf } from "../../../web/src/engine/unpack/parts";
import { partsAgain, unpackedWhole } from "../../../web/src/engine/unpack/whole";
import { csv, fileOf, gz, monotonous, xlsx, zip } from "./pack";

/** What comes in its order: parts with their text, and what is passed over. */
async function story(parts: (passOver: (one: unknown) => void) => AsyncIterable<Part>): Promise<unknown[]> {
  const told: unknown[] = [];
  for await (const { chunks, ...part } of parts((passed) => told.push({ passed }))) {
    const bytes: Uint8Array[] = [];
    for await (const chunk of chunks) bytes.push(chunk.slice());
    told.push({ part, text: await fileOf("", ...bytes).text() });
  }
  return told;
}

const there = (file: File) => story((passOver) => partsOf(sourceOf(file, usualLimits, () => undefined, passOver)));
const ahead = async (file: File) => {
  const unpacked = await unpackedWhole(file, () => undefined);
  if (!unpacked) throw new Error("was given up");
  return story((passOver) => partsAgain(unpacked, { passOver }));
};

const table = [
  ["day", "spend"],
  ["2024-06-03", 1.5],
];

test.each([
  ["gzip", () => fileOf("a.csv.gz", gz(csv))],
  [
    "an archive",
    () => fileOf("a.zip", zip({ "a.csv": csv, ".x": "", "b/c.csv.gz": gz(csv), "d.zip": zip({ e: csv }) })),
  ],
  ["a workbook", () => fileOf("a.xlsx", xlsx({ One: table, Two: table }))],
  ["a workbook in an archive", () => fileOf("a.zip", zip({ "w.xlsx": xlsx({ One: table }), "a.csv": csv }))],
])("%s", async (_, make) => {
  const file = make();
  expect(await ahead(file)).toEqual(await there(file));
});

test("how far it is is told in bytes of the dropped file", async () => {
  const said: LoadProgress[] = [];
  const file = fileOf("a.csv.gz", gz(monotonous(1)));
  await unpackedWhole(file, (now) => said.push(now));
  expect(said.at(-1)).toEqual({ bytes: file.size, total: file.size, rows: 0 });
});

test("damage is thrown, as where it is read", async () => {
  const damaged = gz(csv).slice(0, 30);
  await expect(unpackedWhole(fileOf("a.gz", damaged, Uint8Array.of(1, 2, 3)), () => undefined)).rejects.toThrow(
    /damaged/,
  );
});
