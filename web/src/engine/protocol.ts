// What the page and the worker say to each other: two closed unions and the calls they carry.
import type {
  Catalogue,
  EngineError,
  Explanation,
  LoadReport,
  Preview,
  ReadOptions,
  RowKey,
  RunOutcome,
  RunRequest,
  Suits,
} from "./types";
import type { Unpacked } from "./unpack/whole";

export type * from "./types";

/** How each part of a dropped file (itself, an inner file, a sheet) is to be read, by the part's name. */
export type PartOptions = Record<string, ReadOptions>;

export interface LoadProgress {
  bytes: number;
  total: number;
  rows: number;
}

export interface RunProgress {
  fraction: number;
  phase: string;
}

/** Every call the worker answers: what it is given, what it gives back, what it says meanwhile. */
export interface Calls {
  catalogue: { given: Record<never, never>; value: Catalogue; progress: never };
  /** `unpacked`: what another worker already unpacked of it. */
  load: {
    given: { file: File; options: PartOptions; unpacked: Unpacked | null };
    value: LoadReport;
    progress: LoadProgress;
  };
  /** The only call that needs no engine. Null when the file is better unpacked where it is read. */
  unpack: { given: { file: File }; value: Unpacked | null; progress: LoadProgress };
  remove: { given: { table: number }; value: null; progress: never };
  preview: { given: { table: number; first: number; count: number }; value: Preview; progress: never };
  suits: { given: { tables: number[] }; value: Suits[]; progress: never };
  run: { given: { analysis: string; request: RunRequest }; value: RunOutcome; progress: RunProgress };
  explain: { given: { analysis: string; request: RunRequest; row: RowKey }; value: Explanation; progress: never };
  csv: { given: { table: string }; value: string; progress: never };
}

export type CallName = keyof Calls;
export type Call = { [K in CallName]: { name: K } & Calls[K]["given"] }[CallName];
export type Value = Calls[CallName]["value"];

/** The engine is given compiled, or packed as the scripts carry it. */
export type ToWorker =
  | { kind: "start"; engine: WebAssembly.Module | string }
  | { kind: "call"; id: number; call: Call };

export type FromWorker =
  | { kind: "ready"; module: WebAssembly.Module }
  | { kind: "progress"; id: number; progress: LoadProgress | RunProgress }
  /** One table of a result, ahead of the result: read on its own, a long one holds up the page for less. */
  | { kind: "part"; id: number; name: string; table: ResultTable }
  | { kind: "done"; id: number; value: Value }
  /** `broken` says that the instance must not be used again (a trap, memory exhausted). */
  | { kind: "failed"; id: number; error: EngineError; broken: boolean };

type ResultTable = RunOutcome["result"]["tables"][string];

/** A result with the tables that came ahead of it in their places. */
export function joined(value: Value, parts: Record<string, ResultTable>): Value {
  if (Object.keys(parts).length === 0) return value;
  const outcome = value as RunOutcome;
  return { ...outcome, result: { ...outcome.result, tables: { ...outcome.result.tables, ...parts } } };
}

/** Closes a switch over a union: a new member that is not handled fails to compile. */
export function unreachable(value: never): never {
  throw new Error(`unexpected message ${JSON.stringify(value)}`);
}

/** An EngineError as something to throw. */
export class EngineFailure extends Error {
  constructor(readonly error: EngineError) {
    super(error.message);
    this.name = "EngineFailure";
  }
}

export function engineError(
  code: EngineError["code"],
  message: string,
  remedy: string,
  where: EngineError["where"] = {},
): EngineError {
  return { code, message, remedy, where };
}

export const cancelled = (): EngineFailure =>
  new EngineFailure(engineError("cancelled", "Stopped before it was done.", "Start it again when you like."));

/** Anything thrown, as an EngineError that a person can read. */
export function toEngineError(thrown: unknown): EngineError {
  if (thrown instanceof EngineFailure) return thrown.error;
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return engineError("internal", `Something went wrong inside Outlay: ${text}`, "Reload the page and try again.");
}
