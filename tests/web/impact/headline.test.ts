// What the page of decisions says first: no surer than the interval, and which figure to trust.
import { describe, expect, it } from "vitest";
import { headline as bridgeHeadline } from "../../../web/src/analyses/impact/bridge/steps";
import { bounds } from "../../../web/src/analyses/impact/decisions/by-type";
import { figures } from "../../../web/src/analyses/impact/decisions/figures";
import { exclusions, findings, headline, sum } from "../../../web/src/analyses/impact/decisions/headline";
import { readScalars } from "../../../web/src/analyses/impact/decisions/read";
import { timelineOf, timelineTitle } from "../../../web/src/analyses/impact/decisions/timeline";

const words = { currency: "USD", locale: "en-US" };

const scalars = (more: Record<string, number | string> = {}) =>
  readScalars({
    actions: 274,
    mature: 240,
    counted: 213,
    excluded_immature: 34,
    excluded_not_implemented: 20,
    excluded_market_drag: 7,
    excluded_unverified: 0,
    net_impact: 18240,
    net_low: 9100,
    net_high: 27600,
    controlled_net: 4100,
    controlled_low: -900,
    controlled_high: 9300,
    controlled_actions: 180,
    placebo_net: 9000,
    trust: "controlled",
    trust_reason: "pays_for_nothing",
    ...more,
  });

describe("the headline", () => {
  it("does not claim what the interval leaves open", () => {
    expect(headline(scalars(), 0.8, words)).toBe(
      "Cannot tell yet whether decisions made money: +$4,100 (80% interval -$900 to $9,300) against untouched look-alikes",
    );
  });

  it("says gain or loss where the interval is clear of 0", () => {
    const gain = headline(scalars({ controlled_low: 900 }), 0.8, words);
    expect(gain).toContain("Decisions made about $4,100");
    const loss = headline(scalars({ controlled_net: -500, controlled_low: -900, controlled_high: -100 }), 0.9, words);
    expect(loss).toContain("Decisions lost about $500");
    expect(loss).toContain("90% interval");
  });

  it("gives the formula's figure where both agree, and says when nothing checks it", () => {
    expect(headline(scalars({ trust_reason: "they_agree" }), 0.8, words)).toBe(
      "Verified decisions made $18,200 (80% interval $9,100 to $27,600), and untouched look-alikes agree",
    );
    const alone = scalars({ trust: "neither", trust_reason: "too_few_controls" });
    expect(headline(alone, 0.8, words)).toContain("nothing checks it");
    const unchecked = { trust: "unchecked", trust_reason: "not_checked" };
    for (const low of [-900, 900]) {
      const said = headline(scalars({ ...unchecked, controlled_low: low }), 0.8, words);
      expect(said).toContain("a comparison that could not be checked");
    }
    expect(findings(scalars(unchecked), words)[0]?.text).toContain("could not be checked");
    expect(headline(scalars({ mature: 0 }), 0.8, words)).toContain("No action is old enough");
    expect(headline(scalars({ actions: 0 }), 0.8, words)).toContain("no action");
  });
});

describe("the findings", () => {
  it("name what was excluded and why, the most first", () => {
    expect(exclusions(scalars(), words)).toBe(
      "61 of 274 actions excluded: 34 too young, 20 not carried out, 7 market drag.",
    );
  });

  it("say which figure to trust and why", () => {
    const [first, , third] = findings(scalars(), words);
    expect(first?.text).toContain("$9,000 to look-alikes that nobody touched");
    expect(first?.text).toContain("Trust the comparison");
    const unpaid = scalars({ trust_reason: "they_differ", placebo_net: Number.NaN });
    expect(findings(unpaid, words)[0]?.text).toContain("the formula charges no sales given up");
    expect(figures(unpaid, 0.8, words).find(({ label }) => label === "Paid for nothing")?.value).toBe("Not known");
    expect(third?.text).toContain("No single action stands out");
    expect(findings(scalars({ discoveries: 1 }), words)[2]?.text).toContain("1 action stands out");
  });
});

it("sums are rounded to what a person remembers", () => {
  expect(sum(-1234.5, words)).toBe("-$1,230");
  expect(sum(12.4, words, true)).toBe("+$12");
  expect(sum(0, words, true)).toBe("$0");
});

it("axes end at whole steps around every interval", () => {
  const { min, max } = bounds([{ value: 961, low: -4.9, high: 2219 }]);
  expect(min).toBeLessThanOrEqual(-4.9);
  expect(max).toBeGreaterThanOrEqual(2219);
  expect(max % 100).toBe(0);
});

it("the curve of sales is told by day or by week, as the dates are apart", () => {
  const timeline = (step: number, first = 0) =>
    timelineOf({
      rows: 4,
      columns: {
        date: { kind: "day", days: Int32Array.from([first, 1, 2, 3].map((k) => k * step)) },
        sales: { kind: "number", values: Float64Array.of(10, 20, 30, 40) },
        spend: { kind: "number", values: Float64Array.of(1, 1, 1, 1) },
        actions: { kind: "number", values: Float64Array.of(0, 0, 2, 0) },
      },
    });
  expect(timelineTitle(timeline(1), words)).toContain("$15 a day before the first action");
  expect(timelineTitle(timeline(7), words)).toContain("a week before");
  expect(timelineTitle(timeline(30), words)).toContain("a period before");
  // One row of long ago does not make weeks of days.
  expect(timelineTitle(timeline(1, -9999), words)).toContain("a day before");
});

it("the bridge names the main cause", () => {
  const causes = [
    { name: "Mix", points: -0.04, sales: -40 },
    { name: "Conversion rate", points: -0.81, sales: -900 },
  ];
  expect(bridgeHeadline(3.4, 2.55, causes, "en-US")).toBe(
    "ROAS fell from 3.4 to 2.55, mostly by conversion rate (-0.81)",
  );
  expect(bridgeHeadline(3.4, 3.4, causes, "en-US")).toContain("stayed");
});
