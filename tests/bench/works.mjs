// What is measured beside reading: scoring, kernels, plans and paths, each against a named peer of the same run.
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../scripts/run.mjs";
import { makeFile } from "./data.mjs";
import { fixed, measure, progress, say, table, times, verdict } from "./figures.mjs";
import { makePlan } from "./plans.mjs";
import { sayGrowth } from "./reading.mjs";
import { onceRunner, pythonPeer } from "./runners.mjs";

const root = new URL("../../", import.meta.url).pathname;
const outlay = join(root, "build", "native", "outlay");
const kernelCommands = {
  "Outlay, native": [join(root, "build", "native", "outlay_kernels")],
  "Outlay, WebAssembly in Node": [process.execPath, join(root, "build", "wasm", "kernels.cjs")],
};
// Sizes at which each takes some ten milliseconds or more.
const kernels = { clopper_pearson: 1e6, project: 1e6, shapley: 20, solve: 500, plan: 1e5, normals: 1e7 };
const leastShareOfNative = 0.55;

const inWords = (value, unit = "") => `${value.toLocaleString("en-US")}${unit}`;

function sayFailures(results) {
  for (const { name, failure } of results) if (failure !== null) say(`${name} failed: ${failure}`);
}

/** Ours first; each further line with how many times longer it took, against `least` where there is one. */
function rowsOf(results, least = {}) {
  return results.map(({ name, ms, fastest }) => {
    const ratio = ms / results[0].ms;
    const target = least[name];
    const beside = target ? [times(ratio), `${target}x`, verdict(ratio, target)] : ["", "", ""];
    return [name, ...beside, fixed(ms, 0), fixed(fastest, 0)];
  });
}

const heading = (what) => [what, "ours is faster", "target", "", "ms", "fastest ms"];

export async function benchScoring({ ours }, python, { rows, rounds, folder }) {
  const files = [rows / 4, rows / 2, rows].map((count) =>
    makeFile(join(folder, `score_${Math.round(count)}.csv`), { rows: Math.round(count) }),
  );
  const runners = [ours.native, ours.chromium];
  const full = files.at(-1).file;
  const results = await measure(runners, full, "score", rounds, progress);
  // A loop over ad sets takes minutes: it gets a quarter of the rows, and is held against ours on the same quarter.
  const quarter = await measure([ours.native], files[0].file, "score", rounds, progress);
  if (python) {
    const notebook = (name, file, each, into, count) =>
      benchNotebook(
        pythonPeer(name, python, "scoring_pandas.py"),
        { file, each, out: join(folder, "scored.csv") },
        into,
        count,
      );
    await notebook("pandas and statsmodels, whole columns", full, false, results, Math.min(rounds, 3));
    await notebook("pandas and statsmodels, ad set by ad set", files[0].file, true, quarter, 1);
  }
  progress("");
  for (const [count, found] of [
    [rows, results],
    [rows / 4, quarter],
  ]) {
    sayFailures(found);
    say(`\nFile to scored list and CSV, ${inWords(count)} adset-weeks; median of ${rounds}`);
    say(table([heading("scoring"), ...rowsOf(found, { "pandas and statsmodels, ad set by ad set": 20 })]));
    say(`          adsets scored: ${found.map(({ last }) => inWords(last?.scored ?? 0)).join(", ")}`);
  }
  await sayGrowth("scoring", runners, files, "score", results.slice(0, 2), rounds);
}

async function benchNotebook(runner, asked, results, rounds) {
  results.push(...(await measure([runner], asked, "score", rounds, progress)));
  runner.stop();
}

const kernelRunner = (name) => {
  const [command, ...before] = kernelCommands[name];
  return onceRunner(name, command, ({ kernel, size }) => [...before, kernel, String(size), "5"], JSON.parse);
};

/** Inner times, median of five after a warm-up; the sums must agree, or they would not do the same. */
export async function benchKernels(python) {
  const [native, wasm] = Object.keys(kernelCommands).map(kernelRunner);
  const rows = [["kernel", "size", "native ms", "WebAssembly ms", "share of native", "target", ""]];
  let bounds = null;
  for (const [kernel, size] of Object.entries(kernels)) {
    progress(kernel);
    const [a, b] = [await native.run({ kernel, size }), await wasm.run({ kernel, size })];
    if (Math.abs(a.sum - b.sum) > 1e-9 * Math.abs(a.sum)) throw new Error(`${kernel}: ${a.sum} natively, ${b.sum} not`);
    const share = a.ms / b.ms;
    rows.push([
      kernel,
      inWords(size),
      fixed(a.ms, 1),
      fixed(b.ms, 1),
      fixed(share, 2),
      fixed(leastShareOfNative, 2),
      verdict(share, leastShareOfNative),
    ]);
    if (kernel === "clopper_pearson") bounds = a;
  }
  progress("");
  say("\nKernels, natively and in WebAssembly");
  say(table(rows));
  if (!python) return;
  const scipy = pythonPeer("scipy beta.ppf, whole columns", python, "clopper_scipy.py");
  const [peer] = await measure([scipy], { size: kernels.clopper_pearson }, "", 3, progress);
  scipy.stop();
  progress("");
  sayFailures([peer]);
  if (peer.failure !== null) return;
  if (Math.abs(peer.last.sum - bounds.sum) > 1e-6) throw new Error(`Bounds sum to ${bounds.sum} and ${peer.last.sum}`);
  say("\n1,000,000 Clopper-Pearson bounds");
  say(table([heading("bounds"), ...rowsOf([{ name: "Outlay, native", ...bounds }, peer], { [peer.name]: 2 })]));
}

