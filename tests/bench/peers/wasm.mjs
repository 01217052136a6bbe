// Our WebAssembly engine in Node: chunks from the disk, staged into the heap, to typed columns.
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { serveLines } from "./lines.mjs";

const folder = new URL("../../../build/wasm/", import.meta.url);
const chunkBytes = 1024 * 1024;

// The glue of older Emscripten versions uses these two under Node.
globalThis.require = createRequire(import.meta.url);
globalThis.__dirname = fileURLToPath(folder);
const { default: createEngine } = await import(new URL("engine.mjs", folder).href);
const engine = await createEngine({
  wasmBinary: readFileSync(new URL("engine.wasm", folder)),
  locateFile: () => "engine.wasm",
});

function unwrap(json) {
  const reply = JSON.parse(json);
  if (reply.error) throw new Error(reply.error.message);
  return reply.ok;
}

function feedAll(session, reader, file) {
  for (;;) {
    const pointer = session.stage(chunkBytes);
    const count = readSync(file, engine.HEAPU8.subarray(pointer, pointer + chunkBytes));
    if (count === 0) return;
    unwrap(session.feed(reader, count));
  }
}

await serveLines((path) => {
  const session = new engine.Session();
  const file = openSync(path, "r");
  try {
    const { reader } = unwrap(session.begin_file(basename(path), fstatSync(file).size, "{}"));
    feedAll(session, reader, file);
    return { rows: unwrap(session.finish_file(reader)).tables[0].rows };
  } finally {
    closeSync(file);
    session.delete();
  }
});
