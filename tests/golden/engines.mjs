// The two engines that golden cases run on: the native command and the WebAssembly module, behind one face.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

// An engine runs `analysis` on `files` ([{input, name, text}]) and answers {ok} or {error}, columns as plain arrays; with a
// row it explains that row instead.

export function nativeEngine(command = process.env.OUTLAY_COMMAND ?? join(root, "build/native/outlay")) {
  execFileSync(command, ["--version"]);
  return {
    name: "native",
    run(analysis, files, params, row) {
      const folder = mkdtempSync(join(tmpdir(), "outlay-golden-"));
      try {
        const words = files.map(({ input, name, text }) => {
          writeFileSync(join(folder, name), text);
          return `${input}=${name}`;
        });
        writeFileSync(join(folder, "params.json"), JSON.stringify(params));
        const keys = Object.entries(row ?? {}).flatMap(([name, value]) => ["--row", `${name}=${value}`]);
        const verb = row ? "explain" : "run";
        const answer = spawnSync(command, [verb, analysis, ...words, "--params", "params.json", ...keys], {
          cwd: folder,
          encoding: "utf8",
          maxBuffer: 1 << 30,
        });
        if (answer.status === 0) return { ok: JSON.parse(answer.stdout) };
        // Beside the error stands a hint that only the command gives.
        if (answer.status === 1) return { error: JSON.parse(answer.stderr).error };
        throw new Error(`exit ${answer.status}: ${answer.stderr.slice(0, 500)}`);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

/** `module` is the one the page uses, or `checked`: the same with every load, store and the stack checked. */
export async function wasmEngine(module = "engine") {
  // The glue of older Emscripten versions uses these two under Node.
  const folder = join(root, "build/wasm");
  globalThis.require = createRequire(import.meta.url);
  globalThis.__dirname = folder;
  const { default: createEngine } = await import(pathToFileURL(join(folder, `${module}.mjs`)).href);
  const engine = await createEngine({
    wasmBinary: readFileSync(join(folder, `${module}.wasm`)),
    locateFile: () => `${module}.wasm`,
  });
  return {
    name: module === "engine" ? "wasm" : `wasm, ${module}`,
    run(analysis, files, params, row) {
      const session = new engine.Session();
      try {
        return runInSession(engine, session, analysis, files, params, row);
      } finally {
        session.delete();
      }
    },
  };
}

function runInSession(module, session, analysis, files, params, row) {
  const inputs = {};
  for (const { input, name, text } of files) {
    const report = load(module, session, name, Buffer.from(text));
    if (report.error) return report;
    inputs[input] = { table: report.ok.tables[0].id };
  }
  if (row) return JSON.parse(session.explain(analysis, JSON.stringify({ inputs, params }), JSON.stringify(row)));
  const answer = JSON.parse(session.run(analysis, JSON.stringify({ inputs, params }), () => {}));
  if (answer.ok) {
    for (const table of Object.values(answer.ok.result.tables)) {
      for (const [name, column] of Object.entries(table.columns)) table.columns[name] = plainColumn(session, column);
    }
  }
  return answer;
}

function load(module, session, name, bytes) {
  const { reader } = JSON.parse(session.begin_file(name, bytes.length, "{}")).ok;
  const piece = 100_003; // no multiple of any window: chunks end anywhere in a record
  for (let at = 0; at < bytes.length; at += piece) {
    const part = bytes.subarray(at, at + piece);
    const pointer = session.stage(part.length);
    module.HEAPU8.set(part, pointer);
    const fed = JSON.parse(session.feed(reader, part.length));
    if (fed.error) return fed;
  }
  return JSON.parse(session.finish_file(reader));
}

function plainColumn(session, column) {
  if ("$f64" in column) return Array.from(session.f64(column.$f64), (v) => (Number.isNaN(v) ? null : v));
  if ("$text" in column) {
    const { codes, dictionary } = column.$text;
    return Array.from(session.i32(codes.$i32), (code) => (code < 0 ? null : dictionary[code]));
  }
  return Array.from(session.i32(column.$day.$i32), (day) =>
    day === -2147483648 ? null : new Date(day * 86400000).toISOString().slice(0, 10),
  );
}
