// The project file `.outlay`: the same snapshot as in a link, with room for more.
import { decode, encode, joined, version } from "./codec";
import { locked, unlocked } from "./crypto";
import { damaged, Refused, type Snapshot } from "./snapshot";

/** "OUTLAY", then "d" or "e" as in links, then the version. */
const mark = "OUTLAY";
const headBytes = mark.length + 2;
const [open, sealed] = ["d".charCodeAt(0), "e".charCodeAt(0)];

export const fileType = "application/octet-stream";
export const fileEnding = ".outlay";

const context = (made: number) => `${mark} e${made}`;

function head(isLocked: boolean): Uint8Array {
  return Uint8Array.of(...new TextEncoder().encode(mark), isLocked ? sealed : open, version);
}

export async function fileOf(snapshot: Snapshot, passphrase = ""): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = encode(snapshot);
  if (passphrase === "") return joined([head(false), bytes]);
  return joined([head(true), await locked(bytes, passphrase, context(version))]);
}

interface Head {
  isLocked: boolean;
  version: number;
}

/** Throws `Refused` for what is no project file. */
export function headOf(bytes: Uint8Array): Head {
  const begins = new TextDecoder().decode(bytes.subarray(0, mark.length)) === mark;
  const kind = bytes[mark.length];
  const made = bytes[mark.length + 1] ?? 0;
  if (!begins || (kind !== open && kind !== sealed)) {
    throw new Refused(
      "not_ours",
      "This is no Outlay project file.",
      "Drop the file that Outlay saved, ending in .outlay.",
    );
  }
  if (made < 1) throw damaged();
  if (made > version) {
    throw new Refused(
      "newer",
      `This file was made by a newer Outlay (format ${made}; this one reads up to ${version}).`,
      "Reload the page to get the newest version, then open it again.",
    );
  }
  return { isLocked: kind === sealed, version: made };
}

export async function openFile(bytes: Uint8Array<ArrayBuffer>, passphrase = ""): Promise<Snapshot> {
  const { isLocked, version: made } = headOf(bytes);
  const body = bytes.slice(headBytes);
  return decode(isLocked ? await unlocked(body, passphrase, context(made)) : body, made);
}
