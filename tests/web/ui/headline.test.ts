// The sentence with money in it, its findings and its figures, in every case that data can bring.
import { describe, expect, it } from "vitest";
import { assumptions } from "../../../web/src/analyses/scoring/adsets/assumptions";
import { figures } from "../../../web/src/analyses/scoring/adsets/figures";
import { findings } from "../../../web/src/analyses/scoring/adsets/findings";
import { headline } from "../../../web/src/analyses/scoring/adsets/headline";
import { empty, readScalars, type Scalars } from "../../../web/src/analyses/scoring/adsets/read";
import type { TableData } from "../../../web/src/ui/types";

const base: Scalars = readScalars({
  as_of_week: "2024-05-20",
  adsets_seen: 200,
  adsets_scored: 150,
  adsets_dropped: 50,
  scale_count: 37,
  hold_count: 49,
  reduce_count: 64,
  unscored_count: 0,
  weekly_spend: 50000,
  weekly_spend_scale: 20000,
  weekly_spend_hold: 17600,
  weekly_spend_reduce: 12400,
  weekly_spend_above_break_even: 12400,
  spend_coverage: 0.97,
  lb_count: 120,
  binomial_count: 30,
  undecided_count: 12,
  weekly_spend_undecided: 3456,
  changed_count: 9,
  weeks_in_data: 16,
});
const dollars = { currency: "USD", locale: "en-US" };
const say = (over: Partial<Scalars>, words = dollars) => headline({ ...base, ...over }, words);

describe("headline", () => {
  it("has money in it", () => {
    expect(say({})).toBe("Scale 37 adsets, reduce 64: $12,400 a week is spent above break-even");
  });

  it("says how much of the money is not sure yet", () => {
    expect(say({ spendAboveUnclear: 3456 })).toMatch(
      /\$12,400 a week is spent above break-even, \$3,460 of it not sure yet$/,
    );
    expect(say({ spendAboveUnclear: 12400 })).toMatch(/break-even, though none of it is sure yet$/);
    expect(say({ scale: 0, spendAboveUnclear: 60 })).toMatch(/^Reduce 64 adsets: .*, \$60 of it not sure yet$/);
  });

  it("works without a currency", () => {
    expect(say({}, { currency: "", locale: "en-US" })).toBe(
      "Scale 37 adsets, reduce 64: 12,400 a week is spent above break-even",
    );
  });

  it("agrees in number", () => {
    expect(say({ scale: 1, reduce: 1 })).toMatch(/^Scale 1 adset, reduce 1: /);
    expect(say({ scale: 0, reduce: 1 })).toMatch(/^Reduce 1 adset: /);
  });

  it("rounds to three digits", () => {
    expect(say({ spendAbove: 141876.4 })).toContain("$142,000 a week");
    expect(say({ spendAbove: 56.7 })).toContain("$57 a week");
  });

  it("says so when there is nothing to scale, to reduce, or to do", () => {
    expect(say({ scale: 0 })).toBe("Reduce 64 adsets: $12,400 a week is spent above break-even");
    expect(say({ reduce: 0, spendReduce: 0 })).toBe(
      "Scale 37 adsets: $20,000 a week goes where an order is worth more than it costs",
    );
    expect(say({ scale: 0, reduce: 0 })).toBe("Hold all 49 adsets: none is clearly above or below break-even");
    expect(say({ scale: 0, reduce: 0, hold: 1 })).toMatch(/^Hold the one adset/);
    expect(say({ spendReduce: 0, spendAbove: 0 })).toBe(
      "Scale 37 adsets, reduce 64: an order there costs more than it is worth",
    );
  });

  it("says so when nothing can be scored", () => {
    expect(say({ scored: 0, scale: 0, reduce: 0 })).toBe("No adset has enough data to be scored yet");
    expect(say({ scale: 0, reduce: 0, hold: 0, unscored: 150 })).toMatch(/^No adset can be scored yet/);
    expect(say({ seen: 0 })).toBe("There are no adsets in this data");
  });
});

const numbers = (values: number[]) => ({ kind: "number" as const, values: Float64Array.from(values) });

