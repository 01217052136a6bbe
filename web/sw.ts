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

/** Some hosts send /index.html on to /; a browser refuses what was sent on as the answer to a navigation, so it is made anew. */
async function fetched(address: string, cache: RequestCache): Promise<Response> {
  const answer = await fetch(address, { cache });
  if (!answer.ok || !answer.url.startsWith(folder)) throw new Error(`${address} is not there`);
  return answer.redirected ? new Response(await answer.blob(), { headers: answer.headers }) : answer;
}

/** Files with a mark of their content in their name never change: those of an older version serve again. */
async function keepOne(cache: Cache, name: string): Promise<void> {
  const address = addressOf(name);
  const isMarked = name.startsWith("assets/");
  const before = isMarked ? await caches.match(address) : undefined;
  await cache.put(address, before ?? (await fetched(address, isMarked ? "default" : "no-cache")));
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
async function answer(request: Request, name: string): Promise<Response> {
  const kept = (await caches.has(cacheName)) ? await (await caches.open(cacheName)).match(addressOf(name)) : undefined;
  return kept ?? fetch(request);
}

/** Which of the build's files is asked for; null for all else. What stands after "?" changes none, and is not told to the host. */
function nameOf({ method, url, mode }: Request): string | null {
  if (method !== "GET" || !url.startsWith(folder)) return null;
  const name = url.slice(folder.length).replace(/[?#].*$/s, "");
  if (mode === "navigate") return ["", "index.html"].includes(name) ? "index.html" : null;
  return outlayFiles.includes(name) ? name : null;
}

scope.addEventListener("install", (event: Waiting) => event.waitUntil(keepAll()));
scope.addEventListener("activate", (event: Waiting) => event.waitUntil(dropOlder()));
scope.addEventListener("fetch", (event: Asking) => {
  const name = nameOf(event.request);
  if (name !== null) event.respondWith(answer(event.request, name));
});
scope.addEventListener("message", (event: MessageEvent) => {
  if (event.data === "take over") void scope.skipWaiting();
});
