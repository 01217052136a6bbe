// What goes into a snapshot and what stays behind: rounding, names, money, and what a reader gets out of it.
import { describe, expect, it } from "vitest";
import { generic } from "../../../web/src/analyses/generic-summary";
import scoring from "../../../web/src/analyses/scoring/adsets/summary";
import type { AnalysisInfo, Preview } from "../../../web/src/engine/types";
import { inputsOf } from "../../../web/src/share/inputs";
import { type Options, type Shared, snapshotFor, tablesToShare } from "../../../web/src/share/make";
import { hideMoney } from "../../../web/src/share/money-hidden";
import { filesOf, infoFor, outcomeOf, requestFor } from "../../../web/src/share/open";
import { tablesLeftOut } from "../../../web/src/share/send";
import { toCsv } from "../../../web/src/ui/table/csv";
import { given, hostile, info, outcome } from "../report/given";
import { cellsOf, numbers, plan, text } from "./samples";

const shared: Shared = { info, outcome, currency: "USD", data: given.data, takeAway: generic, inputs: null };
const options: Options = { title: "T", text: "", hideNames: false, hideMoney: false, without: [] };
const catalogue = { engine: "9.9.9", analyses: [info] };
const json = (value: unknown) => JSON.stringify(value);

describe("a snapshot of a result", () => {
  it("holds the tables and columns that the analysis names, the telling ones first", () => {
    const of = { ...shared, takeAway: scoring };
    expect(tablesToShare(of)).toEqual(["channels", "adsets", "dropped"]);
    const { result } = snapshotFor(of, options);
    expect(Object.keys(result?.tables.adsets?.columns ?? {})).not.toContain("adset_id");
    expect(Object.keys(result?.tables.adsets?.columns ?? {})).toContain("estimated_cac");
    expect(Object.keys(snapshotFor(shared, options).result?.tables ?? {})).toEqual(["adsets", "dropped", "channels"]);
    expect(Object.keys(snapshotFor(shared, { ...options, without: ["adsets"] }).result?.tables ?? {})).toEqual([
      "dropped",
      "channels",
    ]);
  });

  it("rounds to what the table shows", () => {
    const columns = { weekly_spend: numbers([1.23456, 99.999]), binomial_ub_cvr: numbers([0.012345678, Number.NaN]) };
    const tables = { adsets: { rows: 2, columns } };
    const of = { ...shared, outcome: { ...outcome, result: { ...outcome.result, tables } } };
    const cells = cellsOf(snapshotFor(of, options).result?.tables.adsets ?? { rows: 0, columns: {} });
    expect(cells.weekly_spend).toEqual([1.23, 100]);
    expect(cells.binomial_ub_cvr).toEqual([0.01235, Number.NaN]);
  });

  it("leaves out the tables that make it too long, the least telling first", () => {
    const lengths: Record<string, number> = { adsets: 9000, dropped: 4000, channels: 9000 };
    const total = (without: string[]) =>
      Object.entries(lengths).reduce((sum, [name, length]) => sum + (without.includes(name) ? 0 : length), 0);
    expect(tablesLeftOut(shared, total, 30_000)).toEqual([]);
    expect(tablesLeftOut(shared, total, 16_000)).toEqual(["channels"]);
    expect(tablesLeftOut(shared, total, 100)).toEqual(["dropped", "channels"]);
  });

  it("opens as the result that it was of, with today's columns only", () => {
    const made = snapshotFor(shared, options);
    const known = infoFor(made, catalogue);
    const read = outcomeOf(made, known);
    expect(read?.result.scalars.weekly_spend).toBe(8032);
    expect(read?.params).toMatchObject({ min_spend: 100, uplift: { Meta: 1.18, "=x": 2 } });
    expect(read?.notices).toEqual(outcome.notices);
    const fewer: AnalysisInfo = { ...info, results: { ...info.results, tables: info.results.tables.slice(1) } };
    const later = infoFor(made, { ...catalogue, analyses: [fewer] });
    expect(Object.keys(outcomeOf(made, later)?.result.tables ?? {})).toEqual(["dropped", "channels"]);
    expect(() => infoFor({ ...made, analysis: "no/such" }, catalogue)).toThrow(/does not have/);
  });
});

describe("names left out", () => {
  const hidden = snapshotFor(shared, { ...options, hideNames: true });
  const written =
    json(Object.values(hidden.result?.tables ?? {}).map(cellsOf)) +
    json([hidden.params, hidden.data, hidden.result?.notices]);

  it("are nowhere in it", () => {
    for (const name of [...hostile, "Meta", "*TikTok*", "A campaign", "weeks | of *ads*"]) {
      expect(written).not.toContain(json(name).slice(1, -1));
    }
    expect(hidden.hidden.names).toBe(true);
  });

  it("are the same letter wherever they were, also in parameters", () => {
    const adsets = cellsOf(hidden.result?.tables.adsets ?? { rows: 0, columns: {} });
    const channels = cellsOf(hidden.result?.tables.channels ?? { rows: 0, columns: {} });
    expect(adsets.channel?.slice(0, 3)).toEqual(["Channel A", "Channel B", "Channel A"]);
    expect(channels.channel).toEqual(["Channel B", "Channel A"]);
    expect(adsets.adset_name?.[0]).toBe("Adset A");
    // Words of the method stay words.
    expect(adsets.selection_reason?.[1]).toBe("Binomial optimistic");
    // A key that is no name of the data would tell one: the parameter stays behind.
    expect(hidden.params.uplift).toBeUndefined();
    const known = { ...shared, outcome: { ...outcome, params: { uplift: { Meta: 1.18 } } } };
    expect(snapshotFor(known, { ...options, hideNames: true }).params).toEqual({ uplift: { "Channel B": 1.18 } });
  });

  it("leave out a notice that may name something", () => {
    expect(hidden.result?.notices.map(({ code }) => code)).toEqual(["duplicates_collapsed"]);
  });
});

