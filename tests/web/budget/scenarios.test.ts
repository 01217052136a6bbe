// Scenarios: read back whole however damaged, named once each, one of them the plan, joined when two tabs changed them.
import { expect, test } from "vitest";
import {
  added,
  marked,
  mergedScenarios,
  readList,
  removed,
  renamed,
  replaced,
  type Scenario,
} from "../../../web/src/state/scenarios";

const two = added(added([], "Careful", { max_change: 0.1 }), "Careful", {});
const [first = "", second = ""] = two.map(({ id }) => id);
const names = (list: Scenario[] = []) => list.map(({ name }) => name);

test("names and ids are unique, also after one is gone", () => {
  expect(names(two)).toEqual(["Careful", "Careful 2"]);
  const after = added(removed(two, first), "New", {});
  expect(new Set([first, ...after.map(({ id }) => id)]).size).toBe(3);
  expect(names(after)).toEqual(["Careful 2", "New"]);
  expect(renamed(two, second, "  ").at(1)?.name).toBe("Scenario");
  expect(renamed(two, second, "Careful").at(1)?.name).toBe("Careful 2");
  expect(renamed(two, first, "Careful").at(0)?.name).toBe("Careful");
});

test("at most one is the plan; marking it again takes the mark away", () => {
  const plans = (list: Scenario[]) => list.filter(({ isPlan }) => isPlan).map(({ id }) => id);
  const once = marked(two, first);
  expect(plans(once)).toEqual([first]);
  expect(plans(marked(once, second))).toEqual([second]);
  expect(plans(marked(once, first))).toEqual([]);
  expect(replaced(two, first, { seed: 2 }).at(0)?.params).toEqual({ seed: 2 });
});

test("what is stored is read back, and what is damaged costs only itself", () => {
  expect(readList(JSON.parse(JSON.stringify(two)))).toEqual(two);
  expect(readList([{ id: "s1", name: "x" }, two[0], 7, { ...two[1], name: "" }])).toEqual([two[0]]);
  for (const value of [null, "", 3, {}, { length: 1 }]) expect(readList(value)).toEqual([]);
});

test("what two tabs add, change and delete all comes to pass", () => {
  const base = { a: two };
  const mine = { a: marked(added(removed(two, second), "Bold", { seed: 1 }), first) };
  const theirs = { a: added(renamed(two, first, "Gentle"), "Bold", { seed: 2 }), b: added([], "Other", {}) };
  const joined = mergedScenarios(base, mine, theirs);
  expect(names(joined.a)).toEqual(["Gentle", "Bold", "Bold 2"]);
  expect(joined.a?.map(({ isPlan }) => isPlan)).toEqual([true, false, false]);
  expect(joined.a?.map(({ params }) => params.seed)).toEqual([undefined, 2, 1]);
  expect(names(joined.b)).toEqual(["Other"]);
  expect(mergedScenarios(base, { a: [] }, base)).toEqual({});
});

test("of two plans one stays the plan", () => {
  const joined = mergedScenarios({ a: two }, { a: marked(two, first) }, { a: marked(two, second) });
  expect(joined.a?.filter(({ isPlan }) => isPlan)).toHaveLength(1);
});
