// Measures Outlay against other readers of CSV on the same file in the same run. --mb N, --rows N, --rounds N, --memory.
import "./node-version.mjs";
import { existsSync, readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem } from "node:os";
import { join } from "node:path";
import { makeFile } from "../tests/bench/data.mjs";
import { exponent, measure, table } from "../tests/bench/figures.mjs";
import { build } from "./build.mjs";
import { capture, hand, main, root } from "./run.mjs";
import { setUp } from "./setup.mjs";

const folder = join(root, "build", "bench");
const mega = 1e6;

// How many times faster ours must be, or which share of our own native speed.
const targets = {
  "PapaParse, typed, Chromium worker": 10,
  "uDSV, typed, Chromium worker": 5,
  "DuckDB-WASM, Chromium worker": 3,
  "pandas, C engine": 4,
  "DuckDB, native": 3,
};
const shareOfNative = 0.55;
const mostMemoryBesidesColumns = 64 * 1024 * 1024;

// Above this before anything runs, other work is going on and the figures suffer from it; later the load is our own.
const quiet = 2.5;

function sayLoad(when) {
  console.log(`load      ${fixed(loadavg()[0], 2)} ${when}`);
}

const progress = (text) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`);
const fixed = (value, places) => value.toFixed(places);
const times = (value) => `${fixed(value, value < 10 ? 2 : 1)}x`;

/** The peers have their own package and lock: they are no part of the product. */
async function installPeers() {
  const home = join(root, "tests", "bench");
  const installed = join(home, "node_modules", ".package-lock.json");
  const want = JSON.parse(readFileSync(join(home, "package-lock.json"), "utf8")).packages;
  const have = existsSync(installed) ? JSON.parse(readFileSync(installed, "utf8")).packages : {};
  const current = Object.entries(want).every(
    ([path, entry]) => path === "" || entry.optional || have[path]?.version === entry.version,
  );
  if (current) return;
  console.log("Installing the readers to measure against (about 230 MB in tests/bench/node_modules).");
  // Not `npm ci`: it refuses a lock without DuckDB's native parts for all other platforms, which not each registry has.
  await hand("npm", [
    "--prefix",
    home,
    "install",
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    "--ignore-scripts",
  ]);
}

async function findPandas() {
  for (const python of ["/usr/bin/python3", "python3"]) {
    const answer = await capture(python, ["-c", "import pandas; print(pandas.__version__)"]).catch(() => ({ code: 1 }));
    if (answer.code === 0) return python;
  }
  return null;
}

function sayMachine(version) {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  console.log(`machine   ${cpus()[0].model}, ${cpus().length} cores, ${memory}, ${process.platform} ${release()}`);
  console.log(`          Node ${process.versions.node}, Chromium ${version}`);
  sayLoad("at the start");
  if (loadavg()[0] > quiet) console.log("          NOT a quiet machine: measure again when it is");
}

async function openRunners() {
  const { buildPage, openBrowser } = await import("../tests/bench/browser.mjs");
  const runners = await import("../tests/bench/runners.mjs");
  await buildPage();
  const browser = await openBrowser();
  const inPage = (name, kind) => runners.browserRunner(name, browser, kind);
  const ours = {
    native: runners.native(),
    node: runners.wasmInNode(),
    chromium: inPage("Outlay, Chromium worker", "outlay"),
  };
  const python = await findPandas();
  if (python === null) console.log("pandas is not here: install python3-pandas to measure against it.");
  const peers = [
    inPage("PapaParse, typed, Chromium worker", "papaparse"),
    inPage("PapaParse, texts, Chromium worker", "papaparseTexts"),
    inPage("uDSV, typed, Chromium worker", "udsv"),
    inPage("DuckDB-WASM, Chromium worker", "duckdb"),
    runners.duckDb(),
    ...(python === null ? [] : [runners.pandas(python)]),
  ];
  return { browser, ours, peers, all: [...Object.values(ours), ...peers] };
}

function checkResults(results) {
  for (const { name, failure } of results) if (failure !== null) console.log(`${name} failed: ${failure}`);
  const done = results.filter(({ failure }) => failure === null);
  if (new Set(done.map(({ last }) => last.rows)).size === 1) return;
  const seen = done.map(({ name, last }) => `${name}: ${last.rows}`).join("; ");
  throw Object.assign(new Error(`The readers disagree about the rows: ${seen}`), { plain: true });
}

const verdict = (value, least) => (value >= least ? "met" : "MISSED");

/** Each peer beside ours of the same place: what runs in the page beside the page's, the rest beside the native. */
function readingTable(results, bytes) {
  const of = (name) => results.find((result) => result.name === name);
  const rows = [["reading", "ours is faster", "target", "", "MB/s", "ms", "fastest ms"]];
  for (const { name, ms, fastest } of results) {
    const least = targets[name];
    const ratio = ms / of(name.endsWith("worker") ? "Outlay, Chromium worker" : "Outlay, native").ms;
    const beside = least ? [times(ratio), `${least}x`, verdict(ratio, least)] : ["", "", ""];
    rows.push([name, ...beside, fixed(bytes / mega / (ms / 1000), 0), fixed(ms, 0), fixed(fastest, 0)]);
  }
  for (const name of ["Outlay, WebAssembly in Node", "Outlay, Chromium worker"]) {
    const share = of("Outlay, native").ms / of(name).ms;
    rows.push([
      `${name}, share of native`,
      fixed(share, 2),
      fixed(shareOfNative, 2),
      verdict(share, shareOfNative),
      "",
      "",
      "",
    ]);
  }
  return table(rows);
}

async function benchReading({ ours, all }, { mb, rounds }) {
  const sizes = [mb / 4, mb / 2, mb];
  const files = sizes.map((size) => makeFile(join(folder, `read_${size}mb.csv`), { bytes: size * mega }));
  const full = files.at(-1);
  const results = await measure(all, full.file, "read", rounds, progress);
  progress("");
  checkResults(results);
  const rows = results[0].last.rows.toLocaleString("en-US");
  console.log(
    `\nReading ${fixed(full.bytes / mega, 0)} MB, ${rows} rows x 12 columns, into columns; median of ${rounds}`,
  );
  console.log(readingTable(results, full.bytes));
  await sayGrowth("reading", [ours.native, ours.chromium], files, "read", results, rounds);
}

async function sayGrowth(what, runners, files, job, atFull, rounds) {
  const found = new Map(runners.map(({ name }) => [name, []]));
  for (const { file } of files.slice(0, -1)) {
    for (const { name, ms } of await measure(runners, file, job, rounds, progress)) found.get(name).push(ms);
  }
  progress("");
  for (const [name, smaller] of found) {
    const ms = [...smaller, atFull.find((result) => result.name === name).ms];
    const power = exponent(
      files.map(({ bytes }) => bytes),
      ms,
    );
    console.log(
      `growth    ${what}, ${name}: ${ms.map((t) => fixed(t, 0)).join(", ")} ms, size to the power ${fixed(power, 2)}`,
    );
  }
}

async function benchScoring({ ours }, { rows, rounds }) {
  const files = [rows / 4, rows / 2, rows].map((count) =>
    makeFile(join(folder, `score_${Math.round(count)}.csv`), { rows: Math.round(count) }),
  );
  const runners = [ours.native, ours.chromium];
  const results = await measure(runners, files.at(-1).file, "score", rounds, progress);
  progress("");
  console.log(`\nFile to scored list, ${rows.toLocaleString("en-US")} adset-weeks; median of ${rounds}`);
  const lines = results.map(({ name, ms, fastest, last }) => [
    name,
    fixed(ms, 0),
    fixed(fastest, 0),
    last.scored.toLocaleString("en-US"),
  ]);
  console.log(table([["", "ms", "fastest ms", "adsets scored"], ...lines]));
  await sayGrowth("scoring", runners, files, "score", results, rounds);
}

/** In a Chromium of its own, so that nothing that ran before counts. */
async function benchMemory({ memoryMb }) {
  const { openBrowser } = await import("../tests/bench/browser.mjs");
  const { browserRunner } = await import("../tests/bench/runners.mjs");
  const small = makeFile(join(folder, "read_1mb.csv"), { bytes: mega });
  const large = makeFile(join(folder, `read_${memoryMb}mb.csv`), { bytes: memoryMb * mega });
  const browser = await openBrowser();
  const runner = browserRunner("Outlay, Chromium worker", browser, "outlay");
  await runner.run(small.file, "read");
  const before = await browser.peakBytes();
  const { ms, rows, columnBytes, heapBytes } = await runner.run(large.file, "read");
  const peak = (await browser.peakBytes()) - before;
  await browser.close();
  const mb = (bytes) => fixed(bytes / 2 ** 20, 0);
  const beside = peak - columnBytes;
  console.log(
    `\nMemory, ${mb(large.bytes)} MiB file, ${rows.toLocaleString("en-US")} rows, read in ${fixed(ms / 1000, 1)} s`,
  );
  console.log(
    `renderer's peak rose by ${mb(peak)} MiB: columns ${mb(columnBytes)} MiB and ${mb(beside)} MiB beside them`,
  );
  console.log(`          target 64 MiB beside the columns: ${beside <= mostMemoryBesidesColumns ? "met" : "MISSED"}`);
  console.log(`          before it ${mb(before)} MiB; the engine's heap at the end ${mb(heapBytes)} MiB`);
}

function readOptions(words) {
  const number = (name, usual) => {
    const given = words.includes(name) ? Number(words[words.indexOf(name) + 1]) : usual;
    if (!(given > 0)) throw Object.assign(new Error(`${name} takes a number above 0`), { plain: true });
    return given;
  };
  return {
    mb: number("--mb", 100),
    rows: number("--rows", 1_000_000),
    rounds: number("--rounds", 5),
    memoryMb: number("--memory-mb", 1000),
    memory: words.includes("--memory"),
  };
}

main(async () => {
  const options = readOptions(process.argv.slice(2));
  await setUp(["cli", "wasm"]);
  await installPeers();
  await build(["cli", "wasm"]);
  const runners = await openRunners();
  try {
    sayMachine(runners.browser.version);
    await benchReading(runners, options);
    sayLoad("after reading");
    await benchScoring(runners, options);
    sayLoad("after scoring");
  } finally {
    for (const runner of runners.all) await runner.stop();
    await runners.browser.close();
  }
  if (options.memory) await benchMemory(options);
  sayLoad("at the end");
});
