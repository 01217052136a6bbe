// What a sender leaves out of the frozen reports of every analysis is nowhere in them, in no column, word or rate.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generic } from "../../../web/src/analyses/generic-summary";
import { takeAwayOf } from "../../../web/src/analyses/summaries";
import type { AnalysisInfo, Field } from "../../../web/src/engine/types";
import { decimalsOf } from "../../../web/src/share/columns";
import { ourNames } from "../../../web/src/share/engine-words";
import { codeOf, snapshotOf } from "../../../web/src/share/link";
import { snapshotFor } from "../../../web/src/share/make";
import { hideMoney } from "../../../web/src/share/money-hidden";
import { hideNames } from "../../../web/src/share/names-hidden";
import type { Frame, Snapshot } from "../../../web/src/share/snapshot";
import { given, info, outcome } from "../report/given";
import { bare, cellsOf, numbers, text } from "./samples";

const folder = new URL("./frozen/reports/", import.meta.url);

async function frozen(name: string): Promise<Snapshot> {
  const { link } = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  const code = codeOf(link);
  if (!code) throw new Error(`${name} is no link`);
  return snapshotOf(code);
}

const framesOf = ({ result, inputs }: Snapshot): [string, Frame][] => [
  ...Object.entries(result?.tables ?? {}),
  ...Object.entries(inputs ?? {}).flatMap(([name, frames]) => frames.map((frame): [string, Frame] => [name, frame])),
];

/** Texts of columns by "table.column". */
function textsOf(snapshot: Snapshot): Map<string, Set<string>> {
  const all = framesOf(snapshot).flatMap(([table, { columns }]) =>
    Object.entries(columns).flatMap(([name, column]) =>
      column.kind === "text" ? [[`${table}.${name}`, new Set(column.dictionary)] as const] : [],
    ),
  );
  return new Map(all);
}

/** Columns whose texts someone gave, in the samples. */
const namedBySomeone =
  /\.(campaign|campaign_name|adset_name|ad_group_name|target_text|group|page|referrer|term|source|medium|path|user|session)$/;
const notNames = /^(totals|groups|violins)\.group$/;

describe("names left out of a frozen report", () => {
  it.each(readdirSync(folder).filter((name) => !name.includes("without")))("%s: none is left", async (name) => {
    const made = await frozen(name);
    const { share } = await takeAwayOf(made.analysis);
    const before = [...textsOf(made)].filter(([column]) => namedBySomeone.test(column) && !notNames.test(column));
    const names = new Set(before.flatMap(([, texts]) => [...texts]).filter((one) => /[a-z]{2}/i.test(one)));
    const ours = [...ourNames, ...(share?.words ?? [])];
    const after = textsOf(hideNames(made, share?.words));
    const left = before.flatMap(([column]) =>
      [...(after.get(column) ?? [])].filter((one) => names.has(one) && !ours.includes(one)),
    );
    expect(left).toEqual([]);
  });

  it("the words by which a page finds its rows stay", async () => {
    const hidden = textsOf(hideNames(await frozen("impact_decisions.json")));
    expect([...(hidden.get("totals.group") ?? [])]).toContain("type");
    expect([...(hidden.get("totals.name") ?? [])]).toContain("HARVEST");
    expect([...(hidden.get("actions.match_level") ?? [])]).toContain("target");
  });

  it("a curve of the input is one of the engine's, no name", () => {
    const columns = { campaign: text(["Brand"]), curve: text(["hill"]) };
    const hidden = hideNames({ ...bare, inputs: { campaigns: [{ rows: 1, columns }] } });
    expect(cellsOf(hidden.inputs?.campaigns?.[0] as Frame)).toMatchObject({
      campaign: ["Campaign A"],
      curve: ["hill"],
    });
  });

  it("a sentence is looked at when all names are known, whichever table comes first", () => {
    const tables = {
      changes: { rows: 1, columns: { why: text(["raise FB by a half"]) } },
      channels: { rows: 1, columns: { channel: text(["FB"]) } },
    };
    const hidden = hideNames({ ...bare, result: { scalars: {}, tables, notices: [] } });
    expect(cellsOf(hidden.result?.tables.changes as Frame).why).toEqual([""]);
  });

  it("what was typed freely stays behind", () => {
    const field = { name: "channel_rules", type: "text" } as Field;
    const hidden = hideNames({ ...bare, params: { channel_rules: "Acme = Paid", order: 2 } }, [], [field]);
    expect(hidden.params).toEqual({ order: 2 });
  });
});

