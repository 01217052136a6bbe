// Hostile links and files with a right checksum, through all that the page does to open one: refused, or whole and harmless.
import { describe, expect, it } from "vitest";
import { generic } from "../../../web/src/analyses/generic-summary";
import scoring from "../../../web/src/analyses/scoring/adsets/summary";
import type { AnalysisInfo, Column } from "../../../web/src/engine/types";
import { makeReport } from "../../../web/src/report/report";
import { encode } from "../../../web/src/share/codec";
import { headOf, openFile } from "../../../web/src/share/file";
import { codeOf, snapshotOf, toBase64Url } from "../../../web/src/share/link";
import { type Options, snapshotFor } from "../../../web/src/share/make";
import { filesOf, infoFor, outcomeOf, requestFor } from "../../../web/src/share/open";
import { type Frame, Refused, type Snapshot } from "../../../web/src/share/snapshot";
import { given, info, outcome } from "../report/given";
import { hostile, packed, partsOf } from "./hostile";
import { bare, numbers, text } from "./samples";

/** `npm run hostile` tries more. */
const tries = Number(process.env.OUTLAY_HOSTILE ?? 100_000);

const role = (name: string, kind: "number" | "text" | "day") => ({ name, kind, label: name, help: "", required: true });
const live: AnalysisInfo = {
  ...info,
  inputs: [{ name: "weeks", label: "", help: "", required: true, roles: [role("name", "text"), role("on", "day")] }],
};
const catalogue = { engine: "9.9.9", analyses: [live] };

const options: Options = { title: "T", text: "x", hideNames: false, hideMoney: false, without: [] };
const still = snapshotFor(
  { info, outcome, currency: "USD", data: given.data, takeAway: generic, inputs: null },
  options,
);
const days = { kind: "day" as const, days: Int32Array.of(20_000, 20_007, -2147483648) };
const computing: Snapshot = {
  ...bare,
  params: { min_spend: 5, uplift: { Meta: 1.2 }, as_of_week: "2026-11-16" },
  inputs: {
    weeks: [{ rows: 3, columns: { name: text(["a", "b", null]), on: days, cost: numbers([0.1 + 0.2, 1, 2]) } }],
  },
};
/** Its scenarios change parameters of every depth, by names that the data tells by number. */
const planned: Snapshot = {
  ...computing,
  scenarios: [
    { name: "By hand", isPlan: true, params: { min_spend: 9, uplift: { Meta: 2, a: 1.5 } } },
    { name: "<b>Less</b>", isPlan: false, params: { as_of_week: "2026-11-09" } },
  ],
};
const goods = [still, computing, planned].map((made) => partsOf(encode(made)));

function expectWholeColumn(column: Column, rows: number): void {
  const cells = column.kind === "number" ? column.values : column.kind === "text" ? column.codes : column.days;
  if (cells.length !== rows) throw new Error(`a column of ${cells.length} in a table of ${rows} rows`);
  if (column.kind === "text" && column.codes.some((code) => code >= column.dictionary.length))
    throw new Error("a text that is none");
}

function expectWhole({ rows, columns }: Frame): void {
  for (const column of Object.values(columns)) expectWholeColumn(column, rows);
}

/** What the page draws of what was opened is text, whatever was in it. */
function expectDrawn(snapshot: Snapshot, known: AnalysisInfo): void {
  const ran = outcomeOf(snapshot, known);
  if (!ran) return;
  Object.values(ran.result.tables).forEach(expectWhole);
  const context = { info: known, outcome: ran, currency: snapshot.currency, locale: "en-US", data: snapshot.data };
  for (const takeAway of [generic, scoring]) {
    const report = makeReport(context, takeAway);
    const said = [report.title, report.grade.label, report.summary.headline, ...report.data];
    for (const word of [...said, ...report.doubts.map((doubt) => doubt.text)]) {
      if (typeof word !== "string") throw new Error(`${typeof word} where a text belongs`);
    }
  }
}

/** Opens as the page does; says why it is refused, or "opened". */
async function opened(bytes: Uint8Array<ArrayBuffer>, asFile: boolean): Promise<string> {
  try {
    let snapshot: Snapshot;
    if (asFile) {
      const file = Uint8Array.from([79, 85, 84, 76, 65, 89, 100, 1, ...bytes]);
      headOf(file);
      snapshot = await openFile(file);
    } else {
      const code = codeOf(`#d1.${toBase64Url(bytes)}`);
      if (!code) throw new Error("no link");
      snapshot = await snapshotOf(code);
    }
    const known = infoFor(snapshot, catalogue);
    for (const frame of Object.values(snapshot.inputs ?? {}).flat()) expectWhole(frame);
    filesOf(snapshot, "mark");
    for (const { name, isPlan, params } of snapshot.scenarios ?? []) {
      if (typeof name !== "string" || typeof isPlan !== "boolean") throw new Error("a scenario that is none");
      JSON.stringify(requestFor(snapshot, { weeks: 1 }, params, known));
    }
    JSON.stringify(requestFor(snapshot, { weeks: 1 }, snapshot.params, known));
    expectDrawn(snapshot, known);
    return "opened";
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.code;
    throw thrown;
  }
}

