// The project's own rules: opening comments, ASCII, length, which layer may use which, and no network in the page.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./run.mjs";
import { sourceFiles } from "./source-files.mjs";

const folders = ["cpp", "web", "tests", "scripts"];
const extensions = [".cpp", ".h", ".ts", ".tsx", ".mjs", ".css", ".html"];
const longestFile = 400;
// Headers of exports in their own languages are data; escapes would make them unreadable.
const mayHoldAnyText = /^cpp\/ingest\/platforms\//;

// A file may use its own folder and those of earlier rows, never a neighbour in its row.
const webLayers = [
  ["ui"],
  ["engine"],
  ["state"],
  ["ingest", "analyses", "privacy", "methods"],
  ["report", "share", "offline"],
  ["frame"],
  ["app"],
];
const cppLayers = [["core"], ["math"], ["ingest", "analyses"], ["session"], ["wasm", "cli"]];

const includeOwners = [
  { header: /^nlohmann\//, owner: /^cpp\/core\/json\.cpp$/, name: "cpp/core/json.cpp" },
  { header: /^boost\//, owner: /^cpp\/math\/[^/]+\.cpp$/, name: "cpp/math/*.cpp" },
  { header: /^emscripten[./]/, owner: /^cpp\/wasm\/bind\.cpp$/, name: "cpp/wasm/bind.cpp" },
];
const network =
  /\bfetch\s*\(|\bnew\s+(XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b|\bsendBeacon\s*\(/;
// The scripts that make the samples run in the page too.
const pageCode = /^(web\/src\/.*\.tsx?|scripts\/samples\/.*\.mjs)$/;
// The one file that tries to send, so that the page can show that the browser refuses.
const mayTry = /^web\/src\/privacy\/self-test\.ts$/;
const quotedText = /"(\\.|[^"\\])*"/g;

function layout(path, text) {
  const broken = [];
  const lines = text.split("\n");
  const odd = lines.findIndex((line) => /[^\x20-\x7e\t]/.test(line));
  if (odd >= 0 && !mayHoldAnyText.test(path)) broken.push(`${path}:${odd + 1}: only ASCII in source: write an escape`);
  if (lines.length - 1 > longestFile) broken.push(`${path}: ${lines.length - 1} lines; ${longestFile} is the most`);
  const first = lines.find((line) => !/^(#!|<!doctype)/i.test(line)) ?? "";
  if (!/^\s*(\/\/|\/\*|<!--)/.test(first)) broken.push(`${path}:1: a file opens with a comment that says what it is`);
  return broken;
}

const rowOf = (layers, name) => layers.findIndex((row) => row.includes(name));

function arrow(layers, path, line, from, to) {
  if (from === to) return [];
  const [a, b] = [rowOf(layers, from), rowOf(layers, to)];
  if (a < 0 || b < 0) return [`${path}:${line}: ${a < 0 ? from : to} has no place in scripts/style.mjs`];
  return b < a ? [] : [`${path}:${line}: ${from} may not use ${to}`];
}

function cppIncludes(path, text) {
  const layer = path.split("/")[1];
  const area = path.match(/^cpp\/analyses\/([^/]+)\//)?.[1];
  return text.split("\n").flatMap((row, k) => {
    const header = row.match(/^\s*#\s*include\s*[<"]([^>"]+)/)?.[1];
    if (header === undefined) return [];
    const owner = includeOwners.find((rule) => rule.header.test(header));
    if (owner) return owner.owner.test(path) ? [] : [`${path}:${k + 1}: only ${owner.name} includes <${header}>`];
    const used = header.startsWith("..") ? join(dirname(path), header).slice("cpp/".length) : header;
    const other = used.match(/^analyses\/([^/]+)\//)?.[1];
    if (area && other && other !== area) return [`${path}:${k + 1}: area ${area} may not include area ${other}`];
    const layers = cppLayers.flat();
    const target = used.split("/")[0];
    return layers.includes(target) && used.includes("/") ? arrow(cppLayers, path, k + 1, layer, target) : [];
  });
}

/** The folder right below web/src, also when an import names just that; what lies beside the folders is the app. */
function webLayer(path) {
  const [, , name, ...below] = path.split("/");
  return below.length > 0 || rowOf(webLayers, name) >= 0 ? name : "app";
}

function webImports(path, text) {
  return text.split("\n").flatMap((row, k) => {
    const broken =
      !mayTry.test(path) && network.test(row.replace(quotedText, '""'))
        ? [`${path}:${k + 1}: the page makes no connection: ${row.trim()}`]
        : [];
    const target = row.match(/(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]*)"/)?.[1];
    if (target === undefined) return broken;
    const used = join(dirname(path), target);
    return used.startsWith("web/src/")
      ? [...broken, ...arrow(webLayers, path, k + 1, webLayer(path), webLayer(used))]
      : broken;
  });
}

/** One line for each place in this text that breaks a rule. */
export function rulesBrokenBy(path, text) {
  const broken = path.endsWith(".gen.ts") ? [] : layout(path, text);
  if (/^cpp\/.*\.(cpp|h)$/.test(path)) broken.push(...cppIncludes(path, text));
  if (pageCode.test(path)) broken.push(...webImports(path, text));
  return broken;
}

/** The same for every source file of the project. */
export const brokenRules = () =>
  sourceFiles(folders, extensions).flatMap((path) => rulesBrokenBy(path, readFileSync(join(root, path), "utf8")));
