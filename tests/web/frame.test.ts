// What the frame says about results: what changed, what turned, how a row and a download are named; which keys match.
import { expect, test } from "vitest";
import type { AnalysisInfo, Column, Field, RunOutcome } from "../../web/src/engine/types";
import { inBar } from "../../web/src/frame/bar";
import { changesBetween, turned } from "../../web/src/frame/changes";
import { keyOf } from "../../web/src/frame/explain-panel";
import { rowName } from "../../web/src/frame/row-panel";
import { csvName } from "../../web/src/report/csv";
import { plain, withControl } from "../../web/src/state/keys";
import { info as sample } from "./samples";

const field = (name: string, type: Field["type"], unit = ""): Field => ({
  name,
  type,
  label: name,
  help: "",
  unit,
  group: "",
});

const info: AnalysisInfo = {
  ...sample,
  parameters: [field("dead_zone", "number"), field("alpha", "number")],
  results: { scalars: [field("scale_count", "integer"), field("spend", "number", "money")], tables: [] },
};

const outcome = (params: Record<string, unknown>, scalars: Record<string, number | null>) =>
  ({ params, result: { scalars, tables: {} } }) as unknown as RunOutcome;

test("only figures that read differently are changes, and only parameters that differ were turned", () => {
  const before = outcome({ dead_zone: 0.1, alpha: 0.2 }, { scale_count: 243, spend: 1200.001 });
  const after = outcome({ dead_zone: 0.3, alpha: 0.2 }, { scale_count: 59, spend: 1200.002 });
  expect(changesBetween(info, before, after, "USD", "en-US")).toEqual([
    { label: "scale_count", before: "243", after: "59" },
  ]);
  expect(turned(info, before, after)).toEqual(["dead_zone"]);
});

test("a figure that is gone reads as none", () => {
  const changes = changesBetween(
    info,
    outcome({}, { scale_count: 1 }),
    outcome({}, { scale_count: null }),
    "",
    "en-US",
  );
  expect(changes).toEqual([{ label: "scale_count", before: "1", after: "none" }]);
});

test("a row is named by what its table is of", () => {
  const text = (value: string): Column => ({ kind: "text", codes: Int32Array.of(0), dictionary: [value] });
  const fields = [field("campaign_name", "text"), field("adset_id", "text"), field("adset_name", "text")];
  const columns = { campaign_name: text("C"), adset_id: text("1"), adset_name: text("A") };
  expect(rowName("adsets", fields, columns, 0)).toBe("A");
  expect(rowName("dropped", fields, columns, 0)).toBe("C");
  expect(rowName("adsets", fields, { adset_id: text("1") }, 0)).toBe("1");
  expect(rowName("adsets", fields, {}, 4)).toBe("Row 5");
});

test("a download is named by its analysis and table", () => {
  expect(csvName("scoring/adsets", "adsets")).toBe("scoring_adsets.csv");
  expect(csvName("scoring/adsets", "dropped")).toBe("scoring_adsets_dropped.csv");
});

test("a key with a modifier is another key", () => {
  const event = (key: string, change: Partial<KeyboardEvent> = {}) =>
    ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...change }) as KeyboardEvent;
  expect(plain("p")(event("p"))).toBe(true);
  expect(plain("p")(event("p", { ctrlKey: true }))).toBe(false);
  expect(withControl("z", true)(event("Z", { ctrlKey: true, shiftKey: true }))).toBe(true);
  expect(withControl("z", false)(event("z", { metaKey: true }))).toBe(true);
  expect(withControl("z", false)(event("z", { ctrlKey: true, shiftKey: true }))).toBe(false);
});

test("a row is explained by the columns that the analysis names, where its table has them", () => {
  const text = (...dictionary: string[]): Column => ({
    kind: "text",
    codes: Int32Array.from(dictionary.keys()),
    dictionary,
  });
  const tables = {
    adsets: { rows: 2, columns: { adset_id: text("A", "B") } },
    channels: { rows: 1, columns: { channel: text("Meta") } },
  };
  const of = { result: { scalars: {}, tables } } as unknown as RunOutcome;
  const explaining = { ...info, explains: ["adset_id"] };
  expect(keyOf(explaining, of, { table: "adsets", row: 1 })).toEqual({ adset_id: "B" });
  expect(keyOf(explaining, of, { table: "channels", row: 0 })).toBeNull();
  expect(keyOf(info, of, { table: "adsets", row: 1 })).toBeNull();
});

test("the bar of a phone has what can be used first, and always the open page", () => {
  const place = (page: string, needs = "", isFurther = false) => ({
    ...{ page, label: page, icon: "chart" as const, href: `#/${page}` },
    ...{ needs, brief: needs, isFurther, at: "" },
  });
  const all = [place("data"), place("score"), place("plan", "needs x"), place("paths"), place("roas", "needs y")];
  const pages = (list: { page: string }[]) => list.map(({ page }) => page);
  const at = (page: string) => (one: { page: string }) => one.page === page;
  expect(pages(inBar(all, at("data")).shown)).toEqual(["data", "score", "plan", "paths"]);
  expect(pages(inBar(all, at("data")).more)).toEqual(["roas"]);
  expect(pages(inBar(all, at("roas")).shown)).toEqual(["data", "score", "paths", "roas"]);
  expect(pages(inBar(all.slice(0, 2), at("score")).more)).toEqual([]);
  const deeper = [place("data"), place("measure"), place("bridge", "", true), place("paths"), place("score")];
  expect(pages(inBar(deeper, at("data")).more)).toEqual(["bridge"]);
});

test("a row may be named by its number, and the first name is what a row is of", () => {
  const numbers = (...values: number[]): Column => ({ kind: "number", values: Float64Array.from(values) });
  const text = (of: string): Column => ({ kind: "text", codes: Int32Array.of(0), dictionary: [of] });
  const tables = {
    actions: { rows: 1, columns: { row: numbers(17) } },
    channels: { rows: 1, columns: { channel: text("Meta"), model: text("markov") } },
    accuracy: { rows: 1, columns: { model: text("markov") } },
  };
  const of = { result: { scalars: {}, tables } } as unknown as RunOutcome;
  const by = (...explains: string[]) => ({ ...info, explains });
  expect(keyOf(by("row"), of, { table: "actions", row: 0 })).toEqual({ row: "17" });
  const channel = by("channel", "model");
  expect(keyOf(channel, of, { table: "channels", row: 0 })).toEqual({ channel: "Meta", model: "markov" });
  expect(keyOf(channel, of, { table: "accuracy", row: 0 })).toBeNull();
});
