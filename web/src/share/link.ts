// The link: everything after "#", which browsers never send. "#d1." is open, "#e1." needs a passphrase.
import { decode, encode, version } from "./codec";
import { locked, unlocked } from "./crypto";
import { damaged, Refused, type Snapshot } from "./snapshot";

const pattern = /^#?([de])(\d{1,3})\.([A-Za-z0-9_-]*)$/;
/** Longer than any browser takes. */
const longest = 2_000_000;

export interface Code {
  isLocked: boolean;
  version: number;
  body: string;
}

/** The parts of a link's fragment; null when it is an address within the page. */
export function codeOf(hash: string): Code | null {
  const [, kind, made, body = ""] = pattern.exec(hash) ?? [];
  if (kind) return { isLocked: kind === "e", version: Number(made), body };
  // What begins as a link and goes on as none was changed on the way: that is told, and not taken for a page.
  return /^#?[de]\d{1,3}\./.test(hash) ? { isLocked: false, version: 1, body: "" } : null;
}

export function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 32_768) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  }
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > longest || !/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) throw damaged();
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  // Bits that no byte uses must be 0: else a changed last character would go unnoticed.
  if (toBase64Url(bytes) !== text) throw damaged();
  return bytes;
}

const prefix = (isLocked: boolean) => `${isLocked ? "e" : "d"}${version}.`;

/** The fragment without "#". With a passphrase nothing in it can be read without that. */
export async function linkOf(snapshot: Snapshot, passphrase = ""): Promise<string> {
  const bytes = encode(snapshot);
  if (passphrase === "") return prefix(false) + toBase64Url(bytes);
  return prefix(true) + toBase64Url(await locked(bytes, passphrase, prefix(true)));
}

export async function snapshotOf(code: Code, passphrase = ""): Promise<Snapshot> {
  if (code.version < 1) throw damaged();
  if (code.version > version) {
    throw new Refused(
      "newer",
      `This link was made by a newer Outlay (format ${code.version}; this one reads up to ${version}).`,
      "Reload the page to get the newest version, then open the link again.",
    );
  }
  const bytes = fromBase64Url(code.body);
  if (!code.isLocked) return decode(bytes, code.version);
  return decode(await unlocked(bytes, passphrase, `e${code.version}.`), code.version);
}
