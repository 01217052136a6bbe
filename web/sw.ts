// The service worker: keeps the page's own files and hands them out; it asks for nothing else and is told nothing.

/** Put in by the build: the files by name, and a mark that changes with any of them. */
declare const outlayFiles: string[];
declare const outlayMark: string;

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Asking extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: string, listener: (event: never) => void): void;
}

const scope = self as unknown as Scope;
const folder = scope.registration.scope;
const family = `outlay ${folder} `;
const cacheName = family + outlayMark;
const addressOf = (name: string) => new URL(name, folder).href;

/** Files with a mark of their content in their name never change: those of an older version serve again. */
async function keepOne(cache: Cache, name: string): Promise<void> {
  const address = addressOf(name);
  const before = name.startsWith("assets/") ? await caches.match(address) : undefined;
  if (before) await cache.put(address, before);
  else await cache.add(new Request(address, { cache: name.startsWith("assets/") ? "default" : "no-cache" }));
}

async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(outlayFiles.map((name) => keepOne(cache, name)));
}

async function dropOlder(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(family) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
  await scope.clients.claim();
}

/** A page without its files of this version (they were forgotten) comes from where it came the first time. */
async function answer(request: Request): Promise<Response> {
  const address = request.mode === "navigate" ? addressOf("index.html") : request.url;
  const kept = (await caches.has(cacheName)) ? await (await caches.open(cacheName)).match(address) : undefined;
  return kept ?? fetch(request);
}

/** The folder itself and what the build put into it; anything else is none of ours. */
function isOurs({ method, url, mode }: Request): boolean {
  if (method !== "GET" || !url.startsWith(folder)) return false;
  const name = url.slice(folder.length).replace(/[?#].*$/s, "");
  return mode === "navigate" ? ["", "index.html"].includes(name) : outlayFiles.includes(name);
}

scope.addEventListener("install", (event: Waiting) => event.waitUntil(keepAll()));
scope.addEventListener("activate", (event: Waiting) => event.waitUntil(dropOlder()));
scope.addEventListener("fetch", (event: Asking) => {
  if (isOurs(event.request)) event.respondWith(answer(event.request));
});
scope.addEventListener("message", (event: MessageEvent) => {
  if (event.data === "take over") void scope.skipWaiting();
});
