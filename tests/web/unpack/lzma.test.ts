// What xz packs comes out as it went in; what was cut off is refused.
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unlzma } from "../../../web/src/engine/unpack/lzma";

function pack(bytes: Uint8Array, settings: string): Uint8Array {
  const packed = execFileSync("xz", ["--format=lzma", `--lzma1=preset=9,${settings}`, "--stdout"], { input: bytes });
  packed.writeBigUInt64LE(BigInt(bytes.length), 5);
  return packed;
}

/** Runs, repeats near and far, and noise: every kind of piece that the format has. */
function mixed(size: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  for (let at = 0; at < size; ) {
    const length = 1 + random(400);
    const back = 1 + random(Math.max(1, at));
    const isNoise = random(3) === 0 || at === 0;
    for (let k = 0; k < length && at < size; k++, at++) bytes[at] = isNoise ? random(256) : (bytes[at - back] ?? 0);
  }
  return bytes;
}

test.each(["lc=3,lp=0,pb=2", "lc=4,lp=0,pb=0", "lc=0,lp=2,pb=0", "lc=1,lp=3,pb=4"])("with %s", (settings) => {
  for (const [size, seed] of [
    [1, 1],
    [300, 2],
    [70_000, 3],
    [1_000_000, 4],
  ] as const) {
    const bytes = mixed(size, seed);
    expect(Buffer.compare(unlzma(pack(bytes, settings)), bytes)).toBe(0);
  }
});

test("any bytes", () => {
  const same = (bytes: Uint8Array) => Buffer.compare(unlzma(pack(bytes, "lc=4,lp=0,pb=0")), bytes) === 0;
  fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 2000 }), same), { numRuns: 30 });
});

test("what was cut off is refused", () => {
  const packed = pack(mixed(5000, 5), "lc=4,lp=0,pb=0");
  expect(() => unlzma(packed.subarray(0, packed.length >> 1))).toThrow(/end too early/);
});
