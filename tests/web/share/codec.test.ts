// A snapshot travels as bytes and comes back as it was; what is no snapshot is refused and harms nothing.
import { describe, expect, it } from "vitest";
import { decode, encode } from "../../../web/src/share/codec";
import { decimalsOf } from "../../../web/src/share/columns";
import { upgraded } from "../../../web/src/share/migrate";
import { frontCoded, frontDecoded, whole } from "../../../web/src/share/names";
import { Refused, type Snapshot } from "../../../web/src/share/snapshot";
import { bare, comparable, fc, numbers, plan, text } from "./samples";

const safeKey = fc.string({ maxLength: 12 }).filter((key) => !["__proto__", "constructor", "prototype"].includes(key));
const anyText = fc.string({ unit: "binary", maxLength: 30 }).map(whole);
const anyNumber = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.integer({ min: 0, max: 100_000_000 }).map((cents) => cents / 100),
  fc.double(),
  fc.constant(Number.NaN),
);

const column = (rows: number) =>
  fc.oneof(
    fc.array(anyNumber, { minLength: rows, maxLength: rows }).map(numbers),
    fc.array(fc.integer({ min: -999, max: 999 }), { minLength: rows, maxLength: rows }).map(numbers),
    fc.array(fc.oneof(anyText, fc.constant(null)), { minLength: rows, maxLength: rows }).map(text),
    fc
      .array(fc.oneof(fc.integer({ min: -30_000, max: 30_000 }), fc.constant(-2147483648)), {
        minLength: rows,
        maxLength: rows,
      })
      .map((days) => ({ kind: "day" as const, days: Int32Array.from(days) })),
  );

const frame = fc.integer({ min: 0, max: 40 }).chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    columns: fc.dictionary(safeKey, column(rows), { maxKeys: 5, noNullPrototype: true }),
  }),
);

const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const value = fc.oneof(anyText, finite, fc.boolean(), fc.constant(null));

const snapshot: fc.Arbitrary<Snapshot> = fc.record({
  analysis: anyText,
  engine: anyText,
  grade: anyText,
  currency: anyText,
  title: anyText,
  text: anyText,
  params: fc.dictionary(safeKey, fc.oneof(value, fc.dictionary(safeKey, value, { noNullPrototype: true })), {
    noNullPrototype: true,
  }),
  data: fc.array(
    fc.record({
      name: anyText,
      rows: fc.nat(),
      period: fc.constantFrom(null, { from: "2026-01-01", to: "2026-02-01" }),
    }),
  ),
  hidden: fc.record({ names: fc.boolean(), money: fc.boolean() }),
  result: fc.option(
    fc.record({
      scalars: fc.dictionary(safeKey, fc.oneof(anyText, finite, fc.constant(null)), { noNullPrototype: true }),
      tables: fc.dictionary(safeKey, frame, { maxKeys: 4, noNullPrototype: true }),
      notices: fc.array(
        fc.record({
          code: anyText,
          severity: fc.constantFrom("info" as const, "warning" as const),
          numbers: fc.dictionary(safeKey, finite, { noNullPrototype: true }),
          texts: fc.dictionary(safeKey, anyText, { noNullPrototype: true }),
        }),
      ),
    }),
  ),
  inputs: fc.option(fc.dictionary(safeKey, fc.array(frame, { maxLength: 2 }), { maxKeys: 3, noNullPrototype: true })),
});

describe("the codec", () => {
  it("gives any snapshot back as it was", () => {
    fc.assert(
      fc.property(snapshot, (made) => {
        expect(comparable(decode(encode(made)))).toEqual(comparable(made));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it("gives the same bytes for the same snapshot", () => {
    expect(encode(plan(20))).toEqual(encode(plan(20)));
  });

  it("refuses what was changed or cut, wherever", () => {
    const bytes = encode(plan(20));
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const changed = Uint8Array.from(bytes);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        let read: Snapshot | null = null;
        try {
          read = decode(changed);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Refused);
        }
        // A bit that deflate does not look at changes nothing of what is read.
        if (read) expect(comparable(read)).toEqual(comparable(plan(20)));
      }),
      { numRuns: 500 },
    );
    for (let length = 0; length < bytes.length; length += 7) {
      expect(() => decode(bytes.subarray(0, length))).toThrow(Refused);
    }
  });

  it("refuses whatever is thrown at it", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => decode(bytes)).toThrow(Refused);
      }),
      { numRuns: 2000 },
    );
  });

  it("refuses a version that is yet to come, and upgrades old ones a step at a time", () => {
    expect(() => upgraded({}, 3, 1)).toThrow(/newer Outlay/);
    const steps = [(header: unknown) => [header, 2], (header: unknown) => [header, 3]];
    expect(upgraded("one", 1, 3, steps)).toEqual([["one", 2], 3]);
    expect(upgraded("two", 2, 3, steps)).toEqual(["two", 3]);
    expect(upgraded("three", 3, 3, steps)).toBe("three");
  });
});

describe("the length", () => {
  const characters = (made: Snapshot) => Math.ceil((encode(made).length * 4) / 3) + 4;

  it("of a plan with 200 campaigns is at most 4,000 characters, with 1,000 at most 16,000", () => {
    expect(characters(plan(200))).toBeLessThanOrEqual(4000);
    expect(characters(plan(1000))).toBeLessThanOrEqual(16_000);
  });

  it("of nothing is next to nothing", () => {
    expect(characters(bare)).toBeLessThan(300);
  });
});

describe("the parts of it", () => {
  it("are no more rows than cells are allowed, also where a table has no column", () => {
    const tables = { adsets: { rows: 9e11, columns: {} } };
    const result = { scalars: {}, tables, notices: [] };
    expect(() => decode(encode({ ...bare, result }))).toThrow(Refused);
  });

  it("finds the fewest decimals that give numbers back", () => {
    expect(decimalsOf([1, 2, Number.NaN])).toBe(0);
    expect(decimalsOf([1.5, 2.25])).toBe(2);
    expect(decimalsOf([0.1 + 0.2])).toBe(null);
    expect(decimalsOf([1e300])).toBe(null);
    expect(decimalsOf([Number.POSITIVE_INFINITY])).toBe(null);
  });

  it("codes sorted names by what they share", () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        const sorted = [...new Set(texts)].sort();
        expect(frontDecoded(frontCoded(sorted))).toEqual(sorted);
      }),
    );
    expect(frontCoded(["campaign one", "campaign two\n"])).toEqual([" campaign one", ")two\\n"]);
  });
});
