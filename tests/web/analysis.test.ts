// An analysis keeps its last good result whatever happens, and its parameters can be walked back and forth.
import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { cancelled, EngineFailure, engineError, type RunOutcome, type RunRequest } from "../../web/src/engine/protocol";
import { createAnalysisState } from "../../web/src/state/analysis";
import type { Params } from "../../web/src/state/storage";

const outcomeFor = (request: RunRequest, table = 1) =>
  ({
    params: request.params,
    inputs: { performance: { table, name: `file ${table}`, rows: 9, roles: {} } },
  }) as unknown as RunOutcome;
const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

function made(run: (request: RunRequest, signal?: AbortSignal) => Promise<RunOutcome>) {
  const enough = signal(true);
  const state = createAnalysisState({
    id: "a/b",
    engine: { run: (_, request, options) => run(request, options?.signal) },
    saved: {},
    request: (params: Params) => (enough.value ? { inputs: {}, params } : null),
    wait: 1,
  });
  return { state, enough };
}

test("the first run gives a result, the second also the one before", async () => {
  const { state } = made(async (request) => outcomeFor(request));
  state.keepUp();
  await settled();
  expect(state.outcome.value?.params).toEqual({});
  expect(state.stale.value).toBe(false);
  state.set("alpha", 0.1);
  expect(state.stale.value).toBe(true);
  state.keepUp();
  await settled();
  expect(state.outcome.value?.params).toEqual({ alpha: 0.1 });
  expect(state.previous.value?.params).toEqual({});
  expect(state.stale.value).toBe(false);
});

test("a refused parameter leaves the last good result, and undo brings it back to date", async () => {
  const refused = new EngineFailure(engineError("bad_param", "negative", "use 1", { parameter: "/uplift/Meta" }));
  const { state } = made(async (request) => {
    if (request.params.uplift) throw refused;
    return outcomeFor(request);
  });
  state.keepUp();
  await settled();
  state.set("uplift", { Meta: -1 });
  state.keepUp();
  await settled();
  expect(state.error.value?.where.parameter).toBe("/uplift/Meta");
  expect(state.outcome.value?.params).toEqual({});
  expect(state.stale.value).toBe(true);
  state.undo();
  state.keepUp();
  await settled();
  expect(state.error.value).toBe(null);
  expect(state.stale.value).toBe(false);
  state.redo();
  expect(state.params.value).toEqual({ uplift: { Meta: -1 } });
  expect(state.canRedo.value).toBe(false);
});

test("changes while a run is under way are run once, when it is over", async () => {
  const run = vi.fn(async (request: RunRequest) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return outcomeFor(request);
  });
  const { state } = made(run);
  state.keepUp();
  for (const alpha of [0.1, 0.2, 0.3]) {
    state.set("alpha", alpha);
    state.keepUp();
  }
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(run).toHaveBeenCalledTimes(2);
  expect(state.outcome.value?.params).toEqual({ alpha: 0.3 });
});

test("cancel says so and does not start again by itself", async () => {
  const run = vi.fn(
    (_: RunRequest, signal?: AbortSignal) =>
      new Promise<RunOutcome>((_resolve, reject) => signal?.addEventListener("abort", () => reject(cancelled()))),
  );
  const { state } = made(run);
  state.keepUp();
  await settled();
  state.cancel();
  await settled();
  expect(state.error.value?.code).toBe("cancelled");
  state.keepUp();
  await settled();
  expect(run).toHaveBeenCalledTimes(1);
});

test("without enough data nothing runs and what was there stays", async () => {
  const { state, enough } = made(async (request) => outcomeFor(request));
  state.keepUp();
  await settled();
  enough.value = false;
  state.keepUp();
  await settled();
  expect(state.outcome.value).not.toBe(null);
  expect(state.request.value).toBe(null);
});

test("a parameter set back to its default is not kept", () => {
  const { state } = made(async (request) => outcomeFor(request));
  state.set("alpha", 0.1);
  state.set("alpha", undefined);
  expect(state.params.value).toEqual({});
  state.undo();
  expect(state.params.value).toEqual({ alpha: 0.1 });
});

test("compares only with a result of the same data", async () => {
  let table = 1;
  const { state } = made(async (request) => outcomeFor(request, table));
  state.run();
  await settled();
  expect(state.outcome.value?.inputs.performance?.table).toBe(1);
  table = 2;
  state.run();
  await settled();
  expect(state.outcome.value?.inputs.performance?.table).toBe(2);
  expect(state.previous.value).toBe(null);
});

test("forgotten, it knows nothing any more, and a run under way comes to nothing", async () => {
  let finish: (outcome: RunOutcome) => void = () => undefined;
  const { state, enough } = made((request) => {
    if (request.params.alpha !== 3) return Promise.resolve(outcomeFor(request));
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  state.keepUp();
  await settled();
  state.set("alpha", 2);
  state.set("alpha", 3);
  state.keepUp();
  await settled();
  expect(state.running.value).not.toBe(null);
  enough.value = false;
  state.forget();
  finish(outcomeFor({ inputs: {}, params: { alpha: 3 } }));
  await settled();
  expect([state.outcome.value, state.previous.value, state.error.value, state.running.value]).toEqual(
    Array(4).fill(null),
  );
  expect([state.params.value, state.canUndo.value, state.canRedo.value]).toEqual([{}, false, false]);
  state.undo();
  expect(state.params.value).toEqual({});
  // With other data it works again.
  enough.value = true;
  state.keepUp();
  await settled();
  expect(state.outcome.value?.params).toEqual({});
});