const planRunner = () =>
  onceRunner(
    "Outlay, native",
    outlay,
    ({ file, paramsFile }) => ["run", "budget/reallocate", file, "--params", paramsFile],
    (text) => {
      const { optimized_conversions: value, bound, gap } = JSON.parse(text).result.scalars;
      return { value, bound, gap };
    },
  );

function plan(folder, count, shape) {
  const made = makePlan(join(folder, `plan_${shape}_${count}.csv`), count, shape);
  const paramsFile = `${made.file}.params.json`;
  writeFileSync(paramsFile, JSON.stringify(made.params));
  return { ...made, paramsFile };
}

/** Ours as a whole process with reading and writing; the peers solve only, and are stopped after `peerSeconds`. */
async function benchPlan(title, made, methods, least, python, { rounds, peerSeconds }) {
  const [ours] = await measure([planRunner()], made, "", rounds, progress);
  sayFailures([ours]);
  const { value, gap } = ours.last;
  const rows = [
    [title, "ours is faster", "target", "", "ms", "conversions", "below ours"],
    ["Outlay, native", "", "", "", fixed(ours.ms, 0), fixed(value, 4), `proven gap ${gap.toExponential(0)}`],
  ];
  for (const { name, ...asked } of python ? methods : []) {
    progress(`${title}: ${name}`);
    const peer = pythonPeer(name, python, "plan_scipy.py");
    const { file, total, group_max } = made;
    const found = await peer.run({ ...asked, file, total, group_max, seconds: peerSeconds });
    peer.stop();
    const ratio = found.ms / ours.ms;
    const shown = `${found.finished ? "" : "> "}${times(ratio)}`;
    const below = (value - found.value) / value;
    if (below < -1e-9) throw new Error(`${name} found a better plan: ${found.value} against ${value}`);
    rows.push([
      `${name}${found.finished ? "" : ", stopped"}`,
      shown,
      least ? `${least}x` : "",
      least ? verdict(ratio, least) : "",
      fixed(found.ms, 0),
      fixed(found.value, 4),
      `${fixed(100 * below, 4)}%`,
    ]);
  }
  progress("");
  say(`\n${table(rows)}`);
}

export async function benchPlans(python, options) {
  const { folder } = options;
  const one = (method) => ({ name: `scipy ${method}`, method, starts: 1 });
  const concave = plan(folder, 2000, "power");
  await benchPlan("Concave, 2,000, 50 groups", concave, [one("SLSQP"), one("trust-constr")], 1000, python, options);
  await benchPlan("Concave, 100,000, 50 groups", plan(folder, 100_000, "power"), [], 0, python, options);
  const many = [{ name: "scipy SLSQP, 20 starts", method: "SLSQP", starts: 20 }];
  await benchPlan("S-shaped, 2,000", plan(folder, 2000, "hill"), many, 1, python, options);
}

/** Ours makes paths and runs all models with intervals; pandas makes the paths and three heuristics. */
export async function benchPaths(python, { touches, rounds, folder }) {
  const file = join(folder, `touches_${touches}.csv`);
  if (!existsSync(file)) {
    const script = join(root, "scripts", "make-touches.mjs");
    await run(process.execPath, [script, "--rows", String(touches), "--out", file]);
  }
  const channels = (csv) => ({ channels: csv.trimEnd().split("\n").length - 1 });
  const words = (asked) => ["run", "attribution/paths", asked.file, "--table", "channels", ...asked.more];
  const ours = [
    ["Outlay, native: paths, three heuristics", ["--set", "models=first,last,linear", "--set", "bootstrap=0"]],
    ["Outlay, native: paths, all models", ["--set", "bootstrap=0"]],
    ["Outlay, native: all models, 200 resamples", []],
  ];
  const results = [];
  for (const [name, more] of ours) {
    const runner = onceRunner(name, outlay, words, channels);
    results.push(...(await measure([runner], { file, more }, "", Math.min(rounds, 3), progress)));
  }
  const least = {};
  if (python) {
    const pandas = pythonPeer("pandas: paths, three heuristics", python, "paths_pandas.py");
    results.push(...(await measure([pandas], { file }, "", Math.min(rounds, 3), progress)));
    pandas.stop();
    least[pandas.name] = 10;
  }
  progress("");
  sayFailures(results);
  say(`\nLog of ${inWords(touches)} touches to attributed shares`);
  say(table([heading("attribution"), ...rowsOf(results, least)]));
}
