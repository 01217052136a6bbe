// What the scoring says of itself on one page, with and without the figures of its confidence.
import { describe, expect, it } from "vitest";
import { generic } from "../../../web/src/analyses/generic-summary";
import { reader } from "../../../web/src/analyses/scoring/adsets/read";
import scoring, { sureness } from "../../../web/src/analyses/scoring/adsets/summary";
import { dataUsed } from "../../../web/src/state/data-used";
import { table } from "../samples";
import { adsetColumns, given, hostile, numbers, outcome, text } from "./given";

const words = { currency: "USD", locale: "en-US" };
const rows = hostile.length;

function withConfidence(more: Record<string, number[] | string[]>) {
  const added = Object.entries(more).map(([name, values]) => [
    name,
    typeof values[0] === "string" ? text(values as string[]) : numbers(values as number[]),
  ]);
  const columns = { ...adsetColumns, ...Object.fromEntries(added) };
  const tables = { ...outcome.result.tables, adsets: { rows, columns } };
  return { ...given, outcome: { ...outcome, result: { ...outcome.result, tables } } };
}

const full = (value: number) => Array.from({ length: rows }, () => value);
const actions = hostile.map(
  (_, row) => ["scale", "scale", "scale", "hold", "reduce", "pause", "reduce", "hold"][row] ?? "",
);

describe("the summary of a scoring", () => {
  it("lists what to reduce and to scale by this week's spend", () => {
    const { tables, headline, setAside } = scoring.summarise(given);
    expect(headline).toBe("Scale 3 adsets, reduce 3: $7,000 a week is spent above break-even");
    expect(tables.map(({ title }) => title)).toEqual(["To reduce first", "To scale first", "By channel"]);
    expect(tables[0]?.rows.map(([first]) => first)).toEqual([hostile[6], hostile[5], hostile[4]]);
    expect(tables[0]?.columns.map(({ label }) => label)).toContain("CAC");
    expect(setAside).toEqual(["1 adset spent too little.", "1 adset had too few clicks or orders."]);
  });

  it("lists by money at stake, with the interval and the action, where the engine says them", () => {
    const stake = hostile.map((_, row) => (row < 4 ? 100 + row : row === 4 ? -900 : -10 * row));
    const more = { money_at_stake: stake, cac_lower: full(70), cac_upper: full(95.5), action: actions };
    const [reduce] = scoring.summarise(withConfidence(more)).tables;
    expect(reduce?.rows.map(([first]) => first)).toEqual([hostile[4], hostile[6], `${hostile[5]} (pause)`]);
    expect(reduce?.columns.map(({ label }) => label)).toContain("CAC (80% interval)");
    expect(reduce?.rows[0]?.slice(2, 5)).toEqual(["$1,005", "-$900", "$84.13 ($70 to $95.50)"]);
  });

  it("names the interval by the error level that was chosen", () => {
    const wide = withConfidence({ cac_lower: full(70), cac_upper: full(95.5) });
    const outcome = { ...wide.outcome, params: { ...wide.outcome.params, alpha: 0.05 } };
    const labels = scoring.summarise({ ...wide, outcome }).tables[0]?.columns.map(({ label }) => label);
    expect(labels).toContain("CAC (95% interval)");
  });

  it("claims no more than the interval does", () => {
    const at = (p: number, more: Record<string, number[]> = {}, row = 0) => {
      const { result } = withConfidence({ p_profitable: full(p), ...more }).outcome;
      return sureness(reader(result.tables.adsets ?? { rows: 0, columns: {} }), row, words);
    };
    const open = (clicks: number) => ({ undecided: full(1), clicks_needed: full(clicks) });
    expect(at(0.86)).toBe("Cannot tell yet (86% likely to pay)");
    expect(at(0.86, open(179.2))).toBe("Cannot tell yet (86% likely to pay): about 180 more clicks would");
    expect(at(0.6, open(Number.POSITIVE_INFINITY))).toBe("Cannot tell yet (60% likely to pay)");
    expect(at(0.6, open(Number.NaN))).toBe("Cannot tell yet (60% likely to pay)");
    expect(at(0.86, { undecided: full(0) })).toBe("Probably pays (86%)");
    expect(at(0.95)).toBe("Probably pays (95%)");
    expect(at(0.9999)).toBe("Probably pays (over 99%)");
    expect(at(0.1)).toBe("Probably does not pay (90%)");
    expect(at(0.1, {}, 1)).toBe("Probably does not pay (90%): its CAC is a best case");
    const plain = reader({ rows, columns: adsetColumns });
    expect(sureness(plain, 0, words)).toBe("Measured");
    expect(sureness(plain, 1, words)).toMatch(/^Best case/);
  });

  it("tells of changes since the week before, once, and never more than three things", () => {
    const scalars = { ...outcome.result.scalars, changed_count: 4, undecided_count: 2, weekly_spend_undecided: 90 };
    const told = (tables: typeof outcome.result.tables) =>
      scoring.summarise({ ...given, outcome: { ...outcome, result: { scalars, tables } } }).findings;
    const findings = told(outcome.result.tables);
    expect(findings[1]).toMatch(/^4 adsets changed advice, came in or dropped out/);
    expect(findings).toHaveLength(3);
    const columns = { ...adsetColumns, channel: text(hostile.map(() => "Meta")) };
    const ofOneChannel = told({ ...outcome.result.tables, adsets: { rows, columns } });
    expect(ofOneChannel.filter((one) => one.includes("changed advice"))).toHaveLength(1);
    expect(ofOneChannel[0]).toMatch(/^Cannot tell yet for 2 adsets/);
  });

  it("says so when there is nothing to say", () => {
    const result = { scalars: {}, tables: {} };
    const { headline, tables, figures } = scoring.summarise({ ...given, outcome: { ...outcome, params: {}, result } });
    expect(headline).toBe("There are no adsets in this data");
    expect([...tables, ...figures]).toEqual([]);
  });
});

describe("the summary of any analysis", () => {
  it("is made from its schema", () => {
    const { headline, figures, tables } = generic.summarise(given);
    expect(headline).toBe(given.info.question);
    expect(figures.map(({ value }) => value)).toEqual(["Nov 16, 2026", "$8,032", "10"]);
    expect(tables[0]?.rows).toHaveLength(5);
    expect(tables[0]?.rest).toBe("and 3 more rows in the workbook");
  });
});

describe("the data used", () => {
  it("is every table that was read, appended ones too, and no other", () => {
    const tables = [1, 2, 3].map((id) => table(id, []));
    const inputs = { performance: { table: 1, tables: [1, 3], name: "t", rows: 2, roles: {} } };
    expect(dataUsed({ ...outcome, inputs }, tables).map(({ name }) => name)).toEqual(["table 1", "table 3"]);
    expect(dataUsed(outcome, tables).map(({ name }) => name)).toEqual(["table 1"]);
  });
});
