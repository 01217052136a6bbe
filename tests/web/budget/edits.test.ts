// What a person decides about campaigns and groups, and the limits that conflict over it, as steps on the parameters.
import { expect, test } from "vitest";
import { conflictingLimits } from "../../../web/src/analyses/budget/reallocate/conflict-words";
import {
  editsOf,
  quickly,
  withBudget,
  withEdit,
  withLock,
  withLocks,
  withoutEdits,
  withParams,
} from "../../../web/src/analyses/budget/reallocate/edits";
import { arranged, groupKind, type Item, reachOf } from "../../../web/src/analyses/budget/reallocate/items";
import { relaxations } from "../../../web/src/analyses/budget/reallocate/relax";
import type { EngineError, Notice } from "../../../web/src/ui/types";

const words = { currency: "USD", locale: "en-US" };

test("a budget takes a lock away and a lock a budget; what says nothing is not kept", () => {
  const budgeted = withBudget({ method: "linear" }, "a", 50);
  expect(budgeted).toEqual({ method: "linear", edits: { a: { budget: 50 } } });
  const locked = withLock(budgeted, "a", true);
  expect(locked.edits).toEqual({ a: { locked: true } });
  expect(withLock(locked, "a", false)).toEqual({ method: "linear" });
  expect(withBudget(locked, "a", 0).edits).toEqual({ a: { budget: 0 } });
  expect(withEdit(withEdit({}, "a", { min: 5 }), "a", { max: 9 }).edits).toEqual({ a: { min: 5, max: 9 } });
  expect(Object.keys(editsOf(withLocks({}, ["b", "a"])))).toEqual(["b", "a"]);
  expect(withoutEdits(locked)).toEqual({ method: "linear" });
});

test("what is no edit is not read as one", () => {
  expect(
    editsOf({ edits: { a: { budget: "7" }, b: 3, c: { locked: true, other: 1 }, d: { max: Number.NaN } } }),
  ).toEqual({
    c: { locked: true },
  });
  expect(editsOf({ edits: [1] })).toEqual({});
});

test("undefined takes a parameter back to its default, and a move asks for the plan alone", () => {
  expect(withParams({ a: 1, b: 2 }, { a: undefined, c: 3 })).toEqual({ b: 2, c: 3 });
  expect(quickly({ draws: 5000, method: "linear" })).toEqual({ draws: 0, frontier_points: 0, method: "linear" });
});

const item = (name: string, today: number, budget: number, edit: Item["edit"] = {}): Item => ({
  name,
  group: "",
  today,
  budget,
  marginal: 1,
  held: "",
  edit,
});

test("a group's budget is a floor and a cap at one amount", () => {
  const search = item("search", 100, 100);
  const given = groupKind.setBudget({}, search, 70);
  expect(given).toEqual({ group_bounds: { search: { min: 70, max: 70 } } });
  expect(groupKind.setBudget(given, search, undefined)).toEqual({});
  expect(groupKind.setLimit({}, search, { max: 90 })).toEqual({ group_bounds: { search: { max: 90 } } });
  expect(groupKind.setLock({}, search, true)).toEqual({ group_bounds: { search: { min: 100, max: 100 } } });
});

test("items are found, filtered and ordered; equal ones stay as they were", () => {
  const items = [item("Brand", 10, 40), item("generic", 30, 30, { min: 1 }), item("Shop", 30, 20)];
  expect(arranged(items, "spend", "", false)).toEqual([1, 2, 0]);
  expect(arranged(items, "change", "", false)).toEqual([0, 2, 1]);
  expect(arranged(items, "name", "", false)).toEqual([0, 1, 2]);
  expect(arranged(items, "spend", "RAN", false)).toEqual([0]);
  expect(arranged(items, "spend", "", true)).toEqual([1]);
});

test("a slider reaches from nothing to well above what is spent, in round steps", () => {
  expect(reachOf(item("a", 400, 300))).toEqual({ most: 1000, step: 2 });
  expect(reachOf(item("a", 10, 90)).most).toBeGreaterThanOrEqual(112);
  expect(reachOf(item("a", 0, 0)).most).toBeGreaterThan(0);
});

const relaxation = (limit: string, parameter: string, from: number, to: number): Notice => ({
  code: "relaxation",
  severity: "info",
  numbers: { from, to, factor: to / from },
  texts: { limit, parameter },
});

const refused = (...details: Notice[]): EngineError => ({
  code: "infeasible",
  message: "No plan keeps these limits together.",
  remedy: "",
  where: {},
  details,
});

test("each relaxation is one click, rounded to the side that leaves room", () => {
  const error = refused(
    relaxation("min_share", "/min_share", 0.05, 1 / 216),
    relaxation("total", "/total_budget", 1000, 1234.561),
  );
  const [share, total] = relaxations(error, { min_share: 0.05 }, words);
  expect(share?.params).toEqual({ min_share: 0.004629 });
  expect(share?.label).toBe("Lower the smallest share to 0.4629%");
  expect(total?.params).toEqual({ min_share: 0.05, total_budget: 1234.57 });
});

test("the limits in conflict are told in the reader's words", () => {
  const conflict = (limit: string, numbers: Record<string, number>, campaign?: string): Notice => ({
    code: "conflict",
    severity: "warning",
    numbers,
    texts: { limit, parameter: "", ...(campaign && { campaign }) },
  });
  const error = refused(
    conflict("total", { value: 25_153 }),
    conflict("min_share", { value: 0.05, campaigns: 216, sum: 271_652.4 }),
    conflict("edit_max", { value: 3, campaigns: 1, sum: 3 }, "Brand"),
  );
  expect(conflictingLimits(error, words)).toEqual([
    "A total of $25,153",
    "At least 5% of the total for each of 216 campaigns, $271,652 together",
    "The most that was set by hand for 1 campaign, $3 together (as for Brand)",
  ]);
  expect(conflictingLimits(refused(), words)).toEqual([]);
});

test("budgets set by hand are scaled by what the locked ones leave them", () => {
  const params = { edits: { a: { budget: 300 }, b: { budget: 100 }, c: { locked: true } } };
  // 400 by hand and 100 locked have to come down to 420 together.
  const [way] = relaxations(refused(relaxation("kept", "/edits", 500, 420)), params, words);
  expect(way?.params.edits).toEqual({ a: { budget: 240 }, b: { budget: 80 }, c: { locked: true } });
  expect(way?.label).toBe("Lower the budgets set by hand to 80% of what they are");
});

test("a limit in the data, a range of totals and another error offer no click", () => {
  expect(relaxations(refused(relaxation("min_budget", "", 5, 4)), {}, words)).toEqual([]);
  const range = { min_total: 5, max_total: 9 };
  expect(relaxations(refused(relaxation("total", "/total_budget", 5, 4)), range, words)).toEqual([]);
  expect(relaxations({ ...refused(), code: "bad_param" }, {}, words)).toEqual([]);
});
