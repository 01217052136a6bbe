// Reading: ours beside other readers on the same file, how cost grows, and the memory of a large file.
import { join } from "node:path";
import { makeFile } from "./data.mjs";
import { exponent, fixed, measure, mega, progress, say, table, times, verdict } from "./figures.mjs";

// How many times faster ours must be, or which share of our own native speed.
const targets = {
  "PapaParse, typed, Chromium worker": 10,
  "uDSV, typed, Chromium worker": 5,
  "DuckDB-WASM, Chromium worker": 3,
  pandas: 4,
  "DuckDB, native": 3,
};
const shareOfNative = 0.55;
const mostMemoryBesidesColumns = 64 * 1024 * 1024;

function checkResults(results) {
  for (const { name, failure } of results) if (failure !== null) say(`${name} failed: ${failure}`);
  const done = results.filter(({ failure }) => failure === null);
  if (new Set(done.map(({ last }) => last.rows)).size === 1) return;
  const seen = done.map(({ name, last }) => `${name}: ${last.rows}`).join("; ");
  throw Object.assign(new Error(`The readers disagree about the rows: ${seen}`), { plain: true });
}

/** Each peer beside ours of the same place: what runs in the page beside the page's, the rest beside the native. */
function readingTable(results, bytes) {
  const of = (name) => results.find((result) => result.name === name);
  const rows = [["reading", "ours is faster", "target", "", "MB/s", "ms", "fastest ms"]];
  for (const { name, ms, fastest } of results) {
    const least = targets[name] ?? targets[name.split(" ")[0]];
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

export async function benchReading({ ours, all }, { mb, rounds, folder }) {
  const sizes = [mb / 4, mb / 2, mb];
  const files = sizes.map((size) => makeFile(join(folder, `read_${size}mb.csv`), { bytes: size * mega }));
  const full = files.at(-1);
  const results = await measure(all, full.file, "read", rounds, progress);
  progress("");
  checkResults(results);
  const rows = results[0].last.rows.toLocaleString("en-US");
  say(`\nReading ${fixed(full.bytes / mega, 0)} MB, ${rows} rows x 12 columns, into columns; median of ${rounds}`);
  say(readingTable(results, full.bytes));
  await sayGrowth("reading", [ours.native, ours.chromium], files, "read", results, rounds);
}

export async function sayGrowth(what, runners, files, job, atFull, rounds) {
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
    say(
      `growth    ${what}, ${name}: ${ms.map((t) => fixed(t, 0)).join(", ")} ms, size to the power ${fixed(power, 2)}`,
    );
  }
}

/** In a Chromium of its own, so that nothing that ran before counts. */
export async function benchMemory({ memoryMb, folder }) {
  const { openBrowser } = await import("./browser.mjs");
  const { browserRunner } = await import("./runners.mjs");
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
  say(`\nMemory, ${mb(large.bytes)} MiB file, ${rows.toLocaleString("en-US")} rows, read in ${fixed(ms / 1000, 1)} s`);
  say(`renderer's peak rose by ${mb(peak)} MiB: columns ${mb(columnBytes)} MiB and ${mb(beside)} MiB beside them`);
  say(`          target 64 MiB beside the columns: ${beside <= mostMemoryBesidesColumns ? "met" : "MISSED"}`);
  say(`          before it ${mb(before)} MiB; the engine's heap at the end ${mb(heapBytes)} MiB`);
}