function table(rows: [channel: string, bucket: number, spend: number, reason: string][]): TableData {
  const words = (pick: (row: (typeof rows)[number]) => string) => {
    const dictionary = [...new Set(rows.map(pick))];
    return { kind: "text" as const, codes: Int32Array.from(rows, (row) => dictionary.indexOf(pick(row))), dictionary };
  };
  return {
    rows: rows.length,
    columns: {
      channel: words((row) => row[0]),
      selection_reason: words((row) => row[3]),
      score_bucket: { kind: "number", values: Float64Array.from(rows, (row) => row[1]) },
      weekly_spend: { kind: "number", values: Float64Array.from(rows, (row) => row[2]) },
    },
  };
}

describe("findings", () => {
  const adsets = table([
    ["Meta", -1, 8000, "LB"],
    ["Meta", -1, 1000, "LB"],
    ["TikTok", -1, 3400, "Binomial optimistic"],
    ["TikTok", 1, 500, "Binomial optimistic"],
    ["Meta", 1, 900, "LB"],
  ]);

  it("are at most three, each with the view that shows it", () => {
    const found = findings({ ...base, scale: 2, reduce: 3, undecided: 0, changed: 0 }, adsets, dollars);
    expect(found.map((finding) => finding.text)).toEqual([
      "Meta has the largest share: $9,000 a week in 2 adsets, 73% of the spend to reduce",
      "1 of the 2 adsets to scale rests on an optimistic CAC: there are too few clicks and orders yet to be sure",
      "50 adsets were left out for too little data, with 3% of recent spend",
    ]);
    expect(found.map((finding) => finding.view)).toEqual([
      { table: "adsets", bucket: "-1", channel: "Meta" },
      { table: "adsets", bucket: "1", reason: "Binomial optimistic" },
      { table: "dropped" },
    ]);
  });

  it("say what cannot be told, never more surely than the numbers do", () => {
    const clicks = { clicks_needed: numbers([Number.NaN, 183, 51, 2600, 7]), undecided: numbers([0, 1, 1, 1, 0]) };
    const unclear = { ...adsets, columns: { ...adsets.columns, ...clicks } };
    const [, second, third] = findings(base, unclear, dollars);
    expect(second?.text).toBe(
      "Cannot tell yet for 12 adsets with $3,460 a week: about 180 more clicks each would settle half of them",
    );
    expect(second?.view).toEqual({ table: "adsets", unclear: "1" });
    expect(third).toEqual({
      text: "9 adsets changed advice, came in or dropped out since the week before",
      view: { table: "changes" },
    });
    const one = findings({ ...base, undecided: 1, spendReduce: 0 }, unclear, dollars);
    expect(one[0]?.text).toBe("Cannot tell yet for 1 adset with $3,460 a week: about 180 more clicks would");
    expect(findings({ ...base, spendReduce: 0 }, empty, dollars)[0]?.text).toBe(
      "Cannot tell yet for 12 adsets with $3,460 a week",
    );
  });

  it("leave out what would say nothing", () => {
    const quiet = { ...base, dropped: 0, spendReduce: 0, undecided: 0, changed: 0 };
    expect(findings(quiet, empty, dollars)).toEqual([]);
    const one = table([["Meta", -1, 100, "LB"]]);
    expect(findings({ ...quiet, spendReduce: 100 }, one, dollars)).toEqual([]);
  });
});

describe("figures and assumptions", () => {
  it("are five, with shares and full values", () => {
    const shown = figures(base, dollars);
    expect(shown.map((figure) => figure.value)).toEqual(["$50,000", "$20,000", "$17,600", "$12,400", "97%"]);
    expect(shown[3].note).toBe("64 adsets, 25% of spend");
    expect(shown[4].note).toBe("CAC 120 measured, 30 optimistic; 12 not yet clear");
    expect(figures({ ...base, pause: 5 }, dollars)[3].label).toBe("To reduce, 5 to pause");
  });

  it("survive a result without any figures", () => {
    const bare = readScalars({});
    expect(figures(bare, dollars)).toHaveLength(5);
    expect(headline(bare, dollars)).toBe("There are no adsets in this data");
  });

  it("name the parameters that were used", () => {
    const text = assumptions({ min_spend: 250, dead_zone: 0.2 }, dollars).join(" ");
    expect(text).toContain("250 USD");
    expect(text).toContain("within 0.2 of break-even");
  });
});
