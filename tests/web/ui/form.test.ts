// What a form made from a schema accepts, and how it says what it does not.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grouped } from "../../../web/src/ui/form/groups";
import { asMap, drop, freeKeys, pointerTo, put } from "../../../web/src/ui/form/map";
import { asRecords, dropRecord, putField } from "../../../web/src/ui/form/records";
import { allowed, check, defaultWords, isDefault, shownText } from "../../../web/src/ui/form/validate";
import type { Field } from "../../../web/src/ui/types";

const field = (over: Partial<Field>): Field => ({
  name: "x",
  type: "number",
  label: "X",
  help: "",
  unit: "",
  group: "",
  ...over,
});

describe("numbers", () => {
  const alpha = field({ unit: "share", min: 0.001, max: 0.5, default: 0.2 });

  it("are checked against their limits in the units they are typed in", () => {
    expect(check(alpha, "10", "en-US")).toEqual({ ok: true, value: 0.1 });
    expect(check(alpha, "80", "en-US")).toEqual({
      ok: false,
      message: "80% is not allowed here. Give a number from 0.1% to 50%.",
    });
    expect(check(alpha, "much", "en-US")).toEqual({
      ok: false,
      message: '"much" is not a number. Give a number from 0.1% to 50%.',
    });
  });

  it("that must be whole are", () => {
    const weeks = field({ type: "integer", unit: "weeks", min: 1 });
    expect(check(weeks, "3", "en-US")).toEqual({ ok: true, value: 3 });
    expect(check(weeks, "3.5", "en-US")).toEqual({ ok: false, message: "Give a whole number at least 1 week." });
    expect(allowed(field({ max: 9 }), "en-US")).toBe("at most 9");
    expect(allowed(field({}), "en-US")).toBe("");
  });

  it("left empty go back to the default", () => {
    expect(check(alpha, "  ", "en-US")).toEqual({ ok: true, value: undefined });
  });

  it("never become NaN, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const checked = check(field({}), text, "en-US");
        if (checked.ok) expect(Number.isNaN(checked.value)).toBe(false);
      }),
    );
  });
});

describe("other fields", () => {
  it("are days that exist and choices that are offered", () => {
    const options = [
      { value: "max", label: "Largest" },
      { value: "p95", label: "95th percentile" },
    ];
    expect(check(field({ type: "day" }), "2024-02-30").ok).toBe(false);
    expect(check(field({ type: "day" }), "2024-02-29")).toEqual({ ok: true, value: "2024-02-29" });
    expect(check(field({ type: "choice", options }), "p95")).toEqual({ ok: true, value: "p95" });
    expect(check(field({ type: "choice", options }), "p5")).toEqual({
      ok: false,
      message: "Choose one of Largest, 95th percentile.",
    });
    expect(defaultWords(field({ type: "choice", options, default: "max" }))).toBe("Largest");
    expect(defaultWords(field({ type: "boolean", default: false }))).toBe("off");
    expect(defaultWords(field({ type: "day", default: null }))).toBe("not set");
  });

  it("know whether they are at their default", () => {
    expect(isDefault(field({ default: { a: 1 } }), { a: 1 })).toBe(true);
    expect(isDefault(field({ default: 3 }), undefined)).toBe(true);
    expect(isDefault(field({ default: 3 }), 4)).toBe(false);
    expect(shownText(field({ unit: "share" }), 0.2, "en-US")).toBe("20");
  });
});

describe("maps", () => {
  it("are changed by steps that leave the original alone", () => {
    const before = { Meta: 1.2 };
    expect(put(before, "X", 2)).toEqual({ Meta: 1.2, X: 2 });
    expect(drop(before, "Meta")).toEqual({});
    expect(before).toEqual({ Meta: 1.2 });
    expect(freeKeys(before, ["Meta", "X"])).toEqual(["X"]);
    expect(asMap({ good: 1, bad: Number.NaN, worse: "2" })).toEqual({ good: 1 });
    expect(asMap(null)).toEqual({});
  });

  it("are addressed by JSON pointer", () => {
    expect(pointerTo("uplift", "Paid/Social~1")).toBe("/uplift/Paid~1Social~01");
  });
});

it("fields stand in their groups in order of first appearance", () => {
  const fields = [
    field({ name: "a", group: "One" }),
    field({ name: "b", group: "Two" }),
    field({ name: "c", group: "One" }),
  ];
  expect(grouped(fields).map((group) => [group.title, group.fields.map((one) => one.name)])).toEqual([
    ["One", ["a", "c"]],
    ["Two", ["b"]],
  ]);
});

describe("records by name", () => {
  it("are edited without touching the others", () => {
    const records = { search: { max: 100 }, social: {} };
    expect(putField(records, "search", "min", 5)).toEqual({ search: { max: 100, min: 5 }, social: {} });
    expect(putField(records, "search", "max", undefined)).toEqual({ search: {}, social: {} });
    expect(putField(records, "video", "locked", true)).toEqual({ ...records, video: { locked: true } });
    expect(dropRecord(records, "search")).toEqual({ social: {} });
    expect(records).toEqual({ search: { max: 100 }, social: {} });
  });

  it("are empty when what is kept is none", () => {
    expect(asRecords(null)).toEqual({});
    expect(asRecords([1])).toEqual({});
    expect(asRecords({ a: 3, b: { min: 1 } })).toEqual({ b: { min: 1 } });
  });
});
