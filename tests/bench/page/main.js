// Starts one worker a reader, keeps it, and answers window.runBench(reader, job) with what the worker measured.
import DuckDb from "./duckdb.js?worker";
import Outlay from "./outlay.js?worker";
import PapaParse from "./papaparse.js?worker";
import UDsv from "./udsv.js?worker";

const kinds = {
  outlay: () => new Outlay(),
  outlay0: () => new Outlay(),
  outlay1: () => new Outlay(),
  papaparse: () => new PapaParse({ name: "typed" }),
  papaparseTexts: () => new PapaParse({ name: "texts" }),
  udsv: () => new UDsv(),
  duckdb: () => new DuckDb(),
};
const workers = new Map();

function workerFor(name) {
  if (!workers.has(name)) workers.set(name, kinds[name]());
  return workers.get(name);
}

/** The first line and each half of the records, as two files. */
async function halvesOf(file) {
  const near = await file.slice(file.size / 2, file.size / 2 + 65_536).text();
  const cut = Math.floor(file.size / 2) + near.indexOf("\n") + 1;
  const head = (await file.slice(0, 65_536).text()).split("\n", 1)[0];
  return [file.slice(0, cut), new Blob([`${head}\n`, file.slice(cut)])].map((part) => new File([part], file.name));
}

/** What a pool could gain at most: two engines, each with its half, nothing merged. */
async function inHalves(file) {
  const halves = await halvesOf(file);
  const start = performance.now();
  const done = await Promise.all(halves.map((half, k) => ask(`outlay${k}`, half, "read")));
  const startMs = Math.max(...done.map((one) => one.startMs));
  return { rows: done[0].rows + done[1].rows, ms: performance.now() - start - startMs };
}

/** Reads the file that stands in the page's file box; `job` is "read" or "score". */
window.runBench = (name, job) => {
  const [file] = document.querySelector("input").files;
  return name === "halves" ? inHalves(file) : ask(name, file, job);
};

const ask = (name, file, job) =>
  new Promise((resolve, reject) => {
    const worker = workerFor(name);
    const start = performance.now();
    worker.onmessage = ({ data }) => {
      if (data.error) reject(new Error(`${name}: ${data.error}`));
      // What the page waited for, without the time that a worker took to start.
      else resolve({ ...data, ms: performance.now() - start - (data.startMs ?? 0) });
    };
    worker.onerror = (event) => reject(new Error(`${name}: ${event.message}`));
    worker.postMessage({ file, job });
  });
