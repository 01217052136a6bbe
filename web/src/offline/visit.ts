// The service worker that keeps this page's own files for a visit without a network, and the offer of a newer version.
import { signal } from "@preact/signals";
import { saveNow } from "../state/autosave";
import { dropOffline } from "../state/forget";
import { forgotten } from "../state/forgotten";

/** A newer version is here and waits; taking it up reloads the page. */
export const newer = signal<(() => void) | null>(null);
/** All files are kept: the page opens without a network. */
export const isKept = signal(false);

function offer(registration: ServiceWorkerRegistration): void {
  const { waiting } = registration;
  // On the very first visit there is nothing older that it could replace.
  if (!waiting || !navigator.serviceWorker.controller) return;
  newer.value = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => globalThis.location.reload(), { once: true });
    void saveNow().finally(() => waiting.postMessage("take over"));
  };
}

function follow(registration: ServiceWorkerRegistration): void {
  offer(registration);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => offer(registration));
  });
}

/** Only the built site on a host has a service worker; a page from a disk is there without one. */
export const hasServiceWorker = (): boolean =>
  import.meta.env.PROD && globalThis.location.protocol !== "file:" && "serviceWorker" in globalThis.navigator;

export async function startVisit(): Promise<void> {
  if (!hasServiceWorker() || forgotten.peek()) return;
  const address = new URL("sw.js", globalThis.location.href.replace(/#.*$/s, "")).href;
  // Forbidden in some private windows: the page then needs the network to open, and nothing else changes.
  const registration = await navigator.serviceWorker.register(address).catch(() => null);
  if (!registration) return;
  // Asked for meanwhile.
  if (forgotten.peek()) return dropOffline();
  follow(registration);
  await navigator.serviceWorker.ready;
  isKept.value = true;
}
