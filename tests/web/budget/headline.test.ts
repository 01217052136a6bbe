// The sentence over a plan says what moves, what it should bring, and no more than the interval allows.
import { expect, test } from "vitest";
import { findings, headline } from "../../../web/src/analyses/budget/reallocate/headline";
import { readScalars } from "../../../web/src/analyses/budget/reallocate/read";
import type { RunOutcome } from "../../../web/src/engine/types";

const words = { currency: "USD", locale: "en-US" };
const gain = {
  campaigns: 70,
  winners: 30,
  losers: 31,
  at_bounds: 12,
  baseline_budget: 20_000,
  optimized_budget: 20_000,
  moved: 4310.2,
  baseline_value: 1000,
  optimized_value: 1090,
  lift: 90,
  lift_share: 0.09,
  verdict: "gain",
  shrunk_lift: 61,
  shrunk_lift_share: 0.061,
  lift_low: 42,
  lift_high: 80,
};

function said(scalars: Record<string, number | string | null>, params: Record<string, unknown> = {}): string {
  const outcome: Pick<RunOutcome, "params" | "notices"> = { params, notices: [] };
  return headline(readScalars({ ...gain, ...scalars }), outcome, words);
}

test("a gain names the money, the campaigns and the interval", () => {
  expect(said({})).toBe(
    "Moving $4,310 between 61 campaigns should bring 6.1% more conversions (80% interval 4.2% to 8%)",
  );
  expect(said({}, { objective: "revenue" })).toContain("6.1% more revenue");
});

test("an interval that holds zero is no promise", () => {
  const text = said({ verdict: "as_good", lift_low: -10, lift_high: 20, shrunk_lift_share: 0.004 });
  expect(text).toMatch(/^Today's split is as good as we can tell/);
  expect(text).toContain("-1% to +2%");
  expect(text).not.toContain("should");
});

test("a loss, no change, another total and an unknown certainty are said as such", () => {
  expect(said({ verdict: "loss", shrunk_lift_share: -0.02, lift_low: -40, lift_high: -5 })).toContain(
    "would probably bring 2% fewer conversions",
  );
  expect(said({ winners: 0, losers: 0 })).toBe("Within these limits today's split is already the best");
  expect(said({ optimized_budget: 25_000 })).toMatch(
    /^Spending \$5,000 more, split over 70 campaigns this way, should/,
  );
  expect(said({ verdict: "unknown", shrunk_lift_share: null })).toBe(
    "Moving $4,310 between 61 campaigns brings 9% more conversions at today's rates",
  );
});

test("a plan on one card is not sold as a gain", () => {
  const notice = { code: "plan_concentrated", severity: "warning" as const, numbers: { share: 0.98 }, texts: {} };
  const outcome = { params: {}, notices: [notice] };
  expect(headline(readScalars(gain), outcome, words)).toBe(
    "Without limits the plan puts 98% of the budget on one campaign: set some before you trust it",
  );
});

test("findings name the largest moves either way", () => {
  const campaign = { kind: "text" as const, codes: Int32Array.from([0, 1, 2]), dictionary: ["a", "b", "c"] };
  const change = { kind: "number" as const, values: Float64Array.from([10, -300, 290]) };
  const table = { rows: 3, columns: { campaign, budget_change: change } };
  const [first, second] = findings(readScalars(gain), {}, table, words);
  expect(first?.text).toBe("Most goes to c (+$290), most comes from b (-$300)");
  expect(second?.text).toContain("+6.1% is what is left once luck is discounted");
});
