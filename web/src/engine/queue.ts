// Jobs for the worker, one at a time, over a worker that can be thrown away and replaced at any moment.
import {
  type Call,
  cancelled,
  EngineFailure,
  type FromWorker,
  joined,
  type LoadProgress,
  type RunProgress,
  toEngineError,
  unreachable,
  type Value,
} from "./protocol";

/** What is needed of a Worker; the tests give their own. */
export interface Port {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface Job {
  /** Made when the job's turn comes: table ids may have changed since. The value of the last call counts. */
  plan: () => Call[];
  /** Asked when its turn comes: what it has to wait for before it is planned. */
  ready?: () => Promise<unknown> | null;
  progress?: (progress: LoadProgress | RunProgress) => void;
  done: (value: Value) => void;
  failed: (failure: EngineFailure) => void;
  /** Part of bringing a new worker up to date; left out when that worker ends too. */
  recovery?: boolean;
}

interface Active {
  job: Job;
  rest: Call[];
  id: number;
  /** The tables that came ahead of a result. */
  parts: Parameters<typeof joined>[1];
}

export class WorkerQueue {
  private port: Promise<Port> | null = null;
  private waiting: Job[] = [];
  private active: Active | null = null;
  private lastId = 0;
  private isOutdated = false;

  constructor(
    private readonly spawn: () => Promise<Port>,
    /** The jobs that bring a new worker to where the old one was. */
    private readonly recover: () => Job[],
  ) {}

  add(job: Job): void {
    this.waiting.push(job);
    this.next();
  }

  addFirst(jobs: Job[]): void {
    this.waiting.unshift(...jobs);
    this.next();
  }

  /** A job that waits is taken out of the queue; one under way is ended together with its worker. */
  abandon(job: Job): void {
    this.waiting = this.waiting.filter((other) => other !== job);
    const running = this.active?.job === job;
    job.failed(cancelled());
    if (!running) return;
    if (this.active?.id) this.restart();
    else this.pass();
  }

  /** What is under way is finished; then a new worker takes over, brought to where the old one was. */
  renew(): void {
    this.isOutdated = true;
    this.next();
  }

  private next(): void {
    if (this.active) return;
    if (this.isOutdated) {
      this.restart();
      // Warm for the next call; if it does not start, that call tries again and is told.
      if (!this.active)
        this.worker().catch(() => {
          this.port = null;
        });
      return;
    }
    const job = this.waiting.shift();
    if (!job) return;
    const active: Active = { job, rest: [], id: 0, parts: {} };
    this.active = active;
    const wait = job.ready?.();
    if (wait) void wait.then(() => this.active === active && this.begin(active));
    else this.begin(active);
  }

  private pass(): void {
    this.active = null;
    this.next();
  }

  private begin(active: Active): void {
    try {
      active.rest = active.job.plan();
    } catch (thrown) {
      this.refuse(thrown);
      return;
    }
    this.step(null);
  }

  private step(value: Value): void {
    const active = this.active;
    if (!active) return;
    const call = active.rest.shift();
    if (!call) {
      this.active = null;
      active.job.done(value);
      this.next();
      return;
    }
    const id = ++this.lastId;
    active.id = id;
    active.parts = {};
    this.worker().then(
      (port) => this.active?.id === id && port.postMessage({ kind: "call", id, call }),
      (thrown) => this.active?.id === id && this.crashed(thrown),
    );
  }

  private worker(): Promise<Port> {
    this.port ??= this.spawn().then((port) => {
      port.onmessage = ({ data }) => this.hear(data);
      port.onerror = (event) => {
        event.preventDefault();
        this.crashed(new Error(event.message || "the engine stopped"));
      };
      return port;
    });
    return this.port;
  }

  private hear(message: FromWorker): void {
    if (message.kind === "ready" || message.id !== this.active?.id) return;
    switch (message.kind) {
      case "progress":
        this.active.job.progress?.(message.progress);
        return;
      case "part":
        this.active.parts[message.name] = message.table;
        return;
      case "done":
        this.step(joined(message.value, this.active.parts));
        return;
      case "failed":
        if (message.broken) this.crashed(new EngineFailure(message.error));
        else this.refuse(new EngineFailure(message.error));
        return;
      default:
        unreachable(message);
    }
  }

  private refuse(thrown: unknown): void {
    const job = this.active?.job;
    this.active = null;
    job?.failed(new EngineFailure(toEngineError(thrown)));
    this.next();
  }

  private crashed(thrown: unknown): void {
    const job = this.active?.job;
    this.active = null;
    job?.failed(new EngineFailure(toEngineError(thrown)));
    this.restart();
  }

  private restart(): void {
    this.isOutdated = false;
    void this.port?.then(
      (port) => {
        port.onmessage = null;
        port.onerror = null;
        port.terminate();
      },
      () => undefined,
    );
    this.port = null;
    this.active = null;
    this.waiting = [...this.recover(), ...this.waiting.filter((job) => !job.recovery)];
    this.next();
  }
}
