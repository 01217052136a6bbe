// The bridge's headline: what brought the change about, not what worked against it.
import { expect, it } from "vitest";
import { headline } from "../../../web/src/analyses/impact/bridge/steps";

const cause = (name: string, points: number) => ({ name, points, sales: 0 });

it("names the largest cause in the direction of the change", () => {
  const causes = [cause("Mix", 0.7), cause("Conversion rate", -1.2), cause("Order value", 0.6)];
  expect(headline(2, 2.1, causes, "en-US")).toBe("ROAS rose from 2 to 2.1, mostly by mix (+0.70)");
  expect(headline(2.6, 2, [cause("Mix", 0.7), cause("Conversion rate", -1.3)], "en-US")).toContain(
    "mostly by conversion rate",
  );
});

it("says what could not be split", () => {
  expect(headline(1, 2, [cause("Mix", 0), cause("Not split", 1)], "en-US")).toContain(
    "mostly by what could not be split (+1.00)",
  );
});
