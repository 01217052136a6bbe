// Measures Outlay against named peers in the same run. --mb N, --rows N, --touches N, --rounds N, --peer-seconds N, --only PART, --memory, --write.
import "./node-version.mjs";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem } from "node:os";
import { join } from "node:path";
import { fixed, said, say } from "../tests/bench/figures.mjs";
import { benchPacked } from "../tests/bench/packed.mjs";
import { benchMemory, benchReading } from "../tests/bench/reading.mjs";
import { benchSlider } from "../tests/bench/slider.mjs";
import { benchStart } from "../tests/bench/start.mjs";
import { benchKernels, benchPaths, benchPlans, benchScoring } from "../tests/bench/works.mjs";
import { build } from "./build.mjs";
import { capture, hand, main, root } from "./run.mjs";
import { setUp } from "./setup.mjs";

const folder = join(root, "build", "bench");
const parts = ["reading", "scoring", "kernels", "plans", "paths", "start", "slider", "packed", "memory"];

// Above this before anything runs, other work is going on and the figures suffer from it; later the load is our own.
const quiet = 2.5;

function sayLoad(when) {
  say(`load      ${fixed(loadavg()[0], 2)} ${when}`);
}

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

/** The pandas of the system, and that of OUTLAY_PYTHON where it is another: versions differ twofold in speed. */
async function findPandas() {
  const found = new Map();
  for (const python of ["/usr/bin/python3", process.env.OUTLAY_PYTHON].filter(Boolean)) {
    const words = ["-c", "import pandas; print(pandas.__version__)"];
    const { code, output } = await capture(python, words).catch(() => ({ code: 1, output: "" }));
    if (code === 0) found.set(`pandas ${output.trim()}, C engine`, python);
  }
  if (found.size === 0) say("No Python with pandas: that peer is left out. OUTLAY_PYTHON says which Python to use.");
  return [...found];
}

/** The first Python that has these modules; null when none does. */
async function findPython(...modules) {
  for (const python of [process.env.OUTLAY_PYTHON, "/usr/bin/python3", "python3"].filter(Boolean)) {
    const answer = await capture(python, ["-c", `import ${modules.join(", ")}`]).catch(() => ({ code: 1 }));
    if (answer.code === 0) return python;
  }
  say(`No Python with ${modules.join(", ")}: those peers are left out. OUTLAY_PYTHON says which Python to use.`);
  return null;
}

function sayMachine(version) {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  say(`machine   ${cpus()[0].model}, ${cpus().length} cores, ${memory}, ${process.platform} ${release()}`);
  say(`          Node ${process.versions.node}, Chromium ${version}`);
  sayLoad("at the start");
  if (loadavg()[0] > quiet) say("          NOT a quiet machine: measure again when it is");
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
  const peers = [
    inPage("Outlay in two halves, not merged, Chromium worker", "halves"),
    inPage("PapaParse, typed, Chromium worker", "papaparse"),
    inPage("PapaParse, texts, Chromium worker", "papaparseTexts"),
    inPage("uDSV, typed, Chromium worker", "udsv"),
    inPage("DuckDB-WASM, Chromium worker", "duckdb"),
    runners.duckDb(),
    ...(await findPandas()).map(([name, python]) => runners.pythonPeer(name, python, "pandas_read.py")),
  ];
  return { browser, ours, peers, all: [...Object.values(ours), ...peers] };
}

function readOptions(words) {
  const number = (name, usual) => {
    const given = words.includes(name) ? Number(words[words.indexOf(name) + 1]) : usual;
    if (!(given > 0)) throw Object.assign(new Error(`${name} takes a number above 0`), { plain: true });
    return given;
  };
  const at = words.indexOf("--only");
  const only = at < 0 ? null : words[at + 1];
  if (only !== null && !parts.includes(only)) {
    throw Object.assign(new Error(`--only takes one of ${parts.join(", ")}`), { plain: true });
  }
  return {
    folder,
    wants: (part) => (part === "memory" && only === null ? words.includes("--memory") : (only ?? part) === part),
    write: words.includes("--write"),
    touches: number("--touches", 1_000_000),
    peerSeconds: number("--peer-seconds", 60),
    mb: number("--mb", 100),
    rows: number("--rows", 1_000_000),
    rounds: number("--rounds", 5),
    memoryMb: number("--memory-mb", 1000),
  };
}

async function benchAll(options, words) {
  const runners = await openRunners();
  const { wants } = options;
  try {
    sayMachine(runners.browser.version);
    const science = await findPython("pandas", "scipy", "statsmodels");
    if (wants("reading")) await benchReading(runners, options);
    if (wants("scoring")) await benchScoring(runners, science, options);
    if (wants("kernels")) await benchKernels(science);
    if (wants("plans")) await benchPlans(science, options);
    if (wants("paths")) await benchPaths(science, options);
  } finally {
    for (const runner of runners.all) await runner.stop();
    await runners.browser.close();
  }
  // Each in a Chromium of its own.
  if (wants("start")) await benchStart(options);
  if (wants("slider")) await benchSlider();
  if (wants("packed")) await benchPacked(options);
  if (wants("memory")) await benchMemory(options);
  sayLoad("at the end");
  if (options.write) writeResults(words);
}

function writeResults(words) {
  const command = ["npm run bench --", ...words].join(" ");
  const text = `# Results of the bench\n\nMade by \`${command}\`; ratios are the result, times belong to the machine named.\n\n`;
  writeFileSync(join(root, "tests", "bench", "RESULTS.md"), `${text}\`\`\`text\n${said.join("\n")}\n\`\`\`\n`);
}

main(async () => {
  const words = process.argv.slice(2);
  const options = readOptions(words);
  mkdirSync(folder, { recursive: true });
  await setUp(["cli", "wasm"]);
  await installPeers();
  await build(["cli", "kernels", "wasm", "site"]);
  await benchAll(options, words);
});
