// What the charts draw, decided before anything is drawn.
import { describe, expect, it } from "vitest";
import { coverageTitle, curveNames, curvePoints, targetOf } from "../../../web/src/analyses/scoring/adsets/coverage";
import { boundsOf, radius, scaleFor, scatterOf } from "../../../web/src/analyses/scoring/adsets/scatter";
import { spendByChannel, spendTable, spendTitle } from "../../../web/src/analyses/scoring/adsets/spend-bars";
import { samplePoints } from "../../../web/src/ui/chart/sample";
import type { Column, TableData } from "../../../web/src/ui/types";

const numbers = (...values: number[]): Column => ({ kind: "number", values: Float64Array.from(values) });
const texts = (...values: string[]): Column => {
  const dictionary = [...new Set(values)];
  return { kind: "text", codes: Int32Array.from(values, (value) => dictionary.indexOf(value)), dictionary };
};
const dollars = { currency: "USD", locale: "en-US" };

const adsets: TableData = {
  rows: 5,
  columns: {
    channel: texts("Meta", "Meta", "TikTok", "TikTok", ""),
    score_bucket: numbers(1, -1, -1, Number.NaN, 0),
    estimated_cac: numbers(20, 900, 100, Number.NaN, 50),
    avg_pltv_influ_LB: numbers(90, 60, 70, 80, 52),
    weekly_spend: numbers(100, 400, 250, 10, 5),
  },
};

describe("sampling", () => {
  it("keeps everything when there is little", () => {
    expect(Array.from(samplePoints([3, 1, 2], 5))).toEqual([0, 1, 2]);
  });

  it("keeps the heaviest, an even choice of the others, and no point twice", () => {
    const weights = Float64Array.from({ length: 20000 }, (_, index) => (index % 7 === 0 ? Number.NaN : index));
    const chosen = samplePoints(weights, 5000);
    expect(chosen.length).toBe(5000);
    expect(new Set(chosen).size).toBe(5000);
    expect(chosen.at(-1)).toBe(19998);
    expect(chosen[0]).toBeLessThan(2000);
  });
});

describe("CAC against pLTV", () => {
  it("leaves out what has no score, draws large shapes first and areas by spend", () => {
    const scatter = scatterOf(adsets);
    expect([scatter.drawn, scatter.total]).toEqual([4, 4]);
    expect(scatter.groups.reduce.map((point) => point.row)).toEqual([1, 2]);
    expect(radius(100, 400, 24)).toBe(12);
    expect(radius(0, 400)).toBe(3);
  });

  it("takes a logarithmic axis where CACs are far apart", () => {
    const scatter = scatterOf(adsets);
    expect(scaleFor(scatter)).toBe("logarithmic");
    expect(boundsOf(scatter, "x", "linear").min).toBe(0);
    expect(boundsOf(scatter, "y", "logarithmic").min).toBeCloseTo(52 / 1.2);
    expect(boundsOf(scatterOf({ rows: 0, columns: {} }), "x", "linear")).toEqual({});
  });
});

describe("spend by channel", () => {
  it("is split by advice and adds up", () => {
    const splits = spendByChannel(adsets);
    expect(splits.map((split) => [split.channel, split.total, split.scale, split.reduce, split.unscored])).toEqual([
      ["Meta", 500, 100, 400, 0],
      ["TikTok", 260, 0, 250, 10],
      ["No channel", 5, 0, 0, 0],
    ]);
    expect(spendTitle(splits, dollars)).toBe("Meta spends most on adsets to reduce: $400, 80% of its week");
    expect(spendTitle([], dollars)).toBe("Nothing was spent this week");
    expect(spendTable(splits).rows).toBe(3);
  });
});

describe("coverage", () => {
  const table: TableData = {
    rows: 5,
    columns: {
      curve: texts("Meta", "ALL", "ALL", "ALL", "ALL"),
      coverage: numbers(1, 0.2, 0.5, 0.8, 1),
      cum_cac: numbers(9, Number.NaN, 40, 60, 75),
    },
  };

  it("finds the price of the target share", () => {
    const points = curvePoints(table, "ALL");
    expect(points.map((point) => point.x)).toEqual([0.5, 0.8, 1]);
    expect(targetOf(points, 0.8)?.y).toBe(60);
    expect(coverageTitle(targetOf(points, 0.8), 0.8, dollars)).toBe("80% of spend comes at a cumulative CAC of $60");
    expect(coverageTitle(null, 0.8, dollars)).toContain("do not cover 80%");
    expect(curveNames(table)).toEqual(["ALL", "Meta"]);
  });
});
