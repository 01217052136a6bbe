// What a worker does: one engine, one call at a time, every failure sent back as an EngineError.
import type { CreateEngine, EngineModule } from "@build/wasm/engine.mjs";
import {
  type Call,
  EngineFailure,
  engineError,
  type FromWorker,
  type LoadProgress,
  type RunOutcome,
  type RunProgress,
  type ToWorker,
  toEngineError,
  unreachable,
  type Value,
} from "./protocol";
import { buffersOf, EngineSession, spaced } from "./session";
import { decode91 } from "./unpack/base91";
import { unlzma } from "./unpack/lzma";
import { unpackedWhole } from "./unpack/whole";

interface Scope {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}

const scope = self as unknown as Scope;

async function compile(packed: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(unlzma(decode91(packed)));
}

async function start(createEngine: CreateEngine, given: WebAssembly.Module | string): Promise<EngineSession> {
  const compiled = typeof given === "string" ? await compile(given) : given;
  const module: EngineModule = await createEngine({
    locateFile: () => "engine.wasm",
    instantiateWasm: (imports, done) => {
      void WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
      return {};
    },
  });
  scope.postMessage({ kind: "ready", module: compiled });
  return new EngineSession(module);
}

async function answer(session: Promise<EngineSession> | undefined, id: number, call: Call): Promise<Value> {
  const say = (progress: LoadProgress | RunProgress) => scope.postMessage({ kind: "progress", id, progress });
  if (call.name === "unpack") return unpackedWhole(call.file, spaced(say));
  if (!session) throw new Error("the worker was called before it was started");
  const engine = await session;
  switch (call.name) {
    case "catalogue":
      return engine.catalogue();
    case "load":
      return engine.load(call.file, call.options, say, call.unpacked);
    case "remove":
      engine.remove(call.table);
      return null;
    case "preview":
      return engine.preview(call.table, call.first, call.count);
    case "suits":
      return engine.suits(call.tables);
    case "run":
      return engine.run(call.analysis, call.request, (fraction, phase) => say({ fraction, phase }));
    case "explain":
      return engine.explain(call.analysis, call.request, call.row);
    case "csv":
      return engine.csv(call.table);
    default:
      return unreachable(call);
  }
}

/** Rows from which a table of a result is sent on its own. */
const longTable = 5_000;

/** The result with its long tables sent ahead; what is left of them keeps their places. */
function sendAhead(id: number, outcome: RunOutcome): RunOutcome {
  const entries = Object.entries(outcome.result.tables).map(([name, table]) => {
    if (table.rows < longTable) return [name, table] as const;
    scope.postMessage({ kind: "part", id, name, table }, buffersOf([table]));
    return [name, { rows: 0, columns: {} }] as const;
  });
  return { ...outcome, result: { ...outcome.result, tables: Object.fromEntries(entries) } };
}

function post(id: number, call: Call, value: Value): void {
  if (call.name === "run") {
    const rest = sendAhead(id, value as RunOutcome);
    scope.postMessage({ kind: "done", id, value: rest }, buffersOf(Object.values(rest.result.tables)));
  } else {
    scope.postMessage({ kind: "done", id, value });
  }
}

/** A trap or a failed allocation leaves the instance in an unknown state: the page starts a new one. */
function failure(thrown: unknown): { error: ReturnType<typeof toEngineError>; broken: boolean } {
  if (thrown instanceof EngineFailure) return { error: thrown.error, broken: false };
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  // A C++ exception leaves the engine only when there is no memory even for its words.
  const isWordless = thrown instanceof WebAssembly.Exception;
  if (!isWordless && !(thrown instanceof RangeError) && !/memory|alloc|oom/i.test(text)) {
    return { error: toEngineError(thrown), broken: true };
  }
  const remedy = "Close other tabs, or drop a file with fewer weeks or columns. What was loaded before is kept.";
  return {
    error: engineError("internal", "This is more data than the browser gives memory for.", remedy),
    broken: true,
  };
}

/** `createEngine` is the glue that belongs to the engine which the page sends. */
export function serve(createEngine: CreateEngine): void {
  let session: Promise<EngineSession> | undefined;
  scope.onmessage = async ({ data }) => {
    switch (data.kind) {
      case "start":
        session = start(createEngine, data.engine);
        // A failure is told to each call that waits for it.
        await session.catch(() => undefined);
        return;
      case "call":
        try {
          post(data.id, data.call, await answer(session, data.id, data.call));
        } catch (thrown) {
          scope.postMessage({ kind: "failed", id: data.id, ...failure(thrown) });
        }
        return;
      default:
        unreachable(data);
    }
  };
}
