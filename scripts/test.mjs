// Runs every check and test in order and ends with one line: how many passed and failed in all.
import "./node-version.mjs";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { sanitizedTests, targets } from "./build.mjs";
import { fromGoogleTest, fromPlaywright, fromSentence, fromVitest, none, sentence, settle, sum } from "./counts.mjs";
import { findChromium } from "./needs.mjs";
import { CommandFailed, capture, root } from "./run.mjs";
import { setUp } from "./setup.mjs";

const reports = join(root, "build", "reports");
const longestLog = 20_000;

const inNode = (...args) => ({ command: process.execPath, args });
const tool = (name, entry, ...args) => inNode(join(root, "node_modules", name, entry), ...args);
const report = (name) => join(reports, `${name}.json`);
const builds = (...names) => ({ build: names });

/** Stages that run at the same time: each list in its order. */
const beside = (...lanes) => ({ lanes });

// A stage either builds targets or runs a command whose result `read` counts; `after` names what it cannot do without.
const stages = [
  { name: "build C++", ...builds("tests") },
  { name: "check", ...inNode("scripts/check.mjs"), read: fromSentence },
  { name: "C++ tests", after: ["build C++"], command: "build/native/outlay_tests", args: [], read: fromGoogleTest },
  { name: "build sanitized", ...builds("sanitize") },
  // Each of the first needs one core, and so does linking.
  beside(
    [
      {
        name: "C++ tests, sanitized",
        after: ["build sanitized"],
        command: sanitizedTests(),
        args: [],
        read: fromGoogleTest,
      },
      {
        name: "fuzz, short",
        after: ["build C++"],
        ...inNode("scripts/fuzz.mjs", "--seconds", "20", "--if-possible"),
        read: fromSentence,
      },
    ],
    [
      { name: "build WebAssembly", ...builds("wasm", "checked") },
      {
        name: "golden in WebAssembly",
        after: ["build WebAssembly"],
        ...inNode("tests/golden/run.mjs"),
        read: fromSentence,
      },
      {
        name: "golden, memory checked",
        after: ["build WebAssembly"],
        ...inNode("tests/golden/run.mjs", "--checked"),
        read: fromSentence,
      },
      { name: "build sample", ...builds("sample") },
      { name: "build site", after: ["build WebAssembly", "build sample"], ...builds("site") },
    ],
  ),
  {
    name: "web units",
    after: ["build WebAssembly", "build sample", "build site"],
    ...tool("vitest", "vitest.mjs", "run", "--reporter=default", "--reporter=json"),
    extra: [`--outputFile.json=${report("vitest")}`],
    report: "vitest",
    read: fromVitest,
  },
  {
    name: "browser",
    after: ["build site"],
    ...tool("@playwright/test", "cli.js", "test", "--reporter=line,json"),
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report("playwright") },
    report: "playwright",
    read: fromPlaywright,
  },
];

async function runBuild(stage) {
  try {
    for (const name of stage.build) await targets[name].build();
    return { counts: none, output: "" };
  } catch (error) {
    const output = error instanceof CommandFailed ? `${error.output}\n${error.message}` : String(error.stack);
    return { counts: { ...none, failed: 1 }, output };
  }
}

async function runTests(stage) {
  const { code, output } = await capture(stage.command, [...stage.args, ...(stage.extra ?? [])], {
    env: { OUTLAY_CHROMIUM: findChromium() ?? "", ...stage.env },
  });
  return { counts: settle(readCounts(stage, output), code), output };
}

function readCounts(stage, output) {
  if (stage.report === undefined) return stage.read(output);
  const file = report(stage.report);
  return existsSync(file) ? stage.read(JSON.parse(readFileSync(file, "utf8"))) : none;
}

/** Says what runs, and then what came of it; beside other stages both at once, in a line of its own. */
async function runStage(stage, isAlone) {
  const name = stage.name.padEnd(26);
  if (isAlone) process.stdout.write(name);
  const start = performance.now();
  const work = stage.build ? runBuild(stage) : runTests(stage);
  const { counts, output } = await work.catch((error) => ({
    counts: { ...none, failed: 1 },
    output: String(error.stack),
  }));
  const said = stage.build && counts.failed === 0 ? "done" : sentence(counts);
  console.log(
    `${isAlone ? "" : name}${said.padEnd(36)}${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s`,
  );
  if (counts.failed > 0) console.log(`${quote(output)}\n`);
  const reason = output.match(/^skipped: .*$/m)?.[0];
  if (reason !== undefined) console.log(`  ${reason}`);
  return counts;
}

const quote = (output) => stripVTControlCharacters(output).slice(-longestLog).trimEnd().replace(/^/gm, "  | ");

async function runAll() {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const broken = new Set();
  const all = [];
  const runEach = async (list, isAlone) => {
    for (const stage of list) {
      if (stage.lanes) await Promise.all(stage.lanes.map((lane) => runEach(lane, false)));
      else await runOne(stage, isAlone);
    }
  };
  const runOne = async (stage, isAlone) => {
    const lacking = stage.after?.find((name) => broken.has(name));
    const counts = lacking === undefined ? await runStage(stage, isAlone) : null;
    if (counts) all.push(counts);
    else console.log(`${stage.name.padEnd(26)}not run: "${lacking}" failed`);
    if (!counts || (stage.build && counts.failed > 0)) broken.add(stage.name);
  };
  await runEach(stages, true);
  return sum(all);
}

async function setUpStage() {
  try {
    await setUp(["all"]);
    return none;
  } catch (error) {
    console.log(`set-up failed: ${error.message}`);
    return { ...none, failed: 1 };
  }
}

const ready = await setUpStage();
const total = ready.failed > 0 ? ready : await runAll();
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(sentence(total));
