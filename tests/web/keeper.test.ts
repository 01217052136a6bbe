// The keeper stores whole states only: what breaks in between leaves the last one that was whole.
import { expect, test } from "vitest";
import type { Database, StoreName } from "../../web/src/state/database";
import { createKeeper, type Problem, type WorkNow } from "../../web/src/state/keeper";
import { nothingKept } from "../../web/src/state/storage";
import { readWork } from "../../web/src/state/work";

interface Fake extends Database {
  stores: Record<StoreName, Map<string, unknown>>;
  /** Makes the n-th write from now on fail with this error. */
  failAt: (n: number, name: string) => void;
}

function fakeDatabase(): Fake {
  const stores = { files: new Map<string, unknown>(), work: new Map<string, unknown>() };
  let left = Number.POSITIVE_INFINITY;
  let error = "";
  const write = async (change: () => void) => {
    if (--left === 0) throw new DOMException("refused", error);
    change();
  };
  return {
    stores,
    failAt: (n, name) => {
      left = n;
      error = name;
    },
    get: async (store, key) => stores[store].get(key),
    keys: async (store) => [...stores[store].keys()],
    put: (store, key, value) => write(() => stores[store].set(key, value)),
    remove: (store, keys) => write(() => keys.forEach((key) => void stores[store].delete(key))),
    close: () => undefined,
  };
}

const file = (name: string) => new File([`a\n${name}\n`], name);
const now = (...names: string[]): WorkNow => ({
  address: `#/${names.length}`,
  settings: { ...nothingKept(), at: names.length },
  files: names.map((name) => ({ file: file(name), removed: [], made: null })),
  project: null,
  reading: null,
});

function keeperOf(db: Database, problems: (Problem | null)[] = []) {
  return createKeeper(db, { problem: (why) => problems.push(why) }, 1);
}

async function namesIn(db: Database): Promise<string[]> {
  const found = await keeperOf(db).find();
  return found?.found.files.map(({ file: { name } }) => name) ?? [];
}

test("what was noted is found again, and files that are gone are gone from the store too", async () => {
  const db = fakeDatabase();
  const keeper = keeperOf(db);
  const both = now("a.csv", "b.csv");
  keeper.note(both);
  await keeper.flush();
  expect(await namesIn(db)).toEqual(["a.csv", "b.csv"]);
  keeper.note({ ...both, files: both.files.slice(1) });
  await keeper.flush();
  expect(await namesIn(db)).toEqual(["b.csv"]);
  expect(db.stores.files.size).toBe(1);
});

test("what a reader made of a project file is found with it, whatever else is damaged", async () => {
  const db = fakeDatabase();
  const keeper = keeperOf(db);
  const scenarios = [{ id: "s1", name: "Careful", params: { max_change: 0.1 }, isPlan: true }];
  const reading = { params: { edits: { Brand: { budget: 5 } } }, scenarios };
  keeper.note({ ...now(), project: file("plan.outlay"), reading });
  await keeper.flush();
  const { found } = (await keeperOf(db).find()) ?? {};
  expect([found?.project?.name, found?.reading]).toEqual(["plan.outlay", reading]);
  const hurt = { ...(db.stores.work.get("state") as object), reading: { params: 3, scenarios } };
  expect(readWork(hurt)?.reading).toBe(null);
  const some = { ...hurt, reading: { params: {}, scenarios: [7, scenarios[0], { id: "x" }] } };
  expect(readWork(some)?.reading).toEqual({ params: {}, scenarios });
});

test("a burst is stored once, and only its last state", async () => {
  const db = fakeDatabase();
  const keeper = keeperOf(db);
  for (const names of [["a.csv"], ["a.csv", "b.csv"], ["c.csv"]]) keeper.note(now(...names));
  await keeper.flush();
  expect(await namesIn(db)).toEqual(["c.csv"]);
});

test("a crash between any two writes leaves a whole state", async () => {
  for (let n = 1; n <= 6; n++) {
    const db = fakeDatabase();
    const keeper = keeperOf(db);
    keeper.note(now("a.csv"));
    await keeper.flush();
    // As a crash would: the write and all that follow do not happen.
    const { put, remove } = db;
    let left = n;
    db.put = (...given) => (--left <= 0 ? Promise.reject(new Error("dead")) : put(...given));
    db.remove = (...given) => (--left <= 0 ? Promise.reject(new Error("dead")) : remove(...given));
    keeper.note(now("b.csv", "c.csv"));
    await keeper.flush();
    Object.assign(db, { put, remove });
    const work = readWork(db.stores.work.get("state"));
    expect(work?.files.every(({ id }) => db.stores.files.has(id))).toBe(true);
    expect(["#/1", "#/2"]).toContain(work?.address);
  }
});

test("no room for a file costs that file, is told, and is taken back when there is room", async () => {
  const db = fakeDatabase();
  const problems: (Problem | null)[] = [];
  const keeper = keeperOf(db, problems);
  db.failAt(1, "QuotaExceededError");
  const both = now("big.csv", "small.csv");
  keeper.note(both);
  await keeper.flush();
  expect(problems).toEqual(["full"]);
  expect(await namesIn(db)).toEqual(["small.csv"]);
  keeper.note(both);
  await keeper.flush();
  expect(problems.at(-1)).toBe(null);
  expect(await namesIn(db)).toEqual(["big.csv", "small.csv"]);
});

test("openings that do not come up are counted until one does", async () => {
  const db = fakeDatabase();
  const keeper = keeperOf(db);
  keeper.note(now("a.csv"));
  await keeper.flush();
  expect((await keeperOf(db).find())?.tries).toBe(0);
  expect((await keeperOf(db).find())?.tries).toBe(1);
  const third = keeperOf(db);
  expect((await third.find())?.tries).toBe(2);
  await third.wentWell();
  expect((await keeperOf(db).find())?.tries).toBe(0);
});

test.each([null, 3, "x", {}, { version: 2 }, [1]])("what is no work is none: %j", (value) => {
  expect(readWork(value)).toBe(null);
});

test("damaged parts of the work cost those parts only", () => {
  const work = readWork({
    version: 1,
    address: "https://elsewhere.example",
    settings: { version: 1, theme: "dark" },
    files: [
      { id: "a", removed: ["x", 3] },
      { id: "b", made: { leads: ["scoring/adsets", 4], model: "markov", from: "log", more: 1 } },
      ...[7, { id: 8 }],
    ],
    project: {},
  });
  expect(work?.address).toBe("");
  expect(work?.settings.theme).toBe("dark");
  expect(work?.files).toEqual([
    { id: "a", removed: ["x"], made: null },
    { id: "b", removed: [], made: { leads: ["scoring/adsets"], model: "markov", from: "log" } },
  ]);
  expect(work?.project).toBe(null);
});
