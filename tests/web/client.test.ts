// The client keeps its promises while workers are cancelled, crash and are replaced.
import { expect, test } from "vitest";
import { EngineClient } from "../../web/src/engine/client";
import { type Call, EngineFailure, type Explanation, engineError, type Value } from "../../web/src/engine/protocol";
import { type FakeWorker, fakeWorkers, outcomeOf } from "./fake-worker";

const file = (name: string) => new File(["a,b\n1,2\n"], name);
const quiet = { onProgress: () => undefined };
const request = (table: number) => ({ inputs: { performance: { table } }, params: {} });

function usual(call: Call, worker: FakeWorker): Value {
  switch (call.name) {
    case "load":
      return worker.read(call.file);
    case "run":
      return outcomeOf(call);
    case "csv":
      return `${call.table}\n`;
    default:
      return null;
  }
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "none",
    (thrown: EngineFailure) => thrown.error.code,
  );

test("table ids are the page's own and outcomes come back with them", async () => {
  const { spawn, all } = fakeWorkers(usual);
  const client = new EngineClient(spawn);
  const report = await client.load(file("a.csv"), quiet);
  expect(report.files[0]?.tables[0]?.id).toBe(1);
  const outcome = await client.run("scoring/adsets", request(1));
  expect(outcome.inputs.performance?.table).toBe(1);
  expect(all[0]?.calls.at(-1)).toMatchObject({ name: "run", request: { inputs: { performance: { table: 10 } } } });
});

test("tables that come ahead of a result are put in their places, and never into the next one", async () => {
  let ahead = true;
  const column = { kind: "number" as const, values: Float64Array.of(1, 2) };
  const { spawn } = fakeWorkers((call, worker) => {
    if (call.name !== "run") return usual(call, worker);
    if (ahead) worker.say({ kind: "part", id: worker.id, name: "long", table: { rows: 2, columns: { x: column } } });
    const outcome = outcomeOf(call);
    const tables = { long: { rows: 0, columns: {} }, short: { rows: 1, columns: {} } };
    return { ...outcome, result: { ...outcome.result, tables } };
  });
  const client = new EngineClient(spawn);
  await client.load(file("a.csv"), quiet);
  const first = await client.run("scoring/adsets", request(1));
  expect(Object.entries(first.result.tables).map(([name, { rows }]) => [name, rows])).toEqual([
    ["long", 2],
    ["short", 1],
  ]);
  expect(first.result.tables.long?.columns.x).toEqual(column);
  ahead = false;
  const second = await client.run("scoring/adsets", request(1));
  expect(second.result.tables.long?.rows).toBe(0);
});

test("cancelling a run ends the worker; a new one reads the files again and the ids still hold", async () => {
  let stuck = true;
  const { spawn, all } = fakeWorkers((call, worker) => (call.name === "run" && stuck ? "never" : usual(call, worker)));
  const client = new EngineClient(spawn);
  await client.load(file("a.csv"), quiet);
  await client.load(file("b.csv"), quiet);
  const stop = new AbortController();
  const run = client.run("scoring/adsets", request(2), { signal: stop.signal });
  await new Promise((resolve) => setTimeout(resolve, 5));
  stop.abort();
  expect(await codeOf(run)).toBe("cancelled");
  stuck = false;
  const again = await client.run("scoring/adsets", request(2));
  expect(again.inputs.performance?.table).toBe(2);
  expect(all.length).toBe(2);
  expect(all[0]?.ended).toBe(true);
  expect(all[1]?.calls.map((call) => call.name)).toEqual(["load", "load", "run"]);
  expect(all[1]?.calls.at(-1)).toMatchObject({ request: { inputs: { performance: { table: 21 } } } });
});

test("what waits behind a cancelled call is still answered", async () => {
  const { spawn } = fakeWorkers((call, worker) =>
    call.name === "load" && call.file.name === "slow.csv" ? "never" : usual(call, worker),
  );
  const client = new EngineClient(spawn);
  const stop = new AbortController();
  const slow = client.load(file("slow.csv"), { ...quiet, signal: stop.signal });
  const quick = client.load(file("quick.csv"), quiet);
  await new Promise((resolve) => setTimeout(resolve, 5));
  stop.abort();
  expect(await codeOf(slow)).toBe("cancelled");
  expect((await quick).files[0]?.name).toBe("quick.csv");
});

test("cancelling what only waits leaves the worker alone", async () => {
  const { spawn, all } = fakeWorkers(async (call, worker) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    return usual(call, worker);
  });
  const client = new EngineClient(spawn);
  const first = client.load(file("a.csv"), quiet);
  const stop = new AbortController();
  const second = client.load(file("b.csv"), { ...quiet, signal: stop.signal });
  stop.abort();
  expect(await codeOf(second)).toBe("cancelled");
  await first;
  expect(all.length).toBe(1);
});

test("an already aborted signal starts nothing", async () => {
  const { spawn, all } = fakeWorkers(usual);
  const client = new EngineClient(spawn);
  expect(await codeOf(client.load(file("a.csv"), { ...quiet, signal: AbortSignal.abort() }))).toBe("cancelled");
  expect(all.length).toBe(0);
});

