// Files come and go without one ever harming another.
import { expect, test } from "vitest";
import { cancelled, EngineFailure, engineError, type LoadReport } from "../../web/src/engine/protocol";
import { setAsideCsv } from "../../web/src/ingest/doubts";
import { templateCsv } from "../../web/src/ingest/template";
import { createFiles } from "../../web/src/state/files";
import { column, info, table } from "./samples";

let nextId = 1;
const removed: number[] = [];
const report = (file: File): LoadReport => {
  const facts = { encoding: "utf-8", delimiter: ",", platform: "" };
  const tables = [table(nextId++, [column("a", "text")], file.name)];
  return { files: [{ name: file.name, bytes: file.size, ...facts, tables }], passed_over: [] };
};

const made = () =>
  createFiles({
    load: async (file, { signal }) => {
      if (file.name === "bad.csv") throw new EngineFailure(engineError("bad_file", "empty", "fill it"));
      if (file.name !== "endless.csv") return report(file);
      return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(cancelled())));
    },
    remove: async (id) => void removed.push(id),
    suits: async (ids) => [{ analysis: "a/b", enough: ids.length > 0, inputs: [] }],
  });

const names = (files: ReturnType<typeof made>) => files.open.value.map((entry) => `${entry.file.name} ${entry.state}`);

test("a refused file stands beside the good ones and goes when a better one of its name comes", async () => {
  const files = made();
  await files.add([new File(["x"], "good.csv"), new File([""], "bad.csv")]);
  expect(names(files)).toEqual(["good.csv ready", "bad.csv failed"]);
  expect(files.suits.value[0]?.enough).toBe(true);
  await files.add([new File([""], "bad.csv")]);
  expect(names(files)).toEqual(["good.csv ready", "bad.csv failed"]);
});

test("a newer file of the same name takes the older one's place", async () => {
  const files = made();
  await files.add([new File(["x"], "week.csv")]);
  const before = files.tables.value[0]?.id ?? 0;
  await files.add([new File(["xy"], "week.csv")]);
  expect(files.open.value.length).toBe(1);
  expect(removed).toContain(before);
});

test("a cancelled file is gone, the rest untouched", async () => {
  const files = made();
  await files.add([new File(["x"], "good.csv")]);
  const adding = files.add([new File(["x"], "endless.csv")]);
  files.cancel(files.open.value.at(-1)?.key ?? 0);
  await adding;
  expect(names(files)).toEqual(["good.csv ready"]);
});

test("removing the last file leaves nothing it was enough for", async () => {
  const files = made();
  await files.add([new File(["x"], "good.csv")]);
  await files.remove(files.open.value[0]?.key ?? 0);
  expect(files.suits.value).toEqual([]);
});

test("the template has the roles as header and rows that fit them", () => {
  const input = info.inputs[0];
  expect(input && templateCsv(input)).toBe(
    "week_start,adset_id,spend,channel\r\n2024-06-03,adset 1,100,channel 1\r\n2024-06-10,adset 2,101,channel 2\r\n",
  );
});

test("rows set aside are listed without a formula that a spreadsheet would run", () => {
  const bad = { ...table(1, []), set_aside: [{ line: 3, reason: "too few cells", text: '=HYPERLINK("x")' }] };
  expect(setAsideCsv(bad)).toBe('line,reason,text\r\n3,too few cells,"\'=HYPERLINK(""x"")"\r\n');
});

test("one's own tables and a sample's are asked about apart", async () => {
  const asked: number[][] = [];
  const files = createFiles({
    load: async (file) => report(file),
    remove: async () => undefined,
    suits: async (ids) => {
      asked.push(ids);
      return [{ analysis: ids.join(), enough: true, inputs: [] }];
    },
  });
  for (const name of ["adset_weeks_sample.csv", "mine.csv"]) await files.add([new File(["x"], name)]);
  const [sample, mine] = files.tables.value.map(({ id }) => id);
  expect(asked.slice(-2)).toEqual([[mine], [sample]]);
  expect(files.suits.value[0]?.analysis).toBe(String(mine));
  expect(files.sampleSuits.value[0]?.analysis).toBe(String(sample));
});
