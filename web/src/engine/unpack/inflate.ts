// Unpacks deflate and gzip as streams, in steps so small that a bomb is seen before it fills the memory.
import { Gunzip, Inflate } from "fflate";
import { type Budget, damaged } from "./limits";

export type Chunks = AsyncIterable<Uint8Array>;

/** Deflate makes at most about a thousand bytes of one: a step gives 16 MB at worst. */
const stepBytes = 16 * 1024;

interface Unpacker {
  ondata: (bytes: Uint8Array<ArrayBuffer>, final: boolean) => void;
  push(chunk: Uint8Array<ArrayBuffer>, final?: boolean): void;
}

async function* unpacked(unpacker: Unpacker, packed: Chunks, name: string, budget: Budget): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  let taken = 0;
  let given = 0;
  unpacker.ondata = (bytes) => {
    if (bytes.length > 0) out.push(bytes);
  };
  const push = (bytes: Uint8Array<ArrayBuffer>, final: boolean) => {
    try {
      unpacker.push(bytes, final);
    } catch {
      throw damaged(name);
    }
  };
  const drained = () => {
    const ready = out;
    out = [];
    for (const bytes of ready) {
      given += bytes.length;
      budget.take(name, bytes.length, given, taken);
    }
    return ready;
  };
  for await (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += stepBytes) {
      // A copy, since the unpacker may keep what it was given and callers may use their buffer again.
      const step = new Uint8Array(chunk.subarray(at, at + stepBytes));
      taken += step.length;
      push(step, false);
      yield* drained();
    }
  }
  push(new Uint8Array(0), true);
  yield* drained();
}

export const inflated = (packed: Chunks, name: string, budget: Budget): Chunks =>
  unpacked(new Inflate(), packed, name, budget);

/** All members of a gzip file: some programs write one after another. */
export const gunzipped = (packed: Chunks, name: string, budget: Budget): Chunks =>
  unpacked(new Gunzip(), packed, name, budget);
