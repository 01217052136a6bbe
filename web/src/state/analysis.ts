// One analysis as the page lives with it: parameters with undo, a run under way, the last good result, what failed.
import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Engine } from "../engine/client";
import {
  type EngineError,
  type RunOutcome,
  type RunProgress,
  type RunRequest,
  toEngineError,
} from "../engine/protocol";
import type { Params } from "./storage";

export interface AnalysisState {
  readonly id: string;
  /** Only what differs from the defaults. */
  readonly params: Signal<Params>;
  readonly outcome: Signal<RunOutcome | null>;
  readonly previous: Signal<RunOutcome | null>;
  readonly error: Signal<EngineError | null>;
  readonly running: Signal<RunProgress | null>;
  /** What a run would be asked now; null while the data is not enough. */
  readonly request: ReadonlySignal<RunRequest | null>;
  /** The result shown is not the one of today's data and parameters. */
  readonly stale: ReadonlySignal<boolean>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  set(name: string, value: unknown): void;
  /** All parameters at once, one step of undo. */
  put(params: Params): void;
  /** What the last change does is not told: whoever made it sees it happen. */
  hush(): void;
  /** A run with other parameters beside the one that is shown. */
  trial(params: Params): Promise<RunOutcome>;
  reset(): void;
  run(): void;
  /** Runs when the request is another than the last one tried. */
  keepUp(): void;
  cancel(): void;
  undo(): void;
  redo(): void;
  /** As if it had never been used; a run under way comes to nothing. */
  forget(): void;
}

interface Parts {
  id: string;
  engine: Pick<Engine, "run">;
  saved: Params;
  request: (params: Params) => RunRequest | null;
  wait?: number;
}

const longestHistory = 100;
const keyOf = (request: RunRequest | null) => (request ? JSON.stringify(request) : "");

/** Whether two results are of the same tables: only then does a comparison say what a parameter did. */
function sameData(a: RunOutcome | null, b: RunOutcome): boolean {
  const used = (outcome: RunOutcome) =>
    JSON.stringify(Object.entries(outcome.inputs).map(([input, { table, name, rows }]) => [input, table, name, rows]));
  return a !== null && used(a) === used(b);
}

export function createAnalysisState({ id, engine, saved, request: build, wait = 150 }: Parts): AnalysisState {
  const params = signal<Params>(saved);
  const outcome = signal<RunOutcome | null>(null);
  const previous = signal<RunOutcome | null>(null);
  const error = signal<EngineError | null>(null);
  const running = signal<RunProgress | null>(null);
  const shownKey = signal("");
  const past = signal<Params[]>([]);
  const future = signal<Params[]>([]);
  const request = computed(() => build(params.value));
  let tried = "";
  let isQuiet = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: AbortController | null = null;

  const change = (next: Params) => {
    isQuiet = false;
    past.value = [...past.value, params.value].slice(-longestHistory);
    future.value = [];
    params.value = next;
  };

  const step = (from: Signal<Params[]>, to: Signal<Params[]>) => {
    const next = from.value.at(-1);
    if (!next) return;
    isQuiet = false;
    from.value = from.value.slice(0, -1);
    to.value = [...to.value, params.value];
    params.value = next;
  };

  const arrive = (result: RunOutcome, key: string) => {
    previous.value = !isQuiet && sameData(outcome.value, result) ? outcome.value : null;
    outcome.value = result;
    shownKey.value = key;
    error.value = null;
  };

  /** One run at a time: what was asked meanwhile starts when this one is over. */
  const start = async () => {
    const asked = request.peek();
    if (!asked || stop) return;
    const key = keyOf(asked);
    tried = key;
    const mine = new AbortController();
    stop = mine;
    const { signal: abort } = mine;
    running.value = { fraction: 0, phase: "" };
    const onProgress = (fraction: number, phase: string) => {
      running.value = { fraction, phase };
    };
    const ran = await engine.run(id, asked, { onProgress, signal: abort }).catch(toEngineError);
    if (stop !== mine) return;
    if ("code" in ran) error.value = ran;
    else arrive(ran, key);
    stop = null;
    running.value = null;
    if (!abort.aborted && keyOf(request.peek()) !== key) void start();
  };

  const soon = () => {
    clearTimeout(timer);
    if (outcome.peek() || error.peek()) timer = setTimeout(start, wait);
    else void start();
  };

  return {
    id,
    params,
    outcome,
    previous,
    error,
    running,
    request,
    stale: computed(() => outcome.value !== null && shownKey.value !== keyOf(request.value)),
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    set(name, value) {
      const { [name]: _, ...rest } = params.value;
      change(value === undefined ? rest : { ...rest, [name]: value });
    },
    put: change,
    hush() {
      isQuiet = true;
    },
    trial(other) {
      const asked = build(other);
      return asked ? engine.run(id, asked) : Promise.reject(new Error("there is no data to try this on"));
    },
    reset() {
      if (Object.keys(params.value).length > 0) change({});
    },
    run: soon,
    keepUp() {
      const key = keyOf(request.value);
      if (key && key !== tried) soon();
    },
    cancel() {
      clearTimeout(timer);
      stop?.abort();
    },
    undo: () => step(past, future),
    redo: () => step(future, past),
    forget() {
      clearTimeout(timer);
      const under = stop;
      stop = null;
      tried = "";
      batch(() => {
        params.value = {};
        past.value = [];
        future.value = [];
        outcome.value = null;
        previous.value = null;
        error.value = null;
        running.value = null;
      });
      under?.abort();
    },
  };
}
