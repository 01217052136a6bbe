// Opens the files inside a zip archive one at a time, as streams, and checks each against its checksum.
import { chunksOf } from "../reading";
import { crc32 } from "./crc";
import { type Entry, viewOf } from "./directory";
import { type Chunks, inflated } from "./inflate";
import { type Budget, badFile, damaged } from "./limits";

/** The browser's own reading of a part of a file, told of as it goes. */
export type Watch = (bytes: number) => void;

export async function* watched(chunks: Chunks, watch: Watch): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    watch(chunk.length);
    yield chunk;
  }
}

async function* within(chunks: Chunks, name: string, budget: Budget): AsyncGenerator<Uint8Array> {
  let given = 0;
  for await (const chunk of chunks) {
    given += chunk.length;
    budget.take(name, chunk.length, given, given);
    yield chunk;
  }
}

async function* checked(chunks: Chunks, name: string, entry: Entry): AsyncGenerator<Uint8Array> {
  let crc = 0;
  for await (const chunk of chunks) {
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (crc !== entry.crc) throw damaged(name, "is damaged: its checksum does not match its content.");
}

export async function* opened(
  archive: Blob,
  entry: Entry,
  name: string,
  budget: Budget,
  watch: Watch,
): AsyncGenerator<Uint8Array> {
  if (entry.encrypted)
    throw badFile(name, "is protected with a password.", "Unpack it yourself and drop what is inside.");
  if (entry.method !== 0 && entry.method !== 8) {
    throw badFile(name, "is packed by a method that is not known here.", "Unpack it yourself and drop what is inside.");
  }
  const header = await viewOf(archive, entry.offset, entry.offset + 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) throw damaged(name);
  const start = entry.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = watched(chunksOf(archive.slice(start, start + entry.packed)), watch);
  const content = entry.method === 0 ? within(packed, name, budget) : inflated(packed, name, budget);
  yield* checked(content, name, entry);
}
