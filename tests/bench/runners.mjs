// The readers to measure, behind one face: { name, run(file, job), stop() } where run answers { ms, rows, ... }.
import { execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const root = new URL("../../", import.meta.url).pathname;
const execute = promisify(execFile);
const own = (...parts) => join(root, "tests", "bench", ...parts);

/** Starts the command anew each time: what a scheduler waits for, start and exit included. */
export function commandRunner(name, { read, score }) {
  const words = { read, score };
  const run = (file, job) =>
    new Promise((resolve, reject) => {
      const start = performance.now();
      const child = spawn(join(root, "build", "native", "outlay"), words[job](file));
      const chunks = [];
      child.stdout.on("data", (chunk) => chunks.push(chunk));
      child.on("error", reject);
      child.on("close", (code) => {
        const ms = performance.now() - start;
        const text = Buffer.concat(chunks).toString();
        if (code !== 0) reject(new Error(`${name} ended with ${code}`));
        else resolve({ ms, ...(job === "read" ? { rows: JSON.parse(text).files[0].tables[0].rows } : scored(text)) });
      });
    });
  return { name, run, stop: () => undefined };
}

const scored = (csv) => ({ scored: csv.split("\n").length - 2 });

/** One start of a command for each run; `words` and `read` say how it is asked and what its output says. */
export function onceRunner(name, command, words, read) {
  const run = async (asked) => {
    const start = performance.now();
    const { stdout } = await execute(command, words(asked), { maxBuffer: 1 << 30 });
    return { ms: performance.now() - start, ...read(stdout) };
  };
  return { name, run, stop: () => undefined };
}

/** A process that stays warm and does what it is told: a line is a path, or JSON for what is more than one. */
export function lineRunner(name, command, words) {
  const child = spawn(command, words, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    name,
    async run(file) {
      child.stdin.write(`${typeof file === "string" ? file : JSON.stringify(file)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${name} ended before it answered`);
      return JSON.parse(value);
    },
    stop: () => child.stdin.end(),
  };
}

/** A reader in the bench page, in a page of its own that stays open. */
export function browserRunner(name, browser, kind) {
  let page = null;
  return {
    name,
    async run(file, job) {
      page ??= await browser.openPage();
      return page.run(kind, file, job);
    },
    stop: () => page?.close(),
  };
}

export const native = () =>
  commandRunner("Outlay, native", {
    read: (file) => ["inspect", file],
    score: (file) => ["run", "scoring/adsets", file, "--table", "adsets"],
  });
export const wasmInNode = () => lineRunner("Outlay, WebAssembly in Node", process.execPath, [own("peers", "wasm.mjs")]);
export const duckDb = () => lineRunner("DuckDB, native", process.execPath, [own("peers", "duckdb.mjs")]);
export const pythonPeer = (name, python, script) => lineRunner(name, python, [own("peers", script)]);
