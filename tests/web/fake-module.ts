// An engine module in memory: a heap that is replaced at every call, as growth replaces it, and fixed answers.
import type { EngineModule, Session } from "@build/wasm/engine.mjs";

const result = {
  analysis: "a/b",
  engine: "fake",
  grade: "observed",
  params: {},
  inputs: {},
  result: {
    scalars: { n: 3 },
    tables: {
      t: {
        rows: 3,
        columns: {
          x: { $f64: 0 },
          name: { $text: { codes: { $i32: 0 }, dictionary: ["a", "b"] } },
          when: { $day: { $i32: 1 } },
        },
      },
    },
  },
  notices: [],
};

const ok = (value: unknown) => JSON.stringify({ ok: value });

export function fakeModule(): { module: EngineModule; received: () => Buffer } {
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  let name = "";
  const refusal = { code: "bad_file", message: "no", remedy: "yes", where: { file: "bad.csv" } };
  const i32 = [Int32Array.of(0, -1, 1), Int32Array.of(19000, 19007, -2147483648)];
  const module = { HEAPU8: new Uint8Array(0) } as EngineModule;
  class FakeSession implements Session {
    catalogue = () => "{}";
    begin_file = (file: string) => {
      name = file;
      return ok({ reader: 1 });
    };
    stage = (size: number) => {
      module.HEAPU8 = new Uint8Array(size + 16);
      return 16;
    };
    feed = (_: number, size: number) => {
      bytes.push(Uint8Array.from(module.HEAPU8.subarray(16, 16 + size)));
      module.HEAPU8 = new Uint8Array(0);
      return ok({ rows: bytes.length });
    };
    finish_file = () =>
      name === "bad.csv" ? JSON.stringify({ error: refusal }) : ok({ name, tables: [{ id: 1, name, rows: 1 }] });
    abandon_file = () => undefined;
    remove_table = () => undefined;
    preview = () => ok({ columns: [], rows: [] });
    suits = () => ok([]);
    run = () => ok(result);
    explain = (_: string, __: string, row: string) => ok({ title: row, steps: [] });
    f64 = () => Float64Array.of(1, 2.5, Number.NaN);
    i32 = (k: number) => i32[k] ?? new Int32Array(0);
    csv = () => ok({ csv: "" });
  }
  module.Session = FakeSession;
  return { module, received: () => Buffer.concat(bytes) };
}
