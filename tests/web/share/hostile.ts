// Hostile links and files that pass every outer check: a good snapshot's header, names and cells changed, then packed again with a right checksum.
import { deflateSync, inflateSync } from "fflate";
import { stream } from "../../../scripts/samples/random.mjs";
import { crc32 } from "../../../web/src/engine/unpack/crc";

type Random = ReturnType<typeof stream>;
type Json = Record<string, unknown>;

/** What is inside a link: the header, the lines of the dictionaries, the coded cells. */
export interface Parts {
  header: string;
  lines: string[];
  cells: Uint8Array;
}

export function partsOf(packed: Uint8Array): Parts {
  const all = inflateSync(packed);
  const length = new DataView(all.buffer, all.byteOffset).getUint32(4);
  const [header = "", ...lines] = new TextDecoder().decode(all.subarray(8 + length)).split("\n");
  return { header, lines, cells: all.slice(8, 8 + length) };
}

/** As `encode` packs them: checksum, length, cells and facts in one stream of deflate. */
export function packed({ header, lines, cells }: Parts, level: 0 | 9 = 0): Uint8Array<ArrayBuffer> {
  const facts = new TextEncoder().encode([header, ...lines].join("\n"));
  const all = new Uint8Array(8 + cells.length + facts.length);
  const view = new DataView(all.buffer);
  view.setUint32(0, crc32(cells, crc32(facts)));
  view.setUint32(4, cells.length);
  all.set(cells, 8);
  all.set(facts, 8 + cells.length);
  return Uint8Array.from(deflateSync(all, { level }));
}

export const markup = [
  "<img src=x onerror=planted()>",
  "<script>planted()</script>",
  "<svg/onload=planted()>",
  '"><iframe srcdoc="<script>planted()</script>">',
  "javascript:planted()",
  "{{planted()}}",
  "[x](javascript:planted())",
  "![x](https://example.com/x.png)",
];
const words = [
  ...markup,
  ...["__proto__", "constructor", "prototype", "valueOf", "hasOwnProperty", "toString", "isPrototypeOf"],
  ...["", "USD", "usd", "A\u0000B", "\ud800", "\u202e", "=1+1", "2026-02-30", "9999-99-99", "NaN", "scoring/adsets"],
];
const numbers = [0, 1, -1, 2, 3, 7, 0.5, -0.001, 1e9, 2 ** 31, 2 ** 53, -(2 ** 53), 1e300, 4_000_001, 9e15];
const raw = ["1e999", "-1e999", '{"__proto__":{"a":1}}', '{"a":{"a":{"a":{"a":{"a":1}}}}}', "[[[[[1]]]]]", "-0"];

function value(random: Random): unknown {
  const kind = random.whole(0, 6);
  if (kind < 2) return random.pick(words);
  if (kind < 4) return random.pick(numbers);
  return random.pick([null, true, false, [], {}, [random.pick(words)], { [random.pick(words)]: random.pick(numbers) }]);
}

/** A place somewhere below `node`, each level as likely to be taken as the next. */
function place(node: unknown, random: Random): [owner: Json, key: string] | null {
  if (typeof node !== "object" || node === null) return null;
  const keys = Object.keys(node);
  if (keys.length === 0) return null;
  const key = random.pick(keys);
  return (random.chance(0.75) ? place((node as Json)[key], random) : null) ?? [node as Json, key];
}

function changedHeader(header: string, random: Random): string {
  const tree = JSON.parse(header);
  for (let k = random.whole(1, 3); k > 0; k--) {
    const [owner, key] = place(tree, random) ?? [];
    if (!owner || key === undefined) continue;
    const how = random.whole(0, 5);
    if (how === 0) delete owner[key];
    else if (how === 1 && !Array.isArray(owner)) owner[random.pick(words)] = owner[key];
    else if (how === 2 && Array.isArray(owner)) owner.push(owner[Number(key)]);
    else if (how === 3) owner[key] = "planted here";
    else owner[key] = value(random);
  }
  return JSON.stringify(tree).replace('"planted here"', random.pick(raw));
}

function changedLines(lines: string[], random: Random): string[] {
  const at = random.whole(0, lines.length);
  const line = random.pick([
    ...markup,
    "",
    `${String.fromCharCode(32 + random.whole(0, 90))}x`,
    "\uffffx",
    "\u0000",
    " \\n\\\\\\",
  ]);
  return lines.toSpliced(
    at,
    random.whole(0, 1),
    ...(random.chance(0.8) ? [random.chance(0.5) ? ` ${line}` : line] : []),
  );
}

function changedCells(cells: Uint8Array, random: Random): Uint8Array {
  const made = Uint8Array.from(random.chance(0.2) ? [...cells, 255, 0, 255, 1, 2, 3] : cells);
  for (let k = random.whole(1, 4); k > 0 && made.length > 0; k--) {
    made[random.whole(0, made.length - 1)] = random.whole(0, 255);
  }
  return random.chance(0.2) ? made.slice(0, random.whole(0, made.length)) : made;
}

/** The same for the same number, so that what goes wrong can be made again. */
export function hostile(good: Parts, number: number): Uint8Array<ArrayBuffer> {
  const random = stream(9, number);
  const parts = { ...good };
  if (random.chance(0.7)) parts.header = changedHeader(parts.header, random);
  if (random.chance(0.3)) parts.lines = changedLines(parts.lines, random);
  if (random.chance(0.3)) parts.cells = changedCells(parts.cells, random);
  return packed(parts, number % 16 === 0 ? 9 : 0);
}
