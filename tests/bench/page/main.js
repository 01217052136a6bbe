// Starts one worker a reader, keeps it, and answers window.runBench(reader, job) with what the worker measured.
import DuckDb from "./duckdb.js?worker";
import Outlay from "./outlay.js?worker";
import PapaParse from "./papaparse.js?worker";
import UDsv from "./udsv.js?worker";

const kinds = {
  outlay: () => new Outlay(),
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

/** Reads the file that stands in the page's file box; `job` is "read" or "score". */
window.runBench = (name, job) =>
  new Promise((resolve, reject) => {
    const worker = workerFor(name);
    const [file] = document.querySelector("input").files;
    const start = performance.now();
    worker.onmessage = ({ data }) => {
      if (data.error) reject(new Error(`${name}: ${data.error}`));
      // What the page waited for, without the time that a worker took to start.
      else resolve({ ...data, ms: performance.now() - start - (data.startMs ?? 0) });
    };
    worker.onerror = (event) => reject(new Error(`${name}: ${event.message}`));
    worker.postMessage({ file, job });
  });
