// What is said of segments: money spent without sales, one segment alone, campaigns without orders.
import { expect, it } from "vitest";
import { efficiencyTitle, segmentsOf } from "../../../web/src/analyses/impact/charts/efficiency-bars";
import { quadrantsOf, quadrantTitle } from "../../../web/src/analyses/impact/charts/quadrants";
import { twin } from "../../../web/src/analyses/impact/charts/tables";

const words = { currency: "USD", locale: "en-US" };

const segments = (names: string[], index: number[]) => {
  const { data } = twin("Segment", names, [
    { name: "efficiency_index", label: "", values: index },
    { name: "spend", label: "", values: index.map(() => 20) },
    { name: "spend_share_pct", label: "", values: index.map(() => 100 / index.length) },
    { name: "revenue_share_pct", label: "", values: index.map((one) => (one * 100) / index.length) },
  ]);
  return efficiencyTitle(segmentsOf(data), words);
};

it("spend without sales is not called no spend", () => {
  expect(segments(["EXACT", "BROAD"], [Number.NaN, Number.NaN])).toContain("Nothing was sold");
  expect(segments([], [])).toBe("Nothing was spent");
});

it("one segment is compared with nothing, and rows without a match type are named", () => {
  expect(segments(["No match type"], [1])).toBe("All of the spend is in one segment: No match type");
  expect(segments(["EXACT", "Automatic targeting"], [1.5, 0.5])).toContain("Automatic targeting takes 50%");
});

it("campaigns without orders are not said to be without spend", () => {
  const { data } = twin(
    "Campaign",
    ["A"],
    [
      { name: "median_roas", label: "", values: [2] },
      { name: "median_cvr", label: "", values: [Number.NaN] },
    ],
  );
  expect(quadrantTitle(quadrantsOf(data), words)).toContain("Without orders");
});
