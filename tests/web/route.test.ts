// The address and the page name each other.
import fc from "fast-check";
import { expect, test } from "vitest";
import { dataPage, formatRoute, parseRoute } from "../../web/src/state/route";

test("an empty or strange address is the data page", () => {
  for (const hash of ["", "#", "#/", "#/../../etc", "#/<script>", "#//x"]) {
    expect(parseRoute(hash)).toEqual({ page: dataPage, view: {} });
  }
});

test("an analysis and its view", () => {
  const route = parseRoute("#/scoring/adsets?table=campaigns&q=a%26b");
  expect(route).toEqual({ page: "scoring/adsets", view: { table: "campaigns", q: "a&b" } });
  expect(parseRoute(formatRoute(route))).toEqual(route);
});

test("every view survives the address", () => {
  const name = fc.string({ minLength: 1 });
  const view = fc.dictionary(name, fc.string({ unit: "grapheme" }), { noNullPrototype: true });
  fc.assert(
    fc.property(view, (wanted) => {
      const again = parseRoute(formatRoute({ page: "budget/plan", view: wanted }));
      expect(again).toEqual({ page: "budget/plan", view: wanted });
    }),
  );
});
