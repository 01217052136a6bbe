// The engine's session with its JSON replies unwrapped, files fed in, and results copied out of the heap.
import type { EngineModule, Session } from "@build/wasm/engine.mjs";
import { Loading } from "./loading";
import {
  type Catalogue,
  type Column,
  EngineFailure,
  type Explanation,
  engineError,
  type FileReport,
  type LoadProgress,
  type LoadReport,
  type PartOptions,
  type Preview,
  type ReadOptions,
  type Reply,
  type RowKey,
  type RunOutcome,
  type RunRequest,
  type RunResult,
  type Suits,
  type WireColumn,
} from "./protocol";
import { Unreadable } from "./reading";
import { type Limits, usualLimits } from "./unpack/limits";
import { type Part, partsOf, sourceOf } from "./unpack/parts";
import { partsAgain, type Unpacked } from "./unpack/whole";

const feedBytes = 1024 * 1024;

function unwrap<T>(json: string): T {
  const reply = JSON.parse(json) as Reply<T>;
  if ("error" in reply) throw new EngineFailure(reply.error);
  return reply.ok;
}

/** Says at most every 50 ms how far something is, so that talking never slows the work. */
export function spaced<A extends unknown[]>(say: (...args: A) => void, gap = 50): (...args: A) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (...args) => {
    const now = performance.now();
    if (now - last < gap) return;
    last = now;
    say(...args);
  };
}

export class EngineSession {
  private readonly session: Session;

  constructor(
    private readonly module: EngineModule,
    private readonly limits: Limits = usualLimits,
  ) {
    this.session = new module.Session();
  }

  catalogue(): Catalogue {
    return JSON.parse(this.session.catalogue()) as Catalogue;
  }

  /** Reads a file and everything in it. Parts that are no tables are passed over as long as one is. */
  async load(
    file: File,
    options: PartOptions,
    say: (progress: LoadProgress) => void,
    unpacked: Unpacked | null = null,
  ): Promise<LoadReport> {
    const loading = new Loading(file, spaced(say));
    const source = sourceOf(file, this.limits, loading.watch, loading.passOver);
    if (unpacked) loading.watch(file.size);
    try {
      for await (const part of unpacked ? partsAgain(unpacked, source) : partsOf(source)) {
        try {
          loading.add(part, await this.read(part, options[part.name] ?? {}, loading));
        } catch (thrown) {
          loading.refuse(part, thrown);
        }
      }
      return loading.report();
    } catch (thrown) {
      for (const table of loading.tables()) this.remove(table);
      // What a helper unpacked may be gone with it.
      if (unpacked && isUnreadable(thrown)) return this.load(file, options, say);
      throw isUnreadable(thrown) ? unreadable(file.name) : thrown;
    }
  }

  private async read(part: Part, options: ReadOptions, loading: Loading): Promise<FileReport> {
    const chosen = JSON.stringify({ ...part.options, ...options });
    const { reader } = unwrap<{ reader: number }>(this.session.begin_file(part.name, part.bytes, chosen));
    let bytes = 0;
    try {
      for await (const chunk of part.chunks) {
        bytes += chunk.byteLength;
        loading.say(this.feed(reader, chunk));
      }
    } catch (thrown) {
      this.session.abandon_file(reader);
      throw thrown;
    }
    return { ...unwrap<FileReport>(this.session.finish_file(reader)), bytes };
  }

  private feed(reader: number, chunk: Uint8Array): number {
    let rows = 0;
    for (let at = 0; at < chunk.byteLength; at += feedBytes) {
      const part = chunk.subarray(at, at + feedBytes);
      const pointer = this.session.stage(part.byteLength);
      if (pointer === 0) throw noMemory();
      this.module.HEAPU8.set(part, pointer);
      rows = unwrap<{ rows: number }>(this.session.feed(reader, part.byteLength)).rows;
    }
    return rows;
  }

  remove(table: number): void {
    this.session.remove_table(table);
  }

  preview(table: number, first: number, count: number): Preview {
    return unwrap<Preview>(this.session.preview(table, first, count));
  }

  suits(tables: number[]): Suits[] {
    return unwrap<Suits[]>(this.session.suits(JSON.stringify(tables)));
  }

  explain(analysis: string, request: RunRequest, row: RowKey): Explanation {
    return unwrap<Explanation>(this.session.explain(analysis, JSON.stringify(request), JSON.stringify(row)));
  }

  csv(table: string): string {
    return unwrap<{ csv: string }>(this.session.csv(table)).csv;
  }

  run(analysis: string, request: RunRequest, say: (fraction: number, phase: string) => void): RunOutcome {
    const result = unwrap<RunResult>(this.session.run(analysis, JSON.stringify(request), spaced(say)));
    const tables: RunOutcome["result"]["tables"] = {};
    for (const [name, table] of Object.entries(result.result.tables)) {
      const columns = Object.entries(table.columns).map(([column, wire]) => [column, this.copied(wire)] as const);
      tables[name] = { rows: table.rows, columns: Object.fromEntries(columns) };
    }
    return { ...result, result: { scalars: result.result.scalars, tables } };
  }

  /** The views point into the heap and detach when it grows, so they are copied before anything else is called. */
  private copied(wire: WireColumn): Column {
    if ("$f64" in wire) return { kind: "number", values: this.session.f64(wire.$f64).slice() };
    if ("$day" in wire) return { kind: "day", days: this.session.i32(wire.$day.$i32).slice() };
    const { codes, dictionary } = wire.$text;
    return { kind: "text", codes: this.session.i32(codes.$i32).slice(), dictionary };
  }
}

/** What a browser throws when a file is not what it was when it was chosen, whichever way it was being read. */
const isUnreadable = (thrown: unknown) =>
  thrown instanceof Unreadable ||
  (thrown instanceof DOMException && ["NotReadableError", "NotFoundError"].includes(thrown.name));

function noMemory(): EngineFailure {
  const remedy = "Close other tabs, or export fewer rows or columns. What was loaded before is kept.";
  return new EngineFailure(engineError("bad_file", "There is not enough memory for this file.", remedy));
}

function unreadable(file: string): EngineFailure {
  return new EngineFailure(
    engineError(
      "bad_file",
      `${file} could not be read: it was changed, moved or is held by another program.`,
      "Wait until nothing writes to it any more, then drop the file again. What was loaded before is kept.",
      { file },
    ),
  );
}

/** The buffers of the columns of tables, to be moved and not copied a second time. */
export function buffersOf(tables: RunOutcome["result"]["tables"][string][]): ArrayBuffer[] {
  const columns = tables.flatMap((table) => Object.values(table.columns));
  return columns.map((column) => {
    if (column.kind === "number") return column.values.buffer as ArrayBuffer;
    return (column.kind === "text" ? column.codes.buffer : column.days.buffer) as ArrayBuffer;
  });
}
