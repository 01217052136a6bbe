// The samples that the page makes: the bytes that the command line's tests read, each time, under names of their own.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isSample, sampleFiles, sampleNames } from "../../web/src/engine/samples";

const written = (name: string) => readFileSync(`build/sample/${name.replace("_sample.csv", ".csv")}`, "utf8");
const analyses = [
  "scoring/adsets",
  "impact/decisions",
  "budget/reallocate",
  "attribution/paths",
  "attribution/sessions",
];

test.each(analyses)(
  "the sample of %s has the bytes of the files that the build writes, when made again too",
  async (analysis) => {
    for (const files of [await sampleFiles(analysis), await sampleFiles(analysis)]) {
      expect(files.map(({ name }) => name)).toEqual(sampleNames(analysis));
      for (const file of files) {
        const text = await file.text();
        expect(text === written(file.name), file.name).toBe(true);
        expect(text.length).toBeGreaterThan(50);
      }
    }
  },
);

test("every written sample is one of the page's, and none of a person's files is taken for one", () => {
  const names = analyses.flatMap(sampleNames);
  // A log of touches, made for measuring, may lie there too.
  const csvs = readdirSync("build/sample").filter((name) => name.endsWith(".csv") && name !== "touches.csv");
  expect(csvs.map((name) => name.replace(".csv", "_sample.csv")).sort()).toEqual([...new Set(names)].sort());
  expect(names.every(isSample)).toBe(true);
  expect(csvs.some(isSample)).toBe(false);
});
