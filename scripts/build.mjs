// Builds what is asked for, only as far as something changed: cli, tests, report, sanitize, fuzz, wasm, checked, sample, single, site, all.
import "./node-version.mjs";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { findEmcc, findFuzzer } from "./needs.mjs";
import { isMain, main, root, run } from "./run.mjs";
import { setUp } from "./setup.mjs";
import { refuseLarge, sizes } from "./sizes.mjs";

export const targets = {
  cli: { purposes: ["cli"], build: () => cmake("native", ["outlay"]).then(buildReport) },
  tests: { purposes: ["cli", "test"], build: () => cmake("native", ["outlay", "outlay_tests"]).then(buildReport) },
  report: { purposes: [], build: buildReport },
  sanitize: { purposes: ["cli", "test"], build: buildSanitized },
  coverage: { purposes: ["cli", "test"], build: () => cmake("coverage", ["outlay_tests"], ["-DOUTLAY_COVERAGE=ON"]) },
  calibrate: { purposes: ["cli"], build: () => cmake("native", ["outlay_calibrate"]) },
  kernels: {
    purposes: ["cli", "wasm"],
    build: () => cmake("native", ["outlay_kernels"]).then(() => buildWasm(["kernels"])),
  },
  fuzz: { purposes: ["cli", "test", "fuzz"], build: buildFuzz },
  wasm: { purposes: ["wasm"], build: () => buildWasm(["engine", "reader"]) },
  checked: { purposes: ["wasm"], build: () => buildWasm(["checked"]) },
  sample: { purposes: [], build: buildSample },
  single: { purposes: [], build: buildSingle },
  site: { purposes: [], build: () => buildSingle().then(buildSite) },
};

async function cmake(name, goals, options = [], { wrapper = [], env = {} } = {}) {
  const folder = join(root, "build", name);
  forgetMovedBuild(folder);
  if (!configured(folder, goals)) {
    const configure = ["cmake", "-S", root, "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", ...options];
    const [command, ...args] = [...wrapper, ...configure];
    await run(command, args, { env });
  }
  await run("cmake", ["--build", folder, "-j", String(cpus().length), "--target", ...goals], { env });
}

/** False also when a goal was left out, as the tests are where GoogleTest was not there yet. */
function configured(folder, goals) {
  const plan = join(folder, "build.ninja");
  if (!existsSync(plan)) return false;
  const text = readFileSync(plan, "utf8");
  return goals.every((goal) => new RegExp(`^build ${goal}(\\.[cm]js)?:`, "m").test(text));
}

/** A build folder remembers where the sources were: after a move it must start afresh. */
function forgetMovedBuild(folder) {
  const cache = join(folder, "CMakeCache.txt");
  if (!existsSync(cache)) return;
  const home = readFileSync(cache, "utf8").match(/^CMAKE_HOME_DIRECTORY:INTERNAL=(.*)$/m);
  if (home?.[1] !== root) rmSync(folder, { recursive: true });
}

/** One sanitized engine is enough: where there is Clang with libFuzzer, it serves the tests and the fuzzers. */
export const sanitizedTests = () => join("build", findFuzzer() === null ? "sanitize" : "fuzz", "outlay_tests");

async function buildSanitized() {
  if (findFuzzer() !== null) return buildFuzz();
  await cmake("sanitize", ["outlay_tests"], ["-DOUTLAY_SANITIZE=ON"]);
}

async function buildFuzz() {
  const clang = findFuzzer();
  if (clang === null) throw Object.assign(new Error("No Clang with libFuzzer found."), { plain: true });
  const goals = ["fuzz_reader", "fuzz_session", "fuzz_requests", "outlay_tests"];
  await cmake("fuzz", goals, ["-DOUTLAY_FUZZ=ON", `-DCMAKE_CXX_COMPILER=${clang}`]);
}

async function buildWasm(goals) {
  const emcc = findEmcc();
  if (emcc === null) throw Object.assign(new Error("No emcc found: run npm run setup."), { plain: true });
  const env = { PATH: `${process.env.PATH}${delimiter}${dirname(emcc)}` };
  // Debian's emcc asks node for acorn, which Debian keeps in a folder that other builds of node do not search.
  const debianModules = "/usr/share/nodejs";
  if (existsSync(debianModules)) env.NODE_PATH = [process.env.NODE_PATH, debianModules].filter(Boolean).join(delimiter);
  await cmake("wasm", goals, [], { wrapper: [join(dirname(emcc), "emcmake")], env });
}

