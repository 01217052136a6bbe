// Credits handed on: which rows and columns travel, for which analyses, and what every result that uses them says.
import { expect, test } from "vitest";
import type { LoadReport, RunOutcome } from "../../web/src/engine/protocol";
import { creditsAsFile, creditsFile, creditsOf, leadsOf, madeFrom, withProvenance } from "../../web/src/state/credits";
import { createFiles } from "../../web/src/state/files";
import { type Column, missingDay, type TableData } from "../../web/src/ui/types";
import { column, table } from "./samples";

const numbers = (...values: number[]): Column => ({ kind: "number", values: Float64Array.from(values) });
function texts(...all: string[]): Column {
  const dictionary = [...new Set(all)];
  return { kind: "text", codes: Int32Array.from(all, (text) => dictionary.indexOf(text)), dictionary };
}

const none = Number.NaN;
/** Two models; Direct costs nothing, Meta has a week without spend. */
const credits: TableData = {
  rows: 5,
  columns: {
    model: texts("markov", "markov", "markov", "markov", "last"),
    week_start: { kind: "day", days: Int32Array.of(20517, 20524, 20517, 20517, 20517) },
    channel: texts("Meta", "Meta", "Search", "Direct", "Meta"),
    adset_id: texts("Meta", "Meta", "Search", "Direct", "Meta"),
    spend: numbers(120.5, 0, 80, none, 120.5),
    clicks: numbers(40, 2, 30, 99, 40),
    ihc: numbers(1 / 3, 0.1, 2, 5, 1),
    pltv: numbers(50, 50, 60, 55, 50),
  },
};

test("the rows of one model that cost something travel, exactly, without the model's name", async () => {
  const { table: own, free } = creditsOf(credits, "markov");
  expect(free).toEqual(["Direct"]);
  const file = creditsAsFile(own);
  expect(file.name).toBe(creditsFile);
  expect(await file.text()).toBe(
    "week_start,channel,adset_id,spend,clicks,ihc,pltv\n" +
      `2026-03-05,Meta,Meta,120.5,40,${1 / 3},50\n2026-03-12,Meta,Meta,0,2,0.1,50\n2026-03-05,Search,Search,80,30,2,60\n`,
  );
  expect(leadsOf(own)).toEqual(["scoring/adsets", "budget/reallocate"]);
});

test("without weeks only reallocation can use them, without spend nothing can", () => {
  const timeless = {
    ...credits.columns,
    week_start: { kind: "day" as const, days: new Int32Array(5).fill(missingDay) },
  };
  const { table: own } = creditsOf({ rows: 5, columns: timeless }, "markov");
  expect(own.columns.week_start).toBeUndefined();
  expect(leadsOf(own)).toEqual(["budget/reallocate"]);
  const unpaid = creditsOf(
    { rows: 5, columns: { ...credits.columns, spend: numbers(none, none, none, none, none) } },
    "last",
  );
  expect(unpaid.table.rows).toBe(0);
  expect(unpaid.free).toEqual(["Meta"]);
  expect(leadsOf(unpaid.table)).toEqual([]);
});

const outcome = (...tables: number[]) =>
  ({ inputs: { performance: { table: tables[0], tables, name: "sessions" } }, notices: [] }) as unknown as RunOutcome;

/** Every analysis takes the first table that it is asked about, and finds it enough. */
function session() {
  let nextId = 1;
  const report = (file: File): LoadReport => {
    const facts = { encoding: "utf-8", delimiter: ",", platform: "", bytes: file.size };
    return {
      files: [{ name: file.name, ...facts, tables: [table(nextId++, [column("a", "text")], file.name)] }],
      passed_over: [],
    };
  };
  const analyses = ["scoring/adsets", "attribution/paths"];
  return createFiles({
    load: async (file) => report(file),
    remove: async () => undefined,
    suits: async ([first = 0]) =>
      analyses.map((analysis) => ({
        analysis,
        enough: true,
        inputs: [{ input: "performance", table: first, roles: {}, missing_roles: [] }],
      })),
  });
}

const takes = (files: ReturnType<typeof session>) =>
  Object.fromEntries(files.suits.value.map(({ analysis, inputs }) => [analysis, inputs[0]?.table]));

test("what is made for an analysis is taken by it alone, before what was given, until it is taken away", async () => {
  const files = session();
  await files.add([new File(["x"], "sessions.csv")]);
  expect(takes(files)).toEqual({ "scoring/adsets": 1, "attribution/paths": 1 });
  const made = madeFrom(creditsOf(credits, "markov").table, "markov", outcome(1));
  expect(made).toMatchObject({ model: "markov", from: "sessions" });
  await files.add([new File(["y"], creditsFile)], [{ made }]);
  expect(takes(files)).toEqual({ "scoring/adsets": 2, "attribution/paths": 1 });
  const entry = files.open.value.find((one) => one.made);
  await files.remove(entry?.key ?? 0);
  expect(takes(files)).toEqual({ "scoring/adsets": 1, "attribution/paths": 1 });
});

test("a result from credits says so, and stays the same object", async () => {
  const files = session();
  await files.add([new File(["x"], "sessions.csv")]);
  const made = { leads: ["scoring/adsets"], model: "linear", from: "sessions" };
  await files.add([new File(["y"], creditsFile)], [{ made }]);
  const scored = outcome(2);
  expect(withProvenance(scored, files.open.value)).toBe(scored);
  expect(scored.notices).toMatchObject([
    { code: "conversions_are_credits", texts: { model: "linear", from: "sessions" } },
  ]);
  expect(withProvenance(outcome(1), files.open.value).notices).toEqual([]);
});
