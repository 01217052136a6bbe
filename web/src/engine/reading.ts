// The bytes of a file in order, with a way out when the browser's stream stalls.

/** Chromium has let a stream be collected while a read was pending: what is read now stays reachable here. */
const held = new Set<unknown>();

/** The browser could not give the file's bytes: it was changed, moved, locked, or is too big for where it is kept. */
export class Unreadable extends Error {}

const sliceBytes = 4 * 1024 * 1024;
const reusedBytes = 1024 * 1024;

/** What the promise gives, or null when it takes too long. */
function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function* slices(file: Blob, from: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < file.size; at += sliceBytes) {
    const bytes = await file
      .slice(at, at + sliceBytes)
      .arrayBuffer()
      .catch((reason) => {
        throw new Unreadable(String(reason));
      });
    yield new Uint8Array(bytes);
  }
}

/** Reads that each bring a chunk of their own. */
function freshReads(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader();
  return { reader, read: () => reader.read() };
}

/** Reads that all bring the same buffer, filled anew; null where the browser's files have no such streams. */
function reusingReads(stream: ReadableStream<Uint8Array>) {
  let reader: ReadableStreamBYOBReader;
  try {
    reader = stream.getReader({ mode: "byob" });
  } catch {
    return null;
  }
  let buffer = new ArrayBuffer(reusedBytes);
  const read = async () => {
    const next = await reader.read(new Uint8Array(buffer));
    if (next.value) buffer = next.value.buffer as ArrayBuffer;
    return next;
  };
  return { reader, read };
}

/**
 * Streams the file; when it fails or nothing comes for `patience` ms, reads the rest by slices from where it stopped. With
 * `reuse` a chunk is only good until the next is asked for: a gigabyte of chunks, each to be collected, would fill the
 * memory faster than the collector empties it.
 */
export async function* chunksOf(file: Blob, { patience = 4000, reuse = false } = {}): AsyncGenerator<Uint8Array> {
  const stream = file.stream();
  const { reader, read } = (reuse && reusingReads(stream)) || freshReads(stream);
  const keep = { file, stream, reader };
  held.add(keep);
  let done = 0;
  try {
    for (;;) {
      const next = await within(read(), patience).catch(() => null);
      if (next === null) break;
      if (next.done && done !== file.size) throw new Unreadable(`${done} of ${file.size} bytes came`);
      if (next.done) return;
      done += next.value.byteLength;
      yield next.value;
    }
    void reader.cancel().catch(() => undefined);
    yield* slices(file, done);
  } finally {
    held.delete(keep);
  }
}