async function buildSample() {
  const folder = join(root, "build", "sample");
  await makeSample("make-sample.mjs", ["adset_weeks.csv"], (part) => [join(part, "adset_weeks.csv")], folder);
  await makeSample(
    "make-impact-sample.mjs",
    ["impact_performance.csv", "impact_actions.csv"],
    (part) => [part],
    folder,
  );
  await makeSample("make-budget-sample.mjs", ["budget_campaigns.csv"], (part) => [part], folder);
  const touches = ["sessions.csv", "channel_spend.csv"];
  await makeSample("make-touches.mjs", touches, (part) => touches.map((file) => join(part, file)), folder);
}

/** Written beside and moved, so that what stops half way leaves no half file. */
async function makeSample(name, files, outs, folder) {
  const script = join(root, "scripts", name);
  const makers = readdirSync(join(root, "scripts", "samples")).map((maker) => join(root, "scripts", "samples", maker));
  const made = Math.max(...[script, ...makers].map((path) => statSync(path).mtimeMs));
  const isNew = (file) => (statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0) > made;
  if (files.every(isNew)) return;
  const part = join(folder, `part.${process.pid}`);
  mkdirSync(part, { recursive: true });
  await run(process.execPath, [script, ...outs(part).flatMap((out) => ["--out", out])]);
  for (const file of files) renameSync(join(part, file), join(folder, file));
  rmSync(part, { recursive: true });
}

const pageInputs = [
  "web",
  "cpp/analyses",
  ...["engine.mjs", "engine.wasm", "reader.mjs", "reader.wasm"].map((name) => join("build", "wasm", name)),
  "scripts/samples",
  "package-lock.json",
];

/** The page as one file, and the same without what it carries: the site has that anyway. */
async function buildSingle() {
  await buildPage("single", pageInputs, "web/vite.single.config.ts", join("single", "outlay.html"));
}

async function buildSite() {
  const inputs = [...pageInputs, "build/single/template.html"];
  await buildPage("site", inputs, "web/vite.config.ts", join("site", "index.html"));
  const parts = join(root, "build", "site", "parts.json");
  if (existsSync(parts)) renameSync(parts, join(root, "build", "site.parts.json"));
  refuseLarge(sizes());
}

/** The report writers for Node, beside the command that runs them. */
async function buildReport() {
  await buildPage("report", ["web", "package-lock.json"], "web/vite.report.config.ts", join("native", "report.mjs"));
}

async function buildPage(name, from, config, result) {
  const stamp = join(root, "build", `${name}.stamp`);
  const inputs = from.flatMap((path) => statesOf(join(root, path))).join("\n");
  const made = join(root, "build", result);
  if (existsSync(made) && existsSync(stamp) && readFileSync(stamp, "utf8") === inputs) return;
  rmSync(stamp, { force: true });
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  await run(process.execPath, [vite, "build", "web", "--config", config, "--logLevel", "warn"]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, inputs);
}

/** Path, size and time of each file at or below a path: equal lists mean nothing changed. */
function statesOf(path) {
  const state = statSync(path, { throwIfNoEntry: false });
  if (state === undefined) return [`${path} absent`];
  if (!state.isDirectory()) return [`${path} ${state.size} ${state.mtimeMs}`];
  return readdirSync(path)
    .sort()
    .flatMap((name) => statesOf(join(path, name)));
}

/** Builds the named targets in order; says one line for each that took longer than a moment. */
export async function build(names) {
  for (const name of names) {
    const start = performance.now();
    await targets[name].build();
    const seconds = (performance.now() - start) / 1000;
    if (seconds > 0.5) console.log(`built ${name.padEnd(9)} ${seconds.toFixed(1)} s`);
  }
}

if (isMain(import.meta.url)) {
  main(async () => {
    const asked = process.argv.slice(2);
    // Fuzzing needs a second compiler, and the others are rare: they are built when asked for by name.
    const usual = Object.keys(targets).filter((name) => !["fuzz", "calibrate", "checked"].includes(name));
    const names = asked.length === 0 || asked.includes("all") ? usual : asked;
    const unknown = names.filter((name) => !(name in targets));
    if (unknown.length > 0) {
      const message = `No such target: ${unknown.join(", ")}. There are: ${Object.keys(targets).join(", ")}, all.`;
      throw Object.assign(new Error(message), { plain: true });
    }
    await setUp([...new Set(names.flatMap((name) => targets[name].purposes))]);
    await build(names);
  });
}