describe(`${tries} hostile links and files with a right checksum`, () => {
  it("are refused or open whole, and nothing is thrown", async () => {
    const outcomes: Record<string, number> = {};
    for (let number = 0; number < tries; number++) {
      const good = goods[number % goods.length];
      if (!good) throw new Error("nothing to change");
      const came = await opened(hostile(good, number), number % 3 === 0).catch((thrown) => {
        throw new Error(`number ${number}: ${thrown.stack}`);
      });
      outcomes[came] = (outcomes[came] ?? 0) + 1;
    }
    // Most get past the checksum: that is what is tried here.
    expect(outcomes.opened).toBeGreaterThan(tries / 5);
    expect(outcomes.damaged).toBeGreaterThan(tries / 10);
    expect(outcomes.not_ours).toBeGreaterThan(0);
  }, 3_600_000);
});

const header = (more: object) =>
  JSON.stringify({ a: "scoring/adsets", e: "", g: "", c: "", t: "", x: "", p: {}, d: [], h: [0, 0], k: [], ...more });
const result = (tables: object) => ({ s: {}, n: [], r: tables });
const none = new Uint8Array(0);
const zeros = new Uint8Array(60_000_000);

describe("what is small and would become endless", () => {
  // Each is refused by a count that is known before the work: none of these tests needs a clock.
  it.each([
    ["a dictionary of empty lines", { header: header({}), lines: new Array(3_000_000).fill(""), cells: none }],
    ["names that repeat more than any does", { header: header({ k: ["a"] }), lines: ["\uffffx", ""], cells: none }],
    [
      "columns without rows",
      { header: header(result({ a: [0, new Array(20_000).fill(["b", 0, 0, 0, 0])] })), lines: [], cells: none },
    ],
    ["rows without columns", { header: header(result({ a: [5_000_000, []] })), lines: [], cells: none }],
    ["more cells than bytes", { header: header(result({ a: [1000, [["b", 0, 0, 0, 0]]] })), lines: [], cells: zeros }],
    ["numbers of nothing", { header: header(result({ a: [3_900_000, [["b", 3, 0, 0, 0]]] })), lines: [], cells: none }],
    ["a header that nests", { header: "[".repeat(1_000_000), lines: [], cells: none }],
    [
      "a parameter that nests",
      { header: header({ p: JSON.parse(`${'{"a":'.repeat(6)}1${"}".repeat(6)}`) }), lines: [], cells: none },
    ],
    [
      "texts that are none",
      { header: header({ k: ["b"], ...result({ a: [3, [["b", 1, 0, 0, 0]]] }) }), lines: [""], cells: none },
    ],
    ["days that are none", { header: header(result({ a: [3, [["b", 2, 0, 0, 0]]] })), lines: [], cells: none }],
  ])("%s: refused", async (_, parts) => {
    expect(await opened(packed(parts, 9), false)).toBe("damaged");
  });
  it("unfolds to no more than Outlay makes", async () => {
    const parts = { header: header({}), lines: [" ".repeat(70_000_000)], cells: none };
    expect(await opened(packed(parts, 9), false)).toBe("too_large");
  });
});

describe("codes and figures that are no such", () => {
  const notice = (code: string) => ({ c: code, w: 1, n: {}, t: { reason: code, role: code } });
  it.each(["valueOf", "hasOwnProperty", "constructor", "toString"])("%s is text like another", async (code) => {
    const notices = [notice(code), notice("action_taken"), notice("data_driven_skipped")];
    const made = header({ g: code, c: code, s: {}, n: notices, r: {} });
    expect(await opened(packed({ header: made, lines: [], cells: none }), false)).toBe("opened");
  });
  it.each([
    ["a figure", header({ s: { weekly_spend: "much" }, n: [], r: {} })],
    ["a parameter", header({ p: { uplift: 3 } })],
    ["a deep parameter", header({ p: { uplift: { Meta: { a: 1 } } } })],
    ["a day", header({ d: [{ n: "", r: 1, f: "2026-02-30", t: "2026-03-01" }] })],
  ])("%s of another type is refused", async (_, made) => {
    expect(await opened(packed({ header: made, lines: [], cells: none }), false)).toBe("damaged");
  });
  it("a figure that is yes or no comes back as it was", async () => {
    const flagged = { ...still, result: { scalars: { has_value: true, has_spend: false }, tables: {}, notices: [] } };
    const code = codeOf(`#d1.${toBase64Url(encode(flagged))}`);
    const read = code && (await snapshotOf(code));
    expect(read?.result?.scalars).toEqual({ has_value: true, has_spend: false });
  });
});
