// Checks everything that needs no test run: formatting, lint, types, generated files, the project's own rules. --fix mends layout.
import "./node-version.mjs";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { sentence, sum } from "./counts.mjs";
import { generatedFile, generateTypes } from "./gen-types.mjs";
import { brokenLock } from "./lock.mjs";
import { CommandFailed, main, root, run } from "./run.mjs";
import { setUp } from "./setup.mjs";
import { hasSite, refuseLarge, sizes } from "./sizes.mjs";
import { sourceFiles } from "./source-files.mjs";
import { brokenRules } from "./style.mjs";

const fix = process.argv.includes("--fix");
const inTool = (name, entry, ...args) => run(process.execPath, [join(root, "node_modules", name, entry), ...args]);

const checks = {
  "web format and lint": () =>
    inTool(
      "@biomejs/biome",
      "bin/biome",
      "check",
      "--error-on-warnings",
      "--max-diagnostics=100",
      ...(fix ? ["--write"] : []),
      ".",
    ),
  "C++ format": () => formatCpp(sourceFiles(["cpp", "tests/cpp", "tests/fuzz"], [".cpp", ".h"])),
  "web types": () => inTool("typescript", "bin/tsc", "--noEmit", "--pretty", "false"),
  "generated types": checkGenerated,
  "project rules": () => refuse("project rules", brokenRules()),
  lock: () => refuse("lock", brokenLock()),
  // Of the last build, when there is one: building is what measures it otherwise.
  sizes: () => hasSite() && refuseLarge(sizes()),
};

async function formatCpp(files) {
  if (files.length > 0) await run("clang-format", [...(fix ? ["-i"] : ["--dry-run", "-Werror"]), ...files]);
}

async function checkGenerated() {
  await build(["cli"]);
  const current = existsSync(generatedFile) ? readFileSync(generatedFile, "utf8") : "";
  if (current !== (await generateTypes())) throw new CommandFailed("gen", 1, "types.gen.ts is stale: run npm run gen.");
}

function refuse(name, broken) {
  if (broken.length > 0) throw new CommandFailed(name, 1, broken.join("\n"));
}

main(async () => {
  await setUp(["cli", "check"]);
  const counts = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check();
      counts.push({ passed: 1, failed: 0, skipped: 0 });
    } catch (error) {
      counts.push({ passed: 0, failed: 1, skipped: 0 });
      console.log(`${name}:\n${error instanceof CommandFailed ? error.output.trimEnd() : error.stack}\n`);
    }
  }
  const total = sum(counts);
  console.log(sentence(total));
  if (total.failed > 0) process.exitCode = 1;
});