test("a crash is an error of that call only; the next one meets a fresh worker with the files", async () => {
  let crash = true;
  const { spawn, all } = fakeWorkers((call, worker) => (call.name === "run" && crash ? "crash" : usual(call, worker)));
  const client = new EngineClient(spawn);
  await client.load(file("a.csv"), quiet);
  expect(await codeOf(client.run("scoring/adsets", request(1)))).toBe("internal");
  crash = false;
  await client.run("scoring/adsets", request(1));
  expect(all.length).toBe(2);
});

test("a file that breaks every worker is given up, the others stay", async () => {
  let poisoned = false;
  const { spawn } = fakeWorkers((call, worker) => {
    if (call.name === "run" && !poisoned) {
      poisoned = true;
      return "crash";
    }
    return call.name === "load" && poisoned && call.file.name === "bad.csv" ? "crash" : usual(call, worker);
  });
  const client = new EngineClient(spawn);
  await client.load(file("good.csv"), quiet);
  await client.load(file("bad.csv"), quiet);
  expect(await codeOf(client.run("scoring/adsets", request(1)))).toBe("internal");
  expect(await codeOf(client.run("scoring/adsets", request(2)))).toBe("bad_file");
  expect(await codeOf(client.run("scoring/adsets", request(1)))).toBe("none");
});

test("a result is explained with the request that gave it", async () => {
  const told: Explanation = { title: "A", steps: [], analysis: "scoring/adsets", grade: "attributed" };
  const { spawn, all } = fakeWorkers((call, worker) => (call.name === "explain" ? told : usual(call, worker)));
  const client = new EngineClient(spawn);
  await client.load(file("a.csv"), quiet);
  const outcome = await client.run("scoring/adsets", request(1));
  expect(await client.explain(outcome, { adset_id: "A" })).toEqual(told);
  const call = all[0]?.calls.at(-1);
  expect(call).toMatchObject({ name: "explain", analysis: "scoring/adsets", row: { adset_id: "A" } });
  expect(call).toMatchObject({ request: { inputs: { performance: { table: 10 } } } });
});

test("a removed table is removed again after a restart", async () => {
  let crash = false;
  const { spawn, all } = fakeWorkers((call, worker) =>
    call.name === "suits" && crash ? "crash" : usual(call, worker),
  );
  const client = new EngineClient(spawn);
  await client.load(file("a.csv"), quiet);
  await client.load(file("b.csv"), quiet);
  await client.remove(1);
  crash = true;
  await codeOf(client.suits([2]));
  crash = false;
  await client.run("scoring/adsets", request(2));
  expect(all[1]?.calls.map((call) => call.name)).toEqual(["load", "run"]);
  expect(await codeOf(client.run("scoring/adsets", request(1)))).toBe("bad_file");
});

test("a CSV of an earlier result, or after a restart, is computed again first", async () => {
  const { spawn, all } = fakeWorkers(usual);
  const client = new EngineClient(spawn);
  await client.load(file("a.csv"), quiet);
  const first = await client.run("scoring/adsets", { ...request(1), params: { alpha: 0.1 } });
  await client.run("scoring/adsets", { ...request(1), params: { alpha: 0.3 } });
  await client.csv("adsets");
  expect(all[0]?.calls.map((call) => call.name)).toEqual(["load", "run", "run", "csv"]);
  expect(await client.csv("adsets", first)).toBe("adsets\n");
  expect(all[0]?.calls.at(-2)).toMatchObject({ name: "run", request: { params: { alpha: 0.1 } } });
});

test("an error of the engine keeps its code and place", async () => {
  const refused = new EngineFailure(engineError("bad_column", "no spend", "map it", { role: "spend" }));
  const { spawn } = fakeWorkers((call, worker) => {
    if (call.name === "run") throw refused;
    return usual(call, worker);
  });
  const client = new EngineClient(spawn);
  await client.load(file("a.csv"), quiet);
  await expect(client.run("scoring/adsets", request(1))).rejects.toMatchObject({ error: refused.error });
});

test("a worker that cannot start is an error and not a silence", async () => {
  const client = new EngineClient(() => Promise.reject(new Error("no memory")));
  expect(await codeOf(client.catalogue())).toBe("internal");
});

test("with an engine that only reads, a run waits for the whole one, which reads the files again", async () => {
  const { spawn, all } = fakeWorkers(usual);
  let arrive: () => void = () => undefined;
  const later = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const client = new EngineClient(spawn, () => later);
  await client.load(file("a.csv"), quiet);
  const run = client.run("scoring/adsets", request(1));
  const other = client.run("scoring/adsets", request(1));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(all).toHaveLength(1);
  expect(all[0]?.calls.map(({ name }) => name)).toEqual(["load"]);
  arrive();
  expect((await run).inputs.performance?.table).toBe(1);
  await other;
  expect(all).toHaveLength(2);
  expect(all[0]?.ended).toBe(true);
  expect(all[1]?.calls.map(({ name }) => name)).toEqual(["load", "run", "run"]);
});

test("an engine that does not come is told in words, and may come later", async () => {
  const { spawn } = fakeWorkers(usual);
  let isThere = false;
  const client = new EngineClient(spawn, async () => {
    if (!isThere) throw new TypeError("not fetched");
  });
  await client.load(file("a.csv"), quiet);
  await expect(client.run("scoring/adsets", request(1))).rejects.toThrow("did not load");
  isThere = true;
  expect((await client.run("scoring/adsets", request(1))).inputs.performance?.table).toBe(1);
});