const field = (name: string, unit: string): Field => ({ ...(info.results.scalars[0] as Field), name, unit });
const budget: AnalysisInfo = {
  ...info,
  id: "budget/reallocate",
  results: {
    scalars: [field("baseline_budget", "money"), field("optimized_value", "count"), field("price", "rate")],
    tables: [
      {
        name: "campaigns",
        label: "",
        help: "",
        columns: [field("marginal_cpa", "money"), field("shrunk_rate", "rate")],
      } as AnalysisInfo["results"]["tables"][number],
    ],
  },
};

describe("money left out", () => {
  const made = (objective: string): Snapshot => ({
    ...bare,
    params: { objective },
    result: {
      scalars: { baseline_budget: 50_000, optimized_value: 1000, price: 0.02 },
      tables: { campaigns: { rows: 1, columns: { marginal_cpa: numbers([50]), shrunk_rate: numbers([0.01]) } } },
      notices: [],
    },
  });
  const hidden = async (objective: string) => {
    const { share } = await takeAwayOf("budget/reallocate");
    return hideMoney(made(objective), budget, share?.units?.({ objective })).result;
  };

  it("rates per unit of money do not tell the scale", async () => {
    const result = await hidden("conversions");
    // What the last unit brings, times what a conversion costs there, is one conversion in any unit of money.
    expect(Number(result?.scalars.price) * Number(cellsOf(result?.tables.campaigns as Frame).marginal_cpa?.[0])).toBe(
      1,
    );
    expect(result?.scalars).toEqual({ baseline_budget: 100, optimized_value: 1000, price: 10 });
    expect(cellsOf(result?.tables.campaigns as Frame)).toMatchObject({ marginal_cpa: [0.1], shrunk_rate: [5] });
  });

  it("what is maximised is money when it is revenue", async () => {
    expect((await hidden("revenue"))?.scalars).toEqual({ baseline_budget: 100, optimized_value: 2, price: 0.02 });
  });

  it("small amounts keep a length that a link can tell", async () => {
    const snapshot = made("conversions");
    const columns = { marginal_cpa: numbers([0.5213, 50.77, 12_345.6]), shrunk_rate: numbers([0.01, 0.02, 0.03]) };
    const tables = { campaigns: { rows: 3, columns } };
    const scalars = { ...snapshot.result?.scalars, baseline_budget: 3_210_987.65 };
    const told = hideMoney({ ...snapshot, result: { scalars, tables, notices: [] } }, budget).result;
    const cells = cellsOf(told?.tables.campaigns as Frame).marginal_cpa as number[];
    expect(decimalsOf(cells)).not.toBe(null);
    expect(cells).toEqual([0.000016, 0.001581, 0.3845]);
  });

  it("sentences with amounts stay behind, those with percentages do not", async () => {
    const { result } = hideMoney(await frozen("impact_decisions.json"), info);
    const columns = result?.tables.actions?.columns ?? {};
    expect(columns.formula).toBeUndefined();
    expect(columns.status).toBeDefined();
  });
});

it("what tells people and visits apart never travels", () => {
  const columns = { user: text(["u1"]), session: text(["s1"]), page: text(["/a"]) };
  const table = { ...(info.results.tables[0] as AnalysisInfo["results"]["tables"][number]), name: "outliers" };
  const known = {
    ...info,
    results: { ...info.results, tables: [{ ...table, columns: Object.keys(columns).map((name) => field(name, "")) }] },
  };
  const ran = { ...outcome, result: { ...outcome.result, tables: { outliers: { rows: 1, columns } } } };
  const shared = { info: known, outcome: ran, currency: "USD", data: given.data, takeAway: generic, inputs: null };
  const options = { title: "", text: "", hideNames: false, hideMoney: false, without: [] };
  expect(Object.keys(snapshotFor(shared, options).result?.tables.outliers?.columns ?? {})).toEqual(["page"]);
});
