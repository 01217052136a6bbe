// Forget everything: whatever this page has left in the browser is removed, and nothing is kept after that.
import { keeping, stopKeeping } from "./autosave";
import { deleteDatabase } from "./database";
import { forgetProject } from "./project";

/** Names of caches begin so; other pages of the same host may have caches of their own. */
export const cachePrefix = "outlay ";

/** A page from a disk has neither caches nor a service worker, and the browser may not even be asked. */
const isFromDisk = () => globalThis.location.protocol === "file:";

async function dropCaches(): Promise<void> {
  // Absent where the page did not come over a safe connection.
  const { caches } = globalThis;
  if (!caches || isFromDisk()) return;
  const ours = (await caches.keys()).filter((name) => name.startsWith(cachePrefix + ownFolder()));
  await Promise.all(ours.map((name) => caches.delete(name)));
}

const ownFolder = () => new URL("./", globalThis.location.href).href;

async function dropServiceWorker(): Promise<void> {
  if (isFromDisk()) return;
  const registration = await globalThis.navigator.serviceWorker?.getRegistration(ownFolder());
  await registration?.unregister();
}

/** True when all of it is gone; false when the browser refused a part. */
export async function forgetEverything(): Promise<boolean> {
  stopKeeping();
  keeping.value = { state: "off" };
  await forgetProject();
  globalThis.sessionStorage?.clear();
  // The worker first, lest it fill the cache again.
  const steps = [() => dropServiceWorker(), dropCaches, deleteDatabase];
  let isGone = true;
  for (const step of steps) {
    await step().catch(() => {
      isGone = false;
    });
  }
  return isGone;
}
