// The work is kept while it goes on, and is there again after a reload or a crash; one page at a time keeps it.
import { effect, signal } from "@preact/signals";
import { openDatabase } from "./database";
import { forgotten } from "./forgotten";
import { createKeeper, type Found, type Keeper, type Problem } from "./keeper";
import { applySettings, files, projectFile, reading, settings, settingsStored } from "./project";
import { dataPage, formatRoute, replaceAddress, route, sharedPage } from "./route";

export type Keeping =
  | { state: "starting" }
  | { state: "on" }
  /** The browser has no database, or forbids it. */
  | { state: "off" }
  /** Another page of Outlay has the work. */
  | { state: "elsewhere" }
  /** It was opened before and did not come up: the person says whether to try again. */
  | { state: "asking"; again: () => void; drop: () => void }
  | { state: "problem"; why: Problem };

export const keeping = signal<Keeping>({ state: "starting" });

let keeper: Keeper | null = null;
/** Found and not opened, since the person is asked first: it stays kept beside what they do meanwhile. */
const waiting = signal<Found | null>(null);
const undo: (() => void)[] = [];

/** Resolves with true once this page alone may keep the work; the browser takes that back when the page ends. */
function alone(patience = 1500): Promise<boolean> {
  const { locks } = globalThis.navigator;
  if (!locks) return Promise.resolve(true);
  const held = new Promise<void>((release) => undo.push(release));
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(patience);
    const take = () => {
      resolve(true);
      return held;
    };
    // Where locks are forbidden there is nobody to share with either.
    locks.request("outlay", { signal }, take).catch((thrown) => resolve(thrown?.name === "SecurityError"));
  });
}

function addressToKeep(): string {
  const { page, view } = route.value;
  if (page === dataPage && waiting.value) return waiting.value.address;
  return page === sharedPage && !projectFile.value ? "" : formatRoute({ page, view });
}

function follow(kept: Keeper): void {
  const stop = effect(() => {
    const open = files.open.value.filter(({ state }) => state !== "failed");
    const before = waiting.value;
    // Read, so that a change of any setting is noted too.
    const now = settings.value;
    kept.note({
      address: addressToKeep(),
      settings: { ...now, at: settingsStored().at },
      files: [...(before?.files ?? []), ...open.map(({ file, removed, made }) => ({ file, removed, made }))],
      ...(projectFile.value || !before
        ? { project: projectFile.value, reading: reading.value }
        : { project: before.project, reading: before.reading }),
    });
  });
  const leaving = () => void kept.flush();
  document.addEventListener("visibilitychange", leaving);
  globalThis.addEventListener("pagehide", leaving);
  undo.push(stop, () => {
    document.removeEventListener("visibilitychange", leaving);
    globalThis.removeEventListener("pagehide", leaving);
  });
}

/** What was found, except what the person has opened meanwhile. */
async function restore(kept: Keeper, found: Found): Promise<void> {
  if (found.settings.at > settingsStored().at) applySettings(found.settings);
  const names = new Set(files.open.peek().map(({ file }) => file.name));
  const wanted = found.files.filter(({ file }) => !names.has(file.name));
  if (!projectFile.peek()) {
    reading.value = found.reading;
    projectFile.value = found.project;
  }
  if (found.address && (wanted.length > 0 || found.project)) replaceAddress(found.address);
  const read = files.add(
    wanted.map(({ file }) => file),
    wanted.map(({ removed, made }) => ({ removed, made })),
  );
  begin(kept);
  await read;
  await kept.wentWell();
}

function begin(kept: Keeper): void {
  keeping.value = { state: "on" };
  if (!waiting.peek()) follow(kept);
  waiting.value = null;
}

/** Two openings that ended before the files were read: a third may end the same way. */
const mostTries = 2;

function ask(kept: Keeper, found: Found): void {
  waiting.value = found;
  follow(kept);
  keeping.value = {
    state: "asking",
    again: () => void restore(kept, found),
    drop: () => {
      begin(kept);
      void kept.wentWell();
    },
  };
}

export async function startKeeping(): Promise<void> {
  try {
    const isAlone = await alone();
    if (forgotten.peek()) return;
    if (!isAlone) {
      keeping.value = { state: "elsewhere" };
      return;
    }
    const taken = () => {
      keeping.value = { state: "off" };
      stopKeeping();
    };
    const problem = (why: Problem | null) => {
      if (keeping.peek().state === "asking") return;
      keeping.value = why ? { state: "problem", why } : { state: "on" };
    };
    const kept = createKeeper(await openDatabase(taken), { problem });
    keeper = kept;
    const last = forgotten.peek() ? null : await kept.find();
    if (forgotten.peek()) return stopKeeping();
    if (!last) begin(kept);
    else if (last.tries >= mostTries && last.found.files.length > 0) ask(kept, last.found);
    else await restore(kept, last.found);
  } catch {
    keeping.value = { state: "off" };
  }
}

/** Stores what is not stored yet: before a reload that the page itself brings about. */
export const saveNow = async (): Promise<void> => keeper?.flush();

export function stopKeeping(): void {
  for (const step of undo.splice(0)) step();
  keeper?.close();
  keeper = null;
}
