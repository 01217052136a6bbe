// Runs every golden case on both engines and holds them against what is expected, and against each other.
//
// A case is tests/golden/<area>/<op>/<case>.json: {"source": witness of the expected values, "inputs": {input: {"file", "csv": [lines]}
// or {"reference": path}}, "params", "expect", "explain"}; "explain" lists rows to explain and numbers of the steps, as
// [{"row": {key: value}, "expect": {step: {number: value}}}]. Cases on reference data are skipped where OUTLAY_REFERENCE_DATA is absent.
// With --checked they run on the WebAssembly engine that checks each load, store and the stack, alone.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { differences, disagreements, explanationDifferences } from "./compare.mjs";
import { nativeEngine, wasmEngine } from "./engines.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const referenceRoot = process.env.OUTLAY_REFERENCE_DATA ?? join(here, "../../../shared/data");

// A compressed file is read as the page would read it: unpacked, under its name without the ending.
function referenceText(path) {
  const bytes = readFileSync(join(referenceRoot, path));
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

function readReference(path) {
  if (path.endsWith(".json")) return JSON.parse(referenceText(path));
  const [names, ...lines] = referenceText(path).trim().split(/\r?\n/).map(cellsOf);
  return lines.map((cells) => Object.fromEntries(cells.map((cell, i) => [names[i], cell])));
}

/** The cells of a CSV line; quoted ones may hold commas and doubled quotes, but no line break. */
function cellsOf(line) {
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return cells.map(([, quoted, plain]) => (quoted === undefined ? plain : quoted.replaceAll('""', '"')));
}

function filesOf(inputs) {
  return Object.entries(inputs).map(([input, { file, csv, reference }]) =>
    reference
      ? { input, name: basename(reference, ".gz"), text: referenceText(reference) }
      : { input, name: file, text: csv.join("\n") + (csv.length ? "\n" : "") },
  );
}

function needsReference(golden) {
  const paths = [...Object.values(golden.inputs).map((input) => input.reference), golden.expect.values];
  return paths.some((path) => path && !existsSync(join(referenceRoot, path)));
}

const cases = readdirSync(here, { recursive: true })
  .filter((path) => path.endsWith(".json"))
  .sort();
const engines = process.argv.includes("--checked")
  ? [await wasmEngine("checked")]
  : [nativeEngine(), await wasmEngine()];
const count = { passed: 0, failed: 0, skipped: 0 };

function judge(name, problems) {
  if (problems.length === 0) {
    count.passed++;
    return;
  }
  count.failed++;
  console.log(`FAILED ${name}\n  ${problems.slice(0, 10).join("\n  ")}`);
}

for (const path of cases) {
  const golden = JSON.parse(readFileSync(join(here, path), "utf8"));
  const name = relative(".", path).replace(/\.json$/, "");
  if (!golden.source) judge(name, ["names no source for its expected values"]);
  if (needsReference(golden)) {
    count.skipped += 2 * engines.length - 1;
    continue;
  }
  const files = filesOf(golden.inputs);
  const answers = engines.map((engine) => engine.run(dirname(path), files, golden.params ?? {}));
  answers.forEach((answer, i) => {
    judge(`${name} (${engines[i].name})`, differences(answer, golden.expect, readReference));
  });
  for (const other of answers.slice(1)) judge(`${name} (native = wasm)`, disagreements(answers[0], other));
  for (const { row, expect } of golden.explain ?? []) {
    const told = engines.map((engine) => engine.run(dirname(path), files, golden.params ?? {}, row));
    const what = `${name} explains ${Object.values(row)}`;
    judge(`${what} (${engines[0].name})`, explanationDifferences(told[0], expect));
    for (const other of told.slice(1)) judge(`${what} (native = wasm)`, disagreements(told[0], other));
  }
}
console.log(`${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ""}`);
process.exit(count.failed ? 1 : 0);
