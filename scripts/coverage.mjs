// Which lines of the engine its C++ tests run: a table by folder; with --lines also the lines that none did.
import "./node-version.mjs";
import { readdirSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { build } from "./build.mjs";
import { capture, main, root, run } from "./run.mjs";
import { setUp } from "./setup.mjs";

const folder = join(root, "build", "coverage");
const below = (ending) => {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(ending));
  return names.map((name) => join(folder, name));
};

/** How often each line of each of our files ran, over all objects that have it. */
async function countLines() {
  const files = new Map();
  for (const data of below(".gcda")) {
    const { code, output } = await capture("gcov", ["--json-format", "--stdout", data], { cwd: folder });
    if (code !== 0) throw Object.assign(new Error(`gcov: ${output.slice(0, 500)}`), { plain: true });
    const found = output.split("\n").filter((line) => line.startsWith("{"));
    for (const { file, lines } of found.flatMap((line) => JSON.parse(line).files)) {
      const name = relative(root, resolve(folder, file));
      if (!name.startsWith("cpp/")) continue;
      const counts = files.get(name) ?? new Map();
      for (const { line_number: at, count } of lines) counts.set(at, (counts.get(at) ?? 0) + count);
      files.set(name, counts);
    }
  }
  return files;
}

function print(name, lines, ran) {
  const share = lines > 0 ? `${((100 * ran) / lines).toFixed(1)}%` : "";
  console.log(`${name.padEnd(28)}${String(ran).padStart(8)}${String(lines).padStart(8)}${share.padStart(9)}`);
}

function report(files) {
  const folders = new Map();
  for (const [name, counts] of files) {
    const sums = folders.get(dirname(name)) ?? [0, 0];
    folders.set(dirname(name), [sums[0] + counts.size, sums[1] + [...counts.values()].filter(Boolean).length]);
  }
  console.log(`${"folder".padEnd(28)}${"ran".padStart(8)}${"lines".padStart(8)}${"share".padStart(9)}`);
  for (const [name, [lines, ran]] of [...folders].sort()) print(name, lines, ran);
  const all = [...folders.values()];
  const total = (k) => all.reduce((sum, counts) => sum + counts[k], 0);
  print("all", total(0), total(1));
}

function listMissed(files) {
  for (const [name, counts] of [...files].sort()) {
    const missed = [...counts].filter(([, count]) => count === 0).map(([at]) => at);
    if (missed.length > 0) console.log(`${name}: ${missed.sort((a, b) => a - b).join(" ")}`);
  }
}

main(async () => {
  await setUp(["cli", "test"]);
  await build(["coverage"]);
  for (const old of below(".gcda")) rmSync(old);
  await run(join(folder, "outlay_tests"), ["--gtest_brief=1"], { show: true });
  const files = await countLines();
  if (process.argv.includes("--lines")) listMissed(files);
  report(files);
});
