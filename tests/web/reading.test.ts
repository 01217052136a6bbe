// A file's bytes arrive whole and in order, also when the browser's stream stalls in the middle.
import fc from "fast-check";
import { expect, test } from "vitest";
import { chunksOf } from "../../web/src/engine/reading";
import { buffersOf, EngineSession, spaced } from "../../web/src/engine/session";
import { fakeModule } from "./fake-module";

async function whole(file: Blob, options?: { patience?: number; reuse?: boolean }): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of chunksOf(file, options)) parts.push(chunk.slice());
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

test("what comes out is what went in", async () => {
  const bytes = fc.uint8Array({ maxLength: 5000 });
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      expect(await whole(new Blob([content.slice()]))).toEqual(content);
      expect(await whole(new Blob([content.slice()]), { reuse: true })).toEqual(content);
    }),
    { numRuns: 30 },
  );
});

test("a stream that stalls after some bytes is continued by slices, without a byte twice or lost", async () => {
  const content = Uint8Array.from({ length: 10_000 }, (_, k) => k % 251);
  const stalls = new Blob([content]);
  let sent = false;
  stalls.stream = () =>
    new ReadableStream({
      pull: (controller) => {
        if (sent) return new Promise(() => undefined);
        sent = true;
        controller.enqueue(content.slice(0, 1234));
        return undefined;
      },
    });
  expect(await whole(stalls, { patience: 20 })).toEqual(content);
});

test("a stream that fails is continued by slices too, and a file that cannot be read at all is a clear error", async () => {
  const content = Uint8Array.from({ length: 100 }, (_, k) => k);
  const fails = new File([content], "gone.csv");
  fails.stream = () => new ReadableStream({ start: (controller) => controller.error(new TypeError("network error")) });
  expect(await whole(fails)).toEqual(content);
  fails.slice = () => {
    const part = new Blob();
    part.arrayBuffer = () => Promise.reject(new DOMException("changed", "NotReadableError"));
    return part;
  };
  const session = new EngineSession(fakeModule().module);
  await expect(session.load(fails, {}, () => undefined)).rejects.toMatchObject({
    error: { code: "bad_file", where: { file: "gone.csv" } },
  });
});

test("a file that gives fewer or more bytes than it had is refused, and nothing of it is kept", async () => {
  for (const bytes of [50, 150]) {
    const changed = new File([new Uint8Array(100)], "growing.csv");
    changed.stream = () => new Blob([new Uint8Array(bytes)]).stream();
    const { module } = fakeModule();
    await expect(new EngineSession(module).load(changed, {}, () => undefined)).rejects.toMatchObject({
      error: { code: "bad_file", message: expect.stringMatching(/changed/), remedy: expect.stringMatching(/again/) },
    });
  }
});

test("an archive that changes while it is read is refused in the same words", async () => {
  const gone = new File([Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)], "all.zip");
  const slice = gone.slice.bind(gone);
  let looked = false;
  gone.slice = (...range) => {
    const part = slice(...range);
    if (looked) part.arrayBuffer = () => Promise.reject(new DOMException("changed", "NotReadableError"));
    looked = true;
    return part;
  };
  const { module } = fakeModule();
  await expect(new EngineSession(module).load(gone, {}, () => undefined)).rejects.toMatchObject({
    error: { code: "bad_file", message: expect.stringMatching(/changed/) },
  });
});

test("without memory for the next bytes the file is refused and its reader let go", async () => {
  const { module } = fakeModule();
  const session = new EngineSession(module);
  const inner = (session as unknown as { session: { stage: () => number; abandon_file: (reader: number) => void } })
    .session;
  let abandoned = 0;
  inner.stage = () => 0;
  inner.abandon_file = (reader) => {
    abandoned = reader;
  };
  await expect(session.load(new File(["a,b"], "huge.csv"), {}, () => undefined)).rejects.toMatchObject({
    error: { code: "bad_file", remedy: expect.stringMatching(/kept/) },
  });
  expect(abandoned).toBe(1);
});

test("saying how far is spaced out", () => {
  const said: number[] = [];
  const say = spaced((value: number) => said.push(value), 1000);
  for (let k = 0; k < 100; ++k) say(k);
  expect(said).toEqual([0]);
});

test("chunks reach the engine through fresh views of a heap that grows", async () => {
  const { module, received } = fakeModule();
  const session = new EngineSession(module);
  const content = Uint8Array.from({ length: 3_000_000 }, (_, k) => k % 253);
  const report = await session.load(new File([content], "big.csv"), {}, () => undefined);
  expect(report.files[0]?.name).toBe("big.csv");
  expect(received().equals(content)).toBe(true);
});

test("columns of a result are copies, and their buffers are the ones to transfer", () => {
  const { module } = fakeModule();
  const outcome = new EngineSession(module).run("a/b", { inputs: {}, params: {} }, () => undefined);
  const { columns } = outcome.result.tables.t ?? { columns: {} };
  expect(columns.x).toEqual({ kind: "number", values: Float64Array.of(1, 2.5, Number.NaN) });
  expect(columns.name).toEqual({ kind: "text", codes: Int32Array.of(0, -1, 1), dictionary: ["a", "b"] });
  expect(columns.when).toEqual({ kind: "day", days: Int32Array.of(19000, 19007, -2147483648) });
  expect(buffersOf(Object.values(outcome.result.tables)).map((buffer) => buffer.byteLength)).toEqual([24, 12, 12]);
});

test("an error of the engine is thrown with its place", async () => {
  const { module } = fakeModule();
  const session = new EngineSession(module);
  const broken = new File(["refuse"], "bad.csv");
  await expect(session.load(broken, {}, () => undefined)).rejects.toMatchObject({
    error: { code: "bad_file", where: { file: "bad.csv" } },
  });
});
