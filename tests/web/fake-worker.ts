// A worker that answers like the real one, for tests of the page's side.
import type { Call, FromWorker, LoadReport, RunOutcome, ToWorker, Value } from "../../web/src/engine/protocol";
import type { Port } from "../../web/src/engine/queue";
import { table } from "./samples";

type Answer = (call: Call, worker: FakeWorker) => Value | "never" | "crash" | Promise<Value>;

export class FakeWorker implements Port {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly calls: Call[] = [];
  ended = false;
  /** The table ids of this worker; each worker counts from its own start. */
  tables: number[] = [];
  /** Of the call that is being answered. */
  id = 0;

  constructor(
    private readonly answer: Answer,
    private nextTable: number,
  ) {}

  postMessage(message: ToWorker): void {
    if (message.kind === "start" || this.ended) return;
    this.calls.push(message.call);
    void this.reply(message.id, message.call);
  }

  private async reply(id: number, call: Call): Promise<void> {
    await Promise.resolve();
    this.id = id;
    try {
      const value = await this.answer(call, this);
      if (this.ended || value === "never") return;
      if (value === "crash") this.onerror?.({ message: "boom", preventDefault: () => undefined } as ErrorEvent);
      else this.say({ kind: "done", id, value });
    } catch (thrown) {
      this.say({ kind: "failed", id, error: (thrown as { error: never }).error, broken: false });
    }
  }

  say(message: FromWorker): void {
    if (!this.ended) this.onmessage?.({ data: message } as MessageEvent<FromWorker>);
  }

  terminate(): void {
    this.ended = true;
  }

  read(file: File): LoadReport {
    const id = this.nextTable++;
    this.tables.push(id);
    const facts = { bytes: file.size, encoding: "utf-8", delimiter: ",", platform: "" };
    return { files: [{ name: file.name, ...facts, tables: [table(id, [], file.name)] }], passed_over: [] };
  }
}

export function outcomeOf(call: Extract<Call, { name: "run" }>): RunOutcome {
  const inputs = Object.entries(call.request.inputs).map(([input, { table }]) => [
    input,
    { table, name: "t", rows: 1, roles: {} },
  ]);
  return {
    analysis: call.analysis,
    engine: "fake",
    grade: "attributed",
    params: call.request.params,
    inputs: Object.fromEntries(inputs),
    result: { scalars: {}, tables: {} },
    notices: [],
  };
}

/** Starts fake workers one after another and remembers them. */
export function fakeWorkers(answer: Answer): { spawn: () => Promise<Port>; all: FakeWorker[] } {
  const all: FakeWorker[] = [];
  const spawn = async () => {
    const worker = new FakeWorker(answer, 10 * (all.length + 1));
    all.push(worker);
    return worker;
  };
  return { spawn, all };
}
