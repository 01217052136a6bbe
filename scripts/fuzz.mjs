// Fuzzes the C++ engine with libFuzzer: all targets in turn or --target NAME, for --minutes N or --seconds N in all.
import "./node-version.mjs";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { build } from "./build.mjs";
import { sentence } from "./counts.mjs";
import { capture, main, root } from "./run.mjs";
import { setUp } from "./setup.mjs";

const here = join(root, "tests", "fuzz");
const work = join(root, "build", "fuzz");
const finds = join(work, "finds");

// Largest input and seconds for one: what takes longer, or more than 2 GB, is a find as well.
const targets = {
  reader: { longest: 65536, seconds: 10, words: "csv.dict", seeds: ["seeds"], files: true },
  session: { longest: 16384, seconds: 10, words: "csv.dict", seeds: ["seeds"], files: true },
  requests: { longest: 4096, seconds: 10, words: "requests.dict", seeds: ["requests"], files: false },
};

const plain = (message) => Object.assign(new Error(message), { plain: true });

/** The first bytes of a file: enough for its kind, few enough for many tries a second. */
function copyHead(file, target, bytes) {
  const source = openSync(file, "r");
  const head = Buffer.alloc(bytes);
  const count = readSync(source, head, 0, bytes, 0);
  writeFileSync(target, head.subarray(0, count));
}

function csvFilesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.(csv|tsv|txt)$/.test(name))
    .map((name) => join(folder, name));
}

/** The files that a target starts from, gathered anew each time; what it learns is kept apart, in `corpus`. */
function gatherSeeds(name, { seeds, files, longest }) {
  const folder = join(work, "seeds", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const own of seeds.flatMap((part) => readdirSync(join(here, part)).map((file) => join(here, part, file)))) {
    copyFileSync(own, join(folder, basename(own)));
  }
  if (!files) return folder;
  // Samples of real exports, where they are kept beside the repository.
  const reference = resolve(root, process.env.OUTLAY_REFERENCE_DATA ?? join("..", "shared", "data"), "formats");
  const others = [...csvFilesBelow(join(root, "build", "sample")), ...csvFilesBelow(reference)];
  for (const [k, file] of others.entries()) {
    copyHead(file, join(folder, `${k}-${basename(file)}`), Math.min(12_000, longest));
  }
  return folder;
}

async function fuzz(name, seconds) {
  const { longest, words, ...limits } = targets[name];
  const corpus = join(work, "corpus", name);
  for (const folder of [corpus, finds]) mkdirSync(folder, { recursive: true });
  const seeds = gatherSeeds(name, targets[name]);
  const args = [
    `-max_total_time=${seconds}`,
    `-max_len=${longest}`,
    `-timeout=${limits.seconds}`,
    "-rss_limit_mb=2048",
    `-dict=${join(here, words)}`,
    `-artifact_prefix=${join(finds, `${name}-`)}`,
    "-print_final_stats=1",
    corpus,
    seeds,
  ];
  const env = { UBSAN_OPTIONS: "print_stacktrace=1" };
  const { code, output } = await capture(join(work, `fuzz_${name}`), args, { env });
  const made = [...output.matchAll(/Test unit written to (.*)$/gm)].map((found) => basename(found[1]));
  return { name, seconds, passed: code === 0, output, made };
}

const figure = (output, pattern) => Number(output.match(pattern)?.at(-1) ?? 0).toLocaleString("en-US");

function tell({ name, seconds, passed, output, made }) {
  const tries = figure(output, /stat::number_of_executed_units:\s*(\d+)/);
  const edges = [...output.matchAll(/cov: (\d+)/g)].at(-1)?.[1] ?? "0";
  console.log(`${name.padEnd(10)}${passed ? "no find" : "FIND   "}  ${tries} tries in ${seconds} s, ${edges} edges`);
  if (passed) return;
  const start = output.search(/FIND:|runtime error|==\d+==\s*ERROR|terminate called|libFuzzer: /);
  console.log(output.slice(Math.max(0, start), start + 6000).replace(/^/gm, "  | "));
  for (const file of made) tellInput(file);
}

function tellInput(file) {
  const bytes = readFileSync(join(finds, file));
  console.log(`  input: build/fuzz/finds/${file}, ${bytes.length} bytes; the first of them:`);
  console.log(`  text: ${JSON.stringify(bytes.subarray(0, 400).toString("latin1"))}`);
  console.log(`  hex:  ${bytes.subarray(0, 200).toString("hex")}`);
  const target = file.split("-")[0];
  console.log(`  again: build/fuzz/fuzz_${target} build/fuzz/finds/${file}`);
}

function readOptions(words) {
  const value = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  const names = value("--target") ? [value("--target")] : Object.keys(targets);
  if (!names.every((name) => name in targets)) {
    throw plain(`No such target: ${names[0]}. There are: ${Object.keys(targets).join(", ")}.`);
  }
  const seconds = Number(value("--seconds") ?? Number(value("--minutes") ?? 1) * 60);
  if (!(seconds > 0)) throw plain("--minutes and --seconds take a number above 0.");
  return { names, seconds, ifPossible: words.includes("--if-possible") };
}

/** True when there is a compiler to fuzz with. With `ifPossible` its absence is said, not failed. */
async function ready(names, ifPossible) {
  try {
    await setUp(["cli", "fuzz"]);
    return true;
  } catch (error) {
    if (!ifPossible) throw error;
    console.log("skipped: fuzzing needs Clang with libFuzzer, which is not here and could not be installed.");
    console.log(sentence({ passed: 0, failed: 0, skipped: names.length }));
    return false;
  }
}

main(async () => {
  const { names, seconds, ifPossible } = readOptions(process.argv.slice(2));
  if (!(await ready(names, ifPossible))) return;
  await build(["sample", "fuzz"]);
  let failed = 0;
  for (const name of names) {
    const result = await fuzz(name, Math.max(1, Math.round(seconds / names.length)));
    tell(result);
    if (!result.passed) failed++;
  }
  console.log(sentence({ passed: names.length - failed, failed, skipped: 0 }));
  if (failed > 0) process.exitCode = 1;
});
