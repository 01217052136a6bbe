// The table of contents at the end of a zip archive, with the 64-bit fields that some programs always write.
import { Unreadable } from "../reading";
import { damaged } from "./limits";

export interface Entry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  encrypted: boolean;
  crc: number;
  packed: number;
  unpacked: number;
  /** Where its local header starts. */
  offset: number;
}

const endSize = 22;
const longestComment = 65535;
const mostDirectoryBytes = 64e6;
const signature = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50, entry: 0x02014b50 };

export async function viewOf(file: Blob, from: number, to: number): Promise<DataView> {
  const bytes = file.slice(from, to).arrayBuffer();
  return new DataView(
    await bytes.catch((reason) => {
      throw new Unreadable(String(reason));
    }),
  );
}

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The sizes that did not fit 32 bits stand in an extra field, in this order, each only when it is needed. */
function widen(entry: Entry, extra: DataView): Entry {
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const size = extra.getUint16(at + 2, true);
    if (extra.getUint16(at, true) === 1) {
      let next = at + 4;
      const wide = (value: number) => {
        if (value !== 0xffffffff) return value;
        next += 8;
        return Number(extra.getBigUint64(next - 8, true));
      };
      const unpacked = wide(entry.unpacked);
      const packed = wide(entry.packed);
      return { ...entry, unpacked, packed, offset: wide(entry.offset) };
    }
    at += 4 + size;
  }
  return entry;
}

function entryAt(view: DataView, at: number): { entry: Entry; next: number } {
  if (view.getUint32(at, true) !== signature.entry) throw new RangeError("no entry here");
  const short = (offset: number) => view.getUint16(at + offset, true);
  const long = (offset: number) => view.getUint32(at + offset, true);
  const [nameSize, extraSize, commentSize] = [short(28), short(30), short(32)];
  const start = view.byteOffset + at + 46;
  const entry: Entry = {
    name: nameOf(new Uint8Array(view.buffer, start, nameSize)),
    method: short(10),
    encrypted: (short(8) & 1) === 1,
    crc: long(16),
    packed: long(20),
    unpacked: long(24),
    offset: long(42),
  };
  const extra = new DataView(view.buffer, start + nameSize, extraSize);
  return { entry: widen(entry, extra), next: at + 46 + nameSize + extraSize + commentSize };
}

async function whereDirectoryIs(file: Blob): Promise<{ count: number; size: number; offset: number }> {
  const from = Math.max(0, file.size - endSize - longestComment);
  const tail = await viewOf(file, from, file.size);
  let at = tail.byteLength - endSize;
  while (at >= 0 && tail.getUint32(at, true) !== signature.end) --at;
  if (at < 0) throw new RangeError("no end record");
  const count = tail.getUint16(at + 10, true);
  const size = tail.getUint32(at + 12, true);
  const offset = tail.getUint32(at + 16, true);
  const locator = at - 20;
  if (locator < 0 || tail.getUint32(locator, true) !== signature.locator64) return { count, size, offset };
  const end = Number(tail.getBigUint64(locator + 8, true));
  const wide = await viewOf(file, end, end + 56);
  if (wide.getUint32(0, true) !== signature.end64) throw new RangeError("no 64-bit end record");
  const read = (place: number) => Number(wide.getBigUint64(place, true));
  return { count: read(32), size: read(40), offset: read(48) };
}

/** What an archive holds. Throws a refusal when it has no readable table of contents, as a download cut short has none. */
export async function directoryOf(file: Blob, name: string): Promise<Entry[]> {
  try {
    const { count, size, offset } = await whereDirectoryIs(file);
    if (size > mostDirectoryBytes || offset + size > file.size) throw new RangeError("directory out of bounds");
    const view = await viewOf(file, offset, offset + size);
    const entries: Entry[] = [];
    for (let at = 0, k = 0; k < count; ++k) {
      const { entry, next } = entryAt(view, at);
      entries.push(entry);
      at = next;
    }
    return entries;
  } catch (thrown) {
    if (thrown instanceof RangeError) throw damaged(name, "is a damaged or incomplete archive.");
    throw thrown;
  }
}
