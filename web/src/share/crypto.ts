// A passphrase on a link or file: AES-256-GCM with a key from PBKDF2-SHA-256, both the browser's own.
import { damaged, Refused } from "./snapshot";

/** OWASP's figure for PBKDF2 with SHA-256. */
const rounds = 600_000;
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;

function subtle(): SubtleCrypto {
  const found = globalThis.crypto?.subtle;
  if (found) return found;
  throw new Refused(
    "no_crypto",
    "This browser offers no encryption on a page like this one.",
    "Open Outlay over https, on localhost, or from a file.",
  );
}

async function keyOf(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  use: "encrypt" | "decrypt",
): Promise<CryptoKey> {
  // One way to write each letter, so that the same passphrase typed elsewhere is the same.
  const typed = new TextEncoder().encode(passphrase.normalize("NFC"));
  const base = await subtle().importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return subtle().deriveKey(derivation, base, { name: "AES-GCM", length: 256 }, false, [use]);
}

/** Salt, nonce, then what was encrypted with its tag; `context` is bound to it, so that neither can be exchanged. */
export async function locked(bytes: Uint8Array, passphrase: string, context: string): Promise<Uint8Array<ArrayBuffer>> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const additionalData = new TextEncoder().encode(context);
  const key = await keyOf(passphrase, salt, "encrypt");
  const sealed = await subtle().encrypt({ name: "AES-GCM", iv, additionalData }, key, new Uint8Array(bytes));
  const out = new Uint8Array(saltBytes + nonceBytes + sealed.byteLength);
  out.set(salt);
  out.set(iv, saltBytes);
  out.set(new Uint8Array(sealed), saltBytes + nonceBytes);
  return out;
}

export async function unlocked(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes.length < saltBytes + nonceBytes + tagBytes) throw damaged();
  const key = await keyOf(passphrase, bytes.slice(0, saltBytes), "decrypt");
  const iv = bytes.slice(saltBytes, saltBytes + nonceBytes);
  const additionalData = new TextEncoder().encode(context);
  try {
    const sealed = bytes.slice(saltBytes + nonceBytes);
    return new Uint8Array(await subtle().decrypt({ name: "AES-GCM", iv, additionalData }, key, sealed));
  } catch {
    throw new Refused(
      "passphrase",
      "The passphrase is not the one it was locked with, or a part of it was changed on the way.",
      "Check the passphrase, capital letters too; if it is right, ask for the link again.",
    );
  }
}
