// What the attribution pages say and draw, from small results.
import { expect, test } from "vitest";
import { findings, headline } from "../../../web/src/analyses/attribution/paths/headline";
import {
  channelsBy,
  meanLength,
  medianLag,
  readCredits,
  readScalars,
  speaking,
} from "../../../web/src/analyses/attribution/paths/read";
import { picked } from "../../../web/src/analyses/attribution/read";
import { headline as sessionHeadline } from "../../../web/src/analyses/attribution/sessions/headline";
import { duration, groupsOf, readScalars as sessionScalars } from "../../../web/src/analyses/attribution/sessions/read";
import { modelInText } from "../../../web/src/ui/attribution-words";
import type { Column, TableData } from "../../../web/src/ui/types";

const texts = (...values: string[]): Column => {
  const dictionary = [...new Set(values)];
  return { kind: "text", codes: Int32Array.from(values, (value) => dictionary.indexOf(value)), dictionary };
};
const numbers = (...values: number[]): Column => ({ kind: "number", values: Float64Array.from(values) });
const table = (columns: Record<string, Column>, rows: number): TableData => ({ rows, columns });

const credits = readCredits(
  table(
    {
      channel: texts("A", "B", "A", "B"),
      model: texts("last", "last", "markov", "markov"),
      conversions: numbers(80, 20, 50, 50),
      share: numbers(0.8, 0.2, 0.5, 0.5),
      share_low: numbers(0.7, 0.1, 0.45, 0.44),
      share_high: numbers(0.9, 0.3, 0.56, 0.55),
      difference_to_last: numbers(0, 0, -30, 30),
      value_difference_to_last: numbers(0, 0, -2000, 2500),
    },
    4,
  ),
);
const scalars = readScalars({ conversions: 100, journeys: 400, conversion_rate: 0.25, value: 9000 });
const words = { currency: "USD", locale: "en-US" };

test("the headline is about the channel that last touch misjudges most, with money and interval", () => {
  expect(headline(scalars, credits, "markov", words)).toBe(
    "B probably earned $2,500 more than last touch shows: 50% (44% to 55%) of the conversions by the Markov chain, not 20%.",
  );
});

test("intervals that overlap make a difference no more than possible", () => {
  const unsure = credits.map((credit) => (credit.model === "last" ? { ...credit, low: 0.1, high: 0.9 } : credit));
  expect(headline(scalars, unsure, "markov", words)).toContain("B may have earned $2,500 more");
});

test("by last touch itself there is nothing to set against, and the leader is named", () => {
  expect(headline(scalars, credits, "last", words)).toBe(
    "By last touch, A earned most: 80% (70% to 90%) of 100 conversions.",
  );
});

test("without a currency a number is said to be value, without value it is conversions", () => {
  expect(headline(scalars, credits, "markov", { currency: "", locale: "en-US" })).toContain("2,500 more value than");
  const bare = credits.map((credit) => ({ ...credit, valueLessLast: Number.NaN }));
  expect(headline(scalars, bare, "markov", words)).toContain("earned 30 conversions less");
});

test("the page speaks of the chain unless another model is asked for", () => {
  expect(speaking(credits, undefined)).toBe("markov");
  expect(speaking(credits, "last")).toBe("last");
  expect(speaking(credits, "nonsense")).toBe("markov");
  expect(channelsBy(credits, "last")).toEqual(["A", "B"]);
});

test("findings name the opener and the days until half have converted", () => {
  const assists = table(
    { channel: texts("A", "B"), conversions: numbers(90, 40), first: numbers(30, 60), last: numbers(80, 20) },
    2,
  );
  const lags = table({ days: numbers(0, 1, 2), cumulative_share: numbers(0.3, 0.6, 1) }, 3);
  const found = findings(credits, { assists, lags }, words).map((finding) => finding.text);
  expect(found[0]).toContain("B opened 60");
  expect(found[1]).toContain("within 1 day");
  expect(medianLag(lags)).toBe(1);
});

test("the mean length is of converting journeys", () => {
  expect(meanLength(table({ touches: numbers(1, 3), conversions: numbers(10, 30) }, 2))).toBe(2.5);
});

test("rows are picked in the order asked for", () => {
  const two = picked(table({ name: texts("x", "y", "z"), n: numbers(1, 2, 3) }, 3), [2, 0]);
  expect(Array.from((two.columns.n as { values: Float64Array }).values)).toEqual([3, 1]);
});

test("models keep their proper names within a sentence", () => {
  expect([modelInText("first"), modelInText("shapley_rate"), modelInText("markov")]).toEqual([
    "first touch",
    "Shapley, rates",
    "the Markov chain",
  ]);
});

test("durations are said as a person would", () => {
  expect([45, 89, 90, 564.5, 5400, 11160].map((seconds) => duration(seconds, "en-US"))).toEqual([
    "45 seconds",
    "89 seconds",
    "1.5 minutes",
    "9.4 minutes",
    "1.5 hours",
    "3.1 hours",
  ]);
});

test("the session headline has the median and the outliers", () => {
  const read = sessionScalars({ sessions: 5000, median: 564.5, outlier_share: 0.0186, longest: 4401 });
  expect(sessionHeadline(read, words)).toBe(
    "Half of 5,000 sessions last longer than 9.4 minutes; 1.9% are outliers, the longest of 73.4 minutes.",
  );
});

test("groups are those of one dimension", () => {
  const groups = table({ dimension: texts("all", "page"), group: texts("All", "Home"), sessions: numbers(9, 4) }, 2);
  expect(groupsOf(groups, "page").map((group) => group.group)).toEqual(["Home"]);
});
