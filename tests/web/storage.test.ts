// What is stored may be damaged, hostile or forbidden: the page starts all the same.
import fc from "fast-check";
import { expect, test } from "vitest";
import { same } from "../../web/src/state/merge";
import {
  forget,
  type Kept,
  load,
  mergedKept,
  nothingKept,
  readKept,
  type Store,
  save,
} from "../../web/src/state/storage";

const whole = (kept: Kept) => {
  expect(kept.version).toBe(1);
  expect(["system", "light", "dark"]).toContain(kept.theme);
  expect(kept.currency).toMatch(/^([A-Z]{3})?$/);
  for (const roles of Object.values(kept.mappings)) {
    for (const column of Object.values(roles)) expect(typeof column).toBe("string");
  }
  expect(Object.getPrototypeOf(kept.params)).toBe(Object.prototype);
};

function memory(): { store: Store; entries: Map<string, string>; told: string[] } {
  const entries = new Map<string, string>();
  const told: string[] = [];
  const store: Store = {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void (entries.delete(key) && told.push(key)),
  };
  return { store, entries, told };
}

const careful = { id: "s1", name: "Careful", params: { max_change: 0.1 }, isPlan: true };

test("what was saved is loaded", () => {
  const { store } = memory();
  const kept: Kept = {
    version: 1,
    at: 5,
    theme: "dark",
    currency: "EUR",
    mappings: { abc: { spend: "Cost", channel: "" } },
    answers: { abc: { date_order: "dmy", decimal_mark: ",", keep: ["Email"] } },
    params: { "scoring/adsets": { alpha: 0.1, uplift: { Meta: 1.2 } } },
    scenarios: { "budget/reallocate": [careful] },
  };
  expect(save(store, kept)).toBe(true);
  expect(load(store)).toEqual(kept);
});

test("scenarios that were stored in a place of their own move in with the settings", () => {
  const { store, entries } = memory();
  entries.set("outlay.scenarios", JSON.stringify({ version: 1, scenarios: { "budget/reallocate": [careful, 7] } }));
  const kept = load(store);
  expect(kept.scenarios).toEqual({ "budget/reallocate": [careful] });
  save(store, kept);
  expect([...entries.keys()]).toEqual(["outlay"]);
  expect(load(store).scenarios).toEqual(kept.scenarios);
});

test("to forget leaves nothing, and other tabs hear of it also when nothing was stored", () => {
  const { store, entries, told } = memory();
  forget(store);
  expect([entries.size, told]).toEqual([0, ["outlay"]]);
});

test("what two tabs changed since they agreed is joined; of one thing that both changed, mine counts", () => {
  const base: Kept = { ...nothingKept(), theme: "dark", params: { a: { x: 1 }, b: { y: 1 } } };
  const mine: Kept = { ...base, currency: "EUR", params: { a: { x: 2 } } };
  const theirs: Kept = { ...base, theme: "light", params: { a: { x: 3, z: 1 }, b: { y: 1 }, c: { w: 1 } } };
  const joined = mergedKept(base, mine, theirs);
  expect(joined).toMatchObject({ theme: "light", currency: "EUR" });
  expect(joined.params).toEqual({ a: { x: 2, z: 1 }, c: { w: 1 } });
  expect(mergedKept(base, base, theirs)).toEqual(theirs);
  expect(mergedKept(base, mine, base)).toEqual(mine);
});

test("records are the same in whatever order their keys stand, lists are not", () => {
  expect(same({ a: 1, b: { c: 2, d: [1, 2] } }, { b: { d: [1, 2], c: 2 }, a: 1 })).toBe(true);
  expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(same([1, 2], [2, 1])).toBe(false);
});

test("any text at all is read into something whole", () => {
  fc.assert(fc.property(fc.string(), (text) => whole(readKept(text))));
});

test("any JSON, with the names that are looked at, is read into something whole", () => {
  const names = [
    "version",
    "theme",
    "currency",
    "mappings",
    "answers",
    "params",
    "scenarios",
    "__proto__",
    "constructor",
  ];
  const shape = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
  fc.assert(fc.property(shape, (value) => whole(readKept(JSON.stringify({ ...value, version: 1 })))));
});

test("a stored __proto__ reaches nothing", () => {
  const text = '{"version":1,"mappings":{"__proto__":{"spend":"x"}},"params":{"a/b":{"__proto__":{"polluted":1}}}}';
  const kept = readKept(text);
  expect(kept.mappings).toEqual({});
  expect("polluted" in (kept.params["a/b"] ?? {})).toBe(false);
});

test("one damaged part costs that part only", () => {
  const kept = readKept(
    '{"version":1,"theme":"mauve","currency":"EUR","mappings":[1],"params":{"a/b":3,"c/d":{"x":1}}}',
  );
  expect(kept).toEqual({ ...nothingKept(), currency: "EUR", params: { "c/d": { x: 1 } } });
});

test("a later version is left alone", () => {
  expect(readKept('{"version":2,"theme":"dark"}')).toEqual(nothingKept());
});

test("a store that throws counts as none", () => {
  const refuse = () => {
    throw new DOMException("denied", "SecurityError");
  };
  const store: Store = { getItem: refuse, setItem: refuse, removeItem: refuse };
  expect(load(store)).toEqual(nothingKept());
  expect(save(store, nothingKept())).toBe(false);
  expect(save(null, nothingKept())).toBe(false);
});
