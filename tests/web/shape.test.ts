// The shape of a table in words; an answer about it holds for the file's own header and can be taken back.
import { expect, test } from "vitest";
import { Loading } from "../../web/src/engine/loading";
import type { Shape, TableReport } from "../../web/src/engine/types";
import { shapeFact } from "../../web/src/ingest/shape";
import { partOptions, readAnswer, withAnswer } from "../../web/src/state/answers";
import { createFiles } from "../../web/src/state/files";
import { column, table } from "./samples";

const shape = (change: Partial<Shape>): Shape => ({
  kind: "wide_media",
  done: null,
  column: null,
  parts: ["tv", "search"],
  part_count: 2,
  part: null,
  step: 7,
  header: [],
  ...change,
});

test("a shape is one fact of the table's line", () => {
  const said = (change: Partial<Shape>) => shapeFact({ shape: shape(change) }, "en-US");
  expect(said({ part_count: 5 })).toBe("wide weekly media, 5 channels");
  expect(said({ done: "long" })).toBe("weekly media, 2 channels");
  expect(said({ kind: "long_media", done: "wide", step: 1 })).toBe("wide daily media, 2 channels");
  expect(said({ kind: "action_rows", part_count: 1 })).toBe("1 conversion action");
  expect(said({ kind: "entities", done: "split" })).toBe("");
  expect(shapeFact({ shape: null }, "en-US")).toBe("");
});

const raw = [column("ad_id", "text"), column("action_type", "text"), column("value", "number")];
const asRows = (): TableReport => ({ ...table(1, raw, "a.csv"), shape: shape({ kind: "action_rows" }) });
const pivoted = (): TableReport => ({
  ...table(2, [column("ad_id", "text"), column("orders", "number")], "a.csv"),
  shape: shape({ kind: "action_rows", done: "pivoted", header: raw.map((one) => one.name) }),
});

test("an answer about the shape is found from either shape and taken back", () => {
  const answered = withAnswer({}, pivoted(), { shape: "as_is" });
  expect(partOptions([asRows()], answered)).toEqual({ "a.csv": { shape: "as_is" } });
  expect(partOptions([pivoted()], answered)).toEqual({ "a.csv": { shape: "as_is" } });
  expect(withAnswer(answered, asRows(), { shape: "" })).toEqual({});
  expect(readAnswer({ shape: "square" })).toBeUndefined();
});

test("tables of a sheet have places of their own", () => {
  const loading = new Loading(new File([], "bulk.csv"), () => undefined);
  const part = { name: "bulk.csv", file: "bulk.csv", bytes: 0, chunks: [] as never, options: {} };
  const of = (name: string) => ({ ...table(1, raw), shape: shape({ kind: "entities", done: "split", part: name }) });
  const facts = { name: "bulk.csv", bytes: 0, encoding: "", delimiter: "", platform: "" };
  loading.add(part, { ...facts, tables: [of("Keyword"), of("Campaign")] });
  const places = loading.report().files[0]?.tables.map((one) => one.place);
  expect(places).toEqual(["bulk.csv#0/Keyword", "bulk.csv#1/Campaign"]);
});

test("read in another shape a file has other tables; one that was removed stays away when its shape comes back", async () => {
  let answers = {};
  let id = 0;
  const entity = (name: string, k: number): TableReport => ({
    ...table(++id, raw, "bulk.csv"),
    place: `bulk.csv#${k}/${name}`,
    shape: shape({ kind: "entities", done: "split", part: name, header: raw.map((one) => one.name) }),
  });
  const files = createFiles(
    {
      load: async (file, { parts = {} }) => {
        const whole = { ...table(++id, raw, "bulk.csv"), shape: shape({ kind: "entities" }) };
        const tables = parts["bulk.csv"]?.shape ? [whole] : [entity("Keyword", 0), entity("Campaign", 1)];
        const facts = { bytes: 0, encoding: "", delimiter: "", platform: "" };
        return { files: [{ name: file.name, ...facts, tables }], passed_over: [] };
      },
      remove: async () => undefined,
      suits: async () => [],
    },
    () => answers,
  );
  const places = () => files.tables.value.map((one) => one.place);
  const change = async (to: "" | "as_is") => {
    const first = files.tables.value[0];
    if (first) answers = withAnswer(answers, first, { shape: to });
    await files.readAgain(1);
  };
  await files.add([new File(["x"], "bulk.csv")]);
  const campaign = files.tables.value[1]?.id ?? 0;
  await files.removeTables(1, [campaign]);
  await change("as_is");
  expect(places()).toEqual(["bulk.csv#0"]);
  await change("");
  expect(places()).toEqual(["bulk.csv#0/Keyword"]);
});
