// The page's side of the engine: calls in, promises out, table ids that outlive the worker.
import type { Advance, Ahead } from "./ahead";
import {
  type Call,
  type Catalogue,
  cancelled,
  EngineFailure,
  type Explanation,
  engineError,
  type LoadProgress,
  type LoadReport,
  type PartOptions,
  type Preview,
  type RowKey,
  type RunOutcome,
  type RunProgress,
  type RunRequest,
  type Suits,
  type Value,
} from "./protocol";
import { type Job, type Port, WorkerQueue } from "./queue";
import { type HeldFile, TableBook } from "./tables";
import type { Unpacked } from "./unpack/whole";

export interface LoadOptions {
  /** How parts of the file are to be read, where the data leaves it open. */
  parts?: PartOptions;
  onProgress: (progress: LoadProgress) => void;
  signal?: AbortSignal;
}

export interface RunOptions {
  onProgress?: (fraction: number, phase: string) => void;
  signal?: AbortSignal;
}

export interface Engine {
  catalogue(): Promise<Catalogue>;
  /** Each reading has table ids of its own, also when it is of the same file. */
  load(file: File, options: LoadOptions): Promise<LoadReport>;
  remove(table: number): Promise<void>;
  preview(table: number, first: number, count: number): Promise<Preview>;
  suits(tables: number[]): Promise<Suits[]>;
  run(analysis: string, request: RunRequest, options?: RunOptions): Promise<RunOutcome>;
  /** How a row of a result came about. */
  explain(of: RunOutcome, row: RowKey): Promise<Explanation>;
  /** A table of a result as CSV; without `of`, of the last result. */
  csv(table: string, of?: RunOutcome): Promise<string>;
}

interface Asked<T> {
  plan: () => Call[];
  ready?: Job["ready"];
  received?: (value: T) => T;
  progress?: (progress: LoadProgress | RunProgress) => void;
  signal?: AbortSignal | undefined;
}

const ignore = () => undefined;

export class EngineClient implements Engine {
  private readonly book = new TableBook();
  private readonly queue: WorkerQueue;
  private readonly asked = new WeakMap<RunOutcome, { analysis: string; request: RunRequest }>();
  private last: RunOutcome | null = null;
  private lastIsInWorker = false;

  /** `later` brings the engine that runs analyses, when workers start with one that only reads. */
  constructor(
    spawn: () => Promise<Port>,
    private later: (() => Promise<void>) | null = null,
    /** Unpacks files that wait for their turn. */
    private readonly ahead: Pick<Ahead, "expect"> | null = null,
  ) {
    this.queue = new WorkerQueue(spawn, () => this.recovery());
  }

  /** Resolves once analyses can run: at once when they always could. */
  async becomeWhole(): Promise<void> {
    if (!this.later) return;
    await this.later().catch(() => {
      throw new EngineFailure(
        engineError(
          "internal",
          "The part of Outlay that computes did not load.",
          "Check that you are online, then run it again. Nothing that is open is lost.",
        ),
      );
    });
    // Of several that waited only the first changes the worker.
    if (!this.later) return;
    this.later = null;
    this.queue.renew();
  }

  catalogue(): Promise<Catalogue> {
    return this.ask<Catalogue>({ plan: () => [{ name: "catalogue" }] });
  }

  load(file: File, { parts = {}, onProgress, signal }: LoadOptions): Promise<LoadReport> {
    const held: HeldFile = { file, options: parts, ids: new Map() };
    let most = 0;
    // A file that a helper gives up is begun once more: how far it is never goes back.
    const onward = (now: LoadProgress) => {
      most = Math.max(most, now.bytes);
      onProgress({ ...now, bytes: most });
    };
    const advance: Advance | undefined = signal?.aborted ? undefined : this.ahead?.expect(file, onward);
    let unpacked: Unpacked | null = null;
    return this.ask<LoadReport>({
      ready: () => advance?.claim()?.then((value) => (unpacked = value)) ?? null,
      plan: () => [{ name: "load", file, options: parts, unpacked }],
      received: (report) => this.book.note(held, report),
      progress: (now) => "bytes" in now && onward(now),
      signal,
    }).finally(() => advance?.drop());
  }

