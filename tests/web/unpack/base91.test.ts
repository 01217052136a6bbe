// Bytes that travel as text come back the same, whatever they are, in text that needs no escape.
import fc from "fast-check";
import { expect, test } from "vitest";
import { decode91, encode91 } from "../../../web/src/engine/unpack/base91";

test("any bytes come back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const text = encode91(bytes);
      expect(text).not.toMatch(/["<\\\s]/);
      expect([...decode91(text)]).toEqual([...bytes]);
    }),
    { numRuns: 500 },
  );
});

test("a megabyte takes less room than base64", () => {
  const bytes = Uint8Array.from({ length: 1 << 20 }, (_, k) => (Math.imul(k, 2654435761) >>> 13) & 255);
  const text = encode91(bytes);
  expect(text.length).toBeLessThan(bytes.length * 1.24);
  expect(Buffer.compare(decode91(text), bytes)).toBe(0);
});

test("a character of no place is refused", () => {
  expect(() => decode91('ab"c')).toThrow(/damaged/);
  expect(() => decode91("ab\u00e9c")).toThrow(/damaged/);
});
