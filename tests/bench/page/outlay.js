// Our engine as the page's worker drives it: the file's stream, staged into the heap, to typed columns, to a score.
import createEngine from "@build/wasm/engine.mjs";
import wasmUrl from "@build/wasm/engine.wasm?url";
import { chunksOf } from "../../../web/src/engine/reading.ts";
import { answer } from "./answer.js";

const feedBytes = 1024 * 1024;

function unwrap(json) {
  const reply = JSON.parse(json);
  if (reply.error) throw new Error(reply.error.message);
  return reply.ok;
}

async function prepare() {
  const response = await fetch(wasmUrl);
  return createEngine({ locateFile: () => "engine.wasm", wasmBinary: new Uint8Array(await response.arrayBuffer()) });
}

async function read(engine, session, file) {
  const { reader } = unwrap(session.begin_file(file.name, file.size, "{}"));
  for await (const chunk of chunksOf(file, { reuse: true })) {
    for (let at = 0; at < chunk.byteLength; at += feedBytes) {
      const part = chunk.subarray(at, at + feedBytes);
      engine.HEAPU8.set(part, session.stage(part.byteLength));
      unwrap(session.feed(reader, part.byteLength));
    }
  }
  return unwrap(session.finish_file(reader)).tables[0];
}

/** Runs the scores and copies the columns out of the heap, as the page does. */
function score(session) {
  const answered = unwrap(session.run("scoring/adsets", JSON.stringify({ inputs: {}, params: {} }), () => undefined));
  for (const table of Object.values(answered.result.tables)) {
    for (const column of Object.values(table.columns)) {
      if ("$f64" in column) session.f64(column.$f64).slice();
      else session.i32(column.$text ? column.$text.codes.$i32 : column.$day.$i32).slice();
    }
  }
  return answered.result.tables.adsets.rows;
}

answer(async (engine, { file, job }) => {
  const session = new engine.Session();
  try {
    const table = await read(engine, session, file);
    const columns = table.columns.map((column) => (column.type === "number" ? 8 : 4)).reduce((a, b) => a + b, 0);
    const scored = job === "score" ? score(session) : undefined;
    return { rows: table.rows, scored, columnBytes: columns * table.rows, heapBytes: engine.HEAPU8.length };
  } finally {
    session.delete();
  }
}, prepare);
