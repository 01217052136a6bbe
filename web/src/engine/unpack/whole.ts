// A packed file unpacked whole, for a worker that only unpacks; and its parts again, as if they came from the file.
import type { LoadProgress, PassedOver } from "../protocol";
import { chunksOf } from "../reading";
import type { Chunks } from "./inflate";
import { type Limits, usualLimits } from "./limits";
import { type Part, partsOf, type Source, sourceOf } from "./parts";

/** What a packed file holds, in its order: parts with their bytes, and what was passed over between them. */
export type Unpacked = ({ part: Omit<Part, "chunks">; content: Blob } | { passed: PassedOver })[];

/** Text beyond this is too much to be held until its turn comes. */
const mostHeld = 256e6;

async function blobOf(chunks: Chunks, room: number): Promise<Blob | null> {
  const held: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > room) return null;
    held.push(chunk as Uint8Array<ArrayBuffer>);
  }
  return new Blob(held);
}

/** Null for a file that is too large once unpacked; throws what unpacking it where it is read would throw. */
export async function unpackedWhole(
  file: File,
  say: (progress: LoadProgress) => void,
  limits: Limits = usualLimits,
): Promise<Unpacked | null> {
  const out: Unpacked = [];
  let bytes = 0;
  let room = mostHeld;
  const watch = (more: number) => {
    bytes += more;
    say({ bytes: Math.min(bytes, file.size), total: file.size, rows: 0 });
  };
  const source = sourceOf(file, limits, watch, (passed) => out.push({ passed }));
  for await (const { chunks, ...part } of partsOf(source)) {
    const content = await blobOf(chunks, room);
    if (content === null) return null;
    room -= content.size;
    out.push({ part, content });
  }
  return out;
}

export async function* partsAgain(unpacked: Unpacked, { passOver }: Pick<Source, "passOver">): AsyncGenerator<Part> {
  for (const step of unpacked) {
    if ("passed" in step) passOver(step.passed);
    else yield { ...step.part, chunks: chunksOf(step.content, { reuse: true }) };
  }
}
