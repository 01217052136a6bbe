// How large the built page is, part by part, as hosts send it (gzip; brotli beside it), and the budget that it must keep.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { CommandFailed, isMain, main, root } from "./run.mjs";

const site = join(root, "build", "site");
const partsList = join(root, "build", "site.parts.json");
const single = join(root, "build", "single", "outlay.html");

/** What is fetched until files can be dropped and are read: the page, and the engine that reads with its worker. */
const firstParts = ["index.html", "../build/wasm/reader.wasm?lzma", "src/engine/reader.worker.ts?worker&inline"];

/** In bytes: the first load as gzip; the single file as it lies on a disk, well below the 2 MB that are promised. */
export const budget = { firstLoad: 400_000, singleFile: 1_900_000 };

export const hasSite = () => existsSync(partsList) && existsSync(join(site, "index.html"));

/** The files of a part and of all that it imports at once. */
function filesOf(parts, name, seen = new Set()) {
  const part = parts[name];
  if (part === undefined) throw new Error(`the build has no part ${name}`);
  if (seen.has(part.file)) return seen;
  seen.add(part.file);
  for (const style of part.css ?? []) seen.add(style);
  for (const other of part.imports ?? []) filesOf(parts, other, seen);
  return seen;
}

/** The files of the first load, the page first. */
export function firstLoad(parts = JSON.parse(readFileSync(partsList, "utf8"))) {
  const files = firstParts.flatMap((name) => [...filesOf(parts, name)]);
  // All styles are in one file, which the page asks for at once.
  return ["index.html", ...new Set([...files, parts["style.css"].file])];
}

function measured(name, path) {
  const bytes = readFileSync(path);
  return {
    name,
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}

const listed = (folder) =>
  readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile());

export function sizes() {
  const first = new Set(firstLoad());
  const parts = listed(site).map((name) => ({ ...measured(name, join(site, name)), isFirst: first.has(name) }));
  const singleFile = existsSync(single) ? measured("outlay.html", single) : null;
  return { parts: parts.sort((a, b) => b.isFirst - a.isFirst || b.gzip - a.gzip), singleFile };
}

const sum = (parts, how) => parts.reduce((total, part) => total + part[how], 0);
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

export function refuseLarge({ parts, singleFile }) {
  const first = sum(
    parts.filter(({ isFirst }) => isFirst),
    "gzip",
  );
  const broken = [];
  if (first > budget.firstLoad)
    broken.push(`the first load is ${kB(first)} as gzip; ${kB(budget.firstLoad)} is the most`);
  if (singleFile !== null && singleFile.raw > budget.singleFile) {
    broken.push(`outlay.html is ${kB(singleFile.raw)}; ${kB(budget.singleFile)} is the most`);
  }
  if (broken.length > 0) throw new CommandFailed("sizes", 1, broken.join("\n"));
}

function line({ name, raw, gzip, brotli }) {
  return [name.padEnd(44), ...[raw, gzip, brotli].map((bytes) => kB(bytes).padStart(12))].join("");
}

function print({ parts, singleFile }) {
  const total = (name, list) =>
    line({ name, raw: sum(list, "raw"), gzip: sum(list, "gzip"), brotli: sum(list, "brotli") });
  const first = parts.filter(({ isFirst }) => isFirst);
  const rest = parts.filter(({ isFirst }) => !isFirst);
  console.log(["".padEnd(44), ...["raw", "gzip", "brotli"].map((word) => word.padStart(12))].join(""));
  console.log([...first.map(line), total("First load", first), "", ...rest.map(line), total("All", parts)].join("\n"));
  if (singleFile !== null) console.log(line(singleFile));
}

if (isMain(import.meta.url)) {
  main(async () => {
    const found = sizes();
    print(found);
    refuseLarge(found);
  });
}