describe("money left out", () => {
  const hidden = snapshotFor({ ...shared, inputs: { performance: [] } }, { ...options, hideMoney: true });

  it("is told relative to the largest total, every amount by the same factor", () => {
    expect(hidden.result?.scalars.weekly_spend).toBe(100);
    const adsets = cellsOf(hidden.result?.tables.adsets ?? { rows: 0, columns: {} });
    const [spend, cac] = [adsets.weekly_spend?.[0] as number, adsets.estimated_cac?.[0] as number];
    expect(spend).toBeCloseTo((1000.5 / 8032) * 100, 2);
    expect(cac / spend).toBeCloseTo(80.125 / 1000.5, 3);
    expect(adsets.clicks_LB?.[0]).toBe(300);
    expect(hidden.params.min_spend).toBeCloseTo(100 / 80.32, 3);
    expect(hidden.currency).toBe("");
  });

  it("leaves limits and edits behind, whose amounts no unit tells", () => {
    const params = {
      edits: { Brand: { budget: 123456 } },
      group_bounds: { Google: { max: 88888 } },
      uplift: { Meta: 1.2 },
    };
    const told = hideMoney({ ...snapshotFor(shared, options), params }, info);
    expect(told.params).toEqual({ uplift: { Meta: 1.2 } });
  });

  it("takes the input with it", () => {
    expect(hidden.inputs).toBe(null);
    expect(hidden.result).not.toBe(null);
  });
});

describe("a snapshot that computes", () => {
  const role = (name: string, kind: "number" | "text" | "day") => ({
    name,
    kind,
    label: name,
    help: "",
    required: true,
  });
  const live: AnalysisInfo = {
    ...info,
    inputs: [
      {
        name: "campaigns",
        label: "",
        help: "",
        required: true,
        roles: [role("campaign", "text"), role("cost", "number"), role("day", "day")],
      },
      { name: "orders", label: "", help: "", required: false, roles: [] },
    ],
  };
  const rows = Array.from({ length: 1500 }, (_, k) => [
    `C${k}`,
    k % 3 === 0 ? null : String(k / 4),
    "2026-01-02",
    "a person",
  ]);
  const preview = async (_table: number, first: number, count: number): Promise<Preview> => ({
    columns: ["Name", "Spent", "When", "Who"],
    rows: rows.slice(first, first + Math.min(count, 1000)),
  });

  it("takes the columns that play a role, all rows of them, and no other", async () => {
    const roles = { campaign: "Name", cost: "Spent", day: "When" };
    const ran = { ...outcome, inputs: { campaigns: { table: 1, tables: [1], name: "t", rows: 1500, roles } } };
    const inputs = await inputsOf({ preview }, live, ran, () => 1500);
    const [frame] = inputs.campaigns ?? [];
    expect(frame?.rows).toBe(1500);
    const cells = cellsOf(frame ?? { rows: 0, columns: {} });
    expect(Object.keys(cells)).toEqual(["rows", "campaign", "cost", "day"]);
    expect(cells.campaign?.[1499]).toBe("C1499");
    expect(cells.cost?.slice(0, 3)).toEqual([Number.NaN, 0.25, 0.5]);
    const made = snapshotFor({ ...shared, info: live, outcome: ran, inputs }, options);
    expect(made.result).toBe(null);
    expect(JSON.stringify(made)).not.toContain("a person");
  });

  it("opens as files whose columns are named by their roles", async () => {
    const made = {
      ...plan(3),
      inputs: {
        campaigns: [{ rows: 2, columns: { campaign: text(['a "b", c', "=x"]), cost: numbers([1.5, Number.NaN]) } }],
      },
    };
    const [{ input, file } = { input: "", file: new File([], "") }] = filesOf(made, "shared_report_3");
    expect([input, file.name]).toEqual(["campaigns", "campaigns.csv"]);
    expect(await file.text()).toBe('campaign,cost,shared_report_3\n"a ""b"", c",1.5,yes\n=x,,yes\n');
    const request = requestFor(made, { campaigns: 7 }, { a: 1 }, live);
    expect(request).toEqual({
      inputs: { campaigns: { table: 7, roles: { campaign: "campaign", cost: "cost" } }, orders: { table: null } },
      params: { a: 1 },
    });
  });
});

describe("a CSV made in the page", () => {
  it("is neutral where a spreadsheet may open it", () => {
    const frame = {
      rows: 4,
      columns: { name: text(["=1+1", "-5", "@x", " a"]), value: numbers([-1, 2, 3, Number.NaN]) },
    };
    expect(toCsv(frame, true)).toBe(`name,value\n'=1+1,-1\n-5,2\n'@x,3\n" a",\n`);
    expect(toCsv(frame)).toContain("\n=1+1,-1\n");
  });
});
