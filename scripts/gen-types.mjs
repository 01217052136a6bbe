// Writes web/src/engine/types.gen.ts from the engine's catalogue: parameters, scalars and column names of each analysis.
import "./node-version.mjs";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { isMain, main, root, run } from "./run.mjs";
import { setUp } from "./setup.mjs";

export const generatedFile = join(root, "web", "src", "engine", "types.gen.ts");

const quoted = (text) => JSON.stringify(text);
const union = (names) => (names.length > 0 ? names.map(quoted).join(" | ") : "never");

function valueType(field) {
  if (field.type === "choice") return union((field.options ?? []).map((option) => option.value));
  if (field.type === "records") {
    return `Record<string, { ${field.fields.map((inner) => `${quoted(inner.name)}?: ${valueType(inner)}`).join("; ")} }>`;
  }
  if (field.type === "number" && field.default === null) return "number | null";
  const types = { number: "number", integer: "number", boolean: "boolean", map: "Record<string, number>" };
  return types[field.type] ?? "string";
}

/** One member of an interface, with its label as comment; the marketer's words travel with the name. */
function member(field, suffix = "") {
  const unit = field.unit ? ` (${field.unit})` : "";
  const label = `${field.label}${unit}`.replaceAll("*/", "* /");
  return `/** ${label} */\n${quoted(field.name)}: ${valueType(field)}${suffix};`;
}

function analysis(info) {
  const tables = info.results.tables.map(
    (table) => `${quoted(table.name)}: ${union(table.columns.map((c) => c.name))};`,
  );
  return [
    `/** ${info.title.replaceAll("*/", "* /")} */`,
    `${quoted(info.id)}: {`,
    `params: {\n${info.parameters.map((field) => member(field)).join("\n")}\n};`,
    `scalars: {\n${info.results.scalars.map((field) => member(field, " | null")).join("\n")}\n};`,
    `tables: {\n${tables.join("\n")}\n};`,
    "};",
  ].join("\n");
}

function source(catalogue) {
  const analyses = [...catalogue.analyses].sort((a, b) => (a.id < b.id ? -1 : 1));
  return `// Written by npm run gen from the engine's catalogue; do not edit.
export interface Analyses {
${analyses.map(analysis).join("\n")}
}

export type AnalysisId = keyof Analyses;
export type ParamsOf<Id extends AnalysisId> = Analyses[Id]["params"];
export type ScalarsOf<Id extends AnalysisId> = Analyses[Id]["scalars"];
export type TablesOf<Id extends AnalysisId> = Analyses[Id]["tables"];
export type ColumnOf<Id extends AnalysisId, Table extends keyof TablesOf<Id>> = TablesOf<Id>[Table];
`;
}

function formatted(text) {
  const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  const args = [biome, "check", "--write", `--stdin-file-path=${generatedFile}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, input: text, encoding: "utf8" });
  if (status !== 0) throw new Error(`Biome could not format the generated types: ${stderr}`);
  return stdout;
}

/** The text of the generated file, from the native engine as built. */
export async function generateTypes() {
  const catalogue = await run(join(root, "build", "native", "outlay"), ["describe", "--all"]);
  return formatted(source(JSON.parse(catalogue)));
}

if (isMain(import.meta.url)) {
  main(async () => {
    await setUp(["cli"]);
    await build(["cli"]);
    writeFileSync(generatedFile, await generateTypes());
    console.log(`wrote ${generatedFile.slice(root.length + 1)}`);
  });
}
