// Files that wait are unpacked beside the engine, and whatever becomes of that, the engine reads them in their order.
import { expect, test } from "vitest";
import { Ahead } from "../../web/src/engine/ahead";
import { EngineClient } from "../../web/src/engine/client";
import type { Call, Value } from "../../web/src/engine/protocol";
import type { Unpacked } from "../../web/src/engine/unpack/whole";
import { type FakeWorker, fakeWorkers } from "./fake-worker";

const packed = (name: string) => new File([new Uint8Array(100_000)], name);
const soon = (milliseconds = 5) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const content = (name: string): Unpacked => [{ passed: { name, reason: "told" } }];

type Unpack = (name: string) => Value | "never" | "crash" | Promise<Value>;

/** An engine that needs 20 ms a file, and helpers. */
function client(unpack: Unpack, most = 1) {
  const engines = fakeWorkers(async (call: Call, worker: FakeWorker) => {
    if (call.name !== "load") return null;
    await soon(20);
    return worker.read(call.file);
  });
  const helpers = fakeWorkers((call) => (call.name === "unpack" ? unpack(call.file.name) : null));
  const loaded: string[] = [];
  const of = new EngineClient(engines.spawn, null, new Ahead(helpers.spawn, most));
  const load = (file: File, signal?: AbortSignal) =>
    of.load(file, { onProgress: () => undefined, ...(signal && { signal }) }).then((report) => {
      loaded.push(file.name);
      return report;
    });
  /** Each file that the engine read, with whether it came unpacked. */
  const read = () =>
    engines.all.flatMap(({ calls }) =>
      calls.flatMap((call) => (call.name === "load" ? [`${call.file.name}${call.unpacked ? " unpacked" : ""}`] : [])),
    );
  return { load, loaded, read, helpers: helpers.all, engines: engines.all };
}

test("of files that are dropped together the last are unpacked first, and all are read in their order", async () => {
  const { load, loaded, read, helpers } = client((name) => content(name));
  const reports = await Promise.all(["a", "b", "c", "d"].map((name) => load(packed(`${name}.xlsx`))));
  expect(loaded).toEqual(["a.xlsx", "b.xlsx", "c.xlsx", "d.xlsx"]);
  expect(reports.map(({ files }) => files[0]?.tables[0]?.id)).toEqual([1, 2, 3, 4]);
  expect(read()).toEqual(["a.xlsx", "b.xlsx unpacked", "c.xlsx unpacked", "d.xlsx unpacked"]);
  expect(helpers.map(({ calls }) => calls.map((call) => call.name === "unpack" && call.file.name))).toEqual([
    ["d.xlsx", "c.xlsx", "b.xlsx"],
  ]);
  expect(helpers.every(({ ended }) => ended)).toBe(true);
});

test("the engine waits for a file that a helper is at", async () => {
  const { load, read } = client(async (name) => {
    await soon(60);
    return content(name);
  });
  await Promise.all([load(packed("a.xlsx")), load(packed("b.xlsx"))]);
  expect(read()).toEqual(["a.xlsx", "b.xlsx unpacked"]);
});

test("no more helpers are started than are wanted, and none for one file, plain text or small files", async () => {
  const many = client((name) => content(name), 2);
  await Promise.all(["a", "b", "c", "d", "e"].map((name) => many.load(packed(`${name}.xlsx`))));
  expect(many.helpers.length).toBe(2);
  const few = client((name) => content(name), 2);
  await few.load(packed("a.xlsx"));
  await Promise.all([few.load(packed("a.csv")), few.load(packed("b.gz")), few.load(new File(["x"], "c.xlsx"))]);
  expect(few.helpers.length).toBe(0);
  const alone = client((name) => content(name), 0);
  await Promise.all([alone.load(packed("a.xlsx")), alone.load(packed("b.xlsx"))]);
  expect(alone.helpers.length).toBe(0);
});

test.each(["crash", null] as const)("a file at which a helper fails (%s) is read by the engine", async (answer) => {
  const { load, read } = client((name) => (name === "c.xlsx" ? answer : content(name)));
  await Promise.all(["a.xlsx", "b.xlsx", "c.xlsx"].map((name) => load(packed(name))));
  expect(read()).toEqual(["a.xlsx", "b.xlsx unpacked", "c.xlsx"]);
});

test("a helper that cannot start costs nothing", async () => {
  const engines = fakeWorkers((call, worker) => (call.name === "load" ? worker.read(call.file) : null));
  const refuse = () => Promise.reject(new Error("no worker"));
  const of = new EngineClient(engines.spawn, null, new Ahead(refuse, 1));
  const quiet = { onProgress: () => undefined };
  const reports = await Promise.all(["a.xlsx", "b.xlsx"].map((name) => of.load(packed(name), quiet)));
  expect(reports.map(({ files }) => files[0]?.name)).toEqual(["a.xlsx", "b.xlsx"]);
});

test("stopping a file that a helper is at ends that helper and not the engine", async () => {
  const { load, read, helpers, engines } = client((name) => (name === "d.xlsx" ? "never" : content(name)));
  const stop = new AbortController();
  const others = ["a.xlsx", "b.xlsx", "c.xlsx"].map((name) => load(packed(name)));
  const stopped = load(packed("d.xlsx"), stop.signal).catch(({ error }) => error.code);
  await Promise.all(others);
  await soon();
  stop.abort();
  expect(await stopped).toBe("cancelled");
  await load(packed("e.xlsx"));
  expect(read().map((name) => name.slice(0, 1))).toEqual(["a", "b", "c", "e"]);
  expect(engines.length).toBe(1);
  expect(helpers[0]?.ended).toBe(true);
});

test("what lies unpacked stays within bounds; the engine reads the rest as it is", async () => {
  const large = (name: string) => new File([new Uint8Array(8e6)], name);
  const asked: string[] = [];
  const { load, read } = client((name) => {
    asked.push(name);
    return content(name);
  });
  const done = Promise.all(["a", "b", "c", "d", "e", "f", "g", "h"].map((name) => load(large(`${name}.xlsx`))));
  await soon(12);
  expect(asked).toEqual(["h.xlsx", "g.xlsx", "f.xlsx", "e.xlsx"]);
  await done;
  expect(read().filter((name) => name.endsWith("unpacked")).length).toBe(4);
});
