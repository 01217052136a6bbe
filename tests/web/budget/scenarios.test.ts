// Scenarios: kept and read back whole however damaged, named once each, one of them the plan.
import { expect, test } from "vitest";
import {
  added,
  marked,
  readScenarios,
  removed,
  renamed,
  replaced,
  type Scenario,
} from "../../../web/src/state/scenarios";

const two = added(added([], "Careful", { max_change: 0.1 }), "Careful", {});

test("names and ids are unique, also after one is gone", () => {
  expect(two.map(({ name }) => name)).toEqual(["Careful", "Careful 2"]);
  const after = added(removed(two, "s1"), "New", {});
  expect(after.map(({ id }) => id)).toEqual(["s2", "s3"]);
  expect(renamed(two, "s2", "  ").at(1)?.name).toBe("Scenario");
  expect(renamed(two, "s2", "Careful").at(1)?.name).toBe("Careful 2");
  expect(renamed(two, "s1", "Careful").at(0)?.name).toBe("Careful");
});

test("at most one is the plan; marking it again takes the mark away", () => {
  const plans = (list: Scenario[]) => list.filter(({ isPlan }) => isPlan).map(({ id }) => id);
  const first = marked(two, "s1");
  expect(plans(first)).toEqual(["s1"]);
  expect(plans(marked(first, "s2"))).toEqual(["s2"]);
  expect(plans(marked(first, "s1"))).toEqual([]);
  expect(replaced(two, "s1", { seed: 2 }).at(0)?.params).toEqual({ seed: 2 });
});

test("what is stored is read back, and what is damaged costs only itself", () => {
  const stored = JSON.stringify({ version: 1, scenarios: { "budget/reallocate": two } });
  expect(readScenarios(stored)).toEqual({ "budget/reallocate": two });
  const hurt = { version: 1, scenarios: { a: [{ id: "s1", name: "x" }, two[0], 7, { ...two[1], name: "" }], b: 3 } };
  expect(readScenarios(JSON.stringify(hurt))).toEqual({ a: [two[0]], b: [] });
  for (const text of [null, "", "{", "[]", '{"version":2}', '{"version":1,"scenarios":[]}'])
    expect(readScenarios(text)).toEqual({});
});