  async remove(table: number): Promise<void> {
    await this.ask<null>({
      plan: () => (this.book.has(table) ? [{ name: "remove", table: this.book.current(table) }] : []),
      received: () => this.book.remove(table),
    });
  }

  preview(table: number, first: number, count: number): Promise<Preview> {
    return this.ask<Preview>({ plan: () => [{ name: "preview", table: this.book.current(table), first, count }] });
  }

  suits(tables: number[]): Promise<Suits[]> {
    return this.ask<Suits[]>({
      plan: () => [{ name: "suits", tables: tables.map((table) => this.book.current(table)) }],
      received: (all) => all.map((one) => this.book.suits(one)),
    });
  }

  async run(analysis: string, request: RunRequest, { onProgress, signal }: RunOptions = {}): Promise<RunOutcome> {
    await this.becomeWhole();
    return this.ask<RunOutcome>({
      plan: () => [{ name: "run", analysis, request: this.book.request(request) }],
      received: (value) => {
        const outcome = this.book.outcome(value);
        this.asked.set(outcome, { analysis, request });
        this.remember(outcome);
        return outcome;
      },
      progress: (now) => "fraction" in now && onProgress?.(now.fraction, now.phase),
      signal,
    });
  }

  explain(of: RunOutcome, row: RowKey): Promise<Explanation> {
    const asked = this.asked.get(of);
    if (!asked) return Promise.reject(new Error("a result was explained that this page did not ask for"));
    const { analysis, request } = asked;
    return this.ask<Explanation>({
      plan: () => [{ name: "explain", analysis, request: this.book.request(request), row }],
    });
  }

  csv(table: string, of?: RunOutcome): Promise<string> {
    return this.ask<string>({ plan: () => [...this.runAgain(of), { name: "csv", table }] });
  }

  private remember(outcome: RunOutcome): void {
    this.last = outcome;
    this.lastIsInWorker = true;
  }

  /** The engine keeps its last result only, and a new worker none: what gave the result is then run again first. */
  private runAgain(of: RunOutcome | undefined): Call[] {
    const wanted = of ?? this.last;
    const asked = wanted && this.asked.get(wanted);
    if (!asked || (this.lastIsInWorker && wanted === this.last)) return [];
    const call: Call = { name: "run", analysis: asked.analysis, request: this.book.request(asked.request) };
    this.remember(wanted);
    return [call];
  }

  private ask<T extends Value>({ plan, ready, received = (value) => value, progress, signal }: Asked<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) {
        reject(cancelled());
        return;
      }
      const stop = () => this.queue.abandon(job);
      const over = () => signal?.removeEventListener("abort", stop);
      const job: Job = {
        plan,
        ...(ready && { ready }),
        done: (value) => {
          over();
          resolve(received(value as T));
        },
        failed: (failure) => {
          over();
          reject(failure);
        },
        ...(progress && { progress }),
      };
      signal?.addEventListener("abort", stop);
      this.queue.add(job);
    });
  }

  private recovery(): Job[] {
    this.book.forgetWorker();
    this.lastIsInWorker = false;
    return this.book.files().map((held) => this.readAgain(held));
  }

  /** A file that cannot be read again (moved, or the one that broke the worker) is given up, so that nothing loops. */
  private readAgain(held: HeldFile): Job {
    return {
      plan: () => [{ name: "load", file: held.file, options: held.options, unpacked: null }],
      done: (value) => {
        const report = value as LoadReport;
        this.book.note(held, report);
        this.queue.addFirst(this.book.removedIn(held, report).map(removal));
      },
      failed: () => this.book.forgetFile(held),
      recovery: true,
    };
  }
}

function removal(table: number): Job {
  return { plan: () => [{ name: "remove", table }], done: ignore, failed: ignore, recovery: true };
}
