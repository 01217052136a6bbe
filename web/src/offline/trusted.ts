// The one door through which an address becomes a script: only what this page made itself, or its own service worker.

interface Policies {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string | null }): unknown;
}

/** Blobs that this page made carry its own origin, "null" on a disk. */
export const isOwnBlob = (address: string, origin: string): boolean => address.startsWith(`blob:${origin}/`);

function admitted(address: string): string | null {
  const isOwn = isOwnBlob(address, globalThis.origin) || address === new URL("sw.js", globalThis.location.href).href;
  return isOwn ? address : null;
}

/** Where the browser has Trusted Types the page's policy asks for them; markup and eval stay closed, for no rule admits any. */
export function admitOwnScripts(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  trustedTypes?.createPolicy("default", { createScriptURL: admitted });
}
