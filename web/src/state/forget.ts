// Forget everything: whatever this page has left in the browser is removed, in every tab, and nothing is kept after that.
import { keeping, stopKeeping } from "./autosave";
import { deleteDatabase } from "./database";
import { forgotten } from "./forgotten";
import { catchUp, forgetProject } from "./project";
import { key } from "./storage";

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

/** The worker first, lest it fill the cache again. */
export const dropOffline = () => dropServiceWorker().finally(dropCaches);

/** True when all of it is gone; false when the browser refused a part. */
export async function forgetEverything(where: "here" | "elsewhere" = "here"): Promise<boolean> {
  forgotten.value = where;
  stopKeeping();
  keeping.value = { state: "off" };
  globalThis.sessionStorage?.clear();
  let isGone = true;
  for (const step of [forgetProject, dropOffline, deleteDatabase]) {
    await step().catch(() => {
      isGone = false;
    });
  }
  return isGone;
}

/** What another tab stores is taken over; once one forgets, every one does. */
export function followOtherTabs(): void {
  globalThis.addEventListener("storage", (event) => {
    if (event.key !== key && event.key !== null) return;
    if (event.newValue !== null) catchUp();
    else if (!forgotten.peek()) void forgetEverything("elsewhere");
  });
  // While it slept the page was told nothing.
  document.addEventListener("visibilitychange", catchUp);
  globalThis.addEventListener("pageshow", catchUp);
}
