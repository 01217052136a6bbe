// What is stored may be damaged, hostile or forbidden: the page starts all the same.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Kept, load, nothingKept, readKept, type Store, save } from "../../web/src/state/storage";

const whole = (kept: Kept) => {
  expect(kept.version).toBe(1);
  expect(["system", "light", "dark"]).toContain(kept.theme);
  expect(kept.currency).toMatch(/^([A-Z]{3})?$/);
  for (const roles of Object.values(kept.mappings)) {
    for (const column of Object.values(roles)) expect(typeof column).toBe("string");
  }
  expect(Object.getPrototypeOf(kept.params)).toBe(Object.prototype);
};

test("what was saved is loaded", () => {
  const entries = new Map<string, string>();
  const store: Store = {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
  const kept: Kept = {
    version: 1,
    at: 5,
    theme: "dark",
    currency: "EUR",
    mappings: { abc: { spend: "Cost", channel: "" } },
    answers: { abc: { date_order: "dmy", decimal_mark: ",", keep: ["Email"] } },
    params: { "scoring/adsets": { alpha: 0.1, uplift: { Meta: 1.2 } } },
  };
  expect(save(store, kept)).toBe(true);
  expect(load(store)).toEqual(kept);
});

test("any text at all is read into something whole", () => {
  fc.assert(fc.property(fc.string(), (text) => whole(readKept(text))));
});

test("any JSON, with the names that are looked at, is read into something whole", () => {
  const names = ["version", "theme", "currency", "mappings", "answers", "params", "__proto__", "constructor"];
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
