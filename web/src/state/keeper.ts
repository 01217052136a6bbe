// Keeps the work in the browser's database while it goes on, and gives back what was kept last time.
import type { Database } from "./database";
import type { OpenFile } from "./files";
import type { Reading } from "./project";
import type { Kept } from "./storage";
import { readWork, type Work } from "./work";

/** A file and what is known of it, whoever reads it next. */
type KnownFile = Pick<OpenFile, "file" | "removed" | "made">;

/** The work as it is now, or as it was found. */
export interface WorkNow {
  address: string;
  settings: Kept;
  files: KnownFile[];
  project: File | null;
  /** What was made of the project. */
  reading: Reading | null;
}

export type Found = WorkNow;

export interface Keeper {
  /** What was kept; null when there is nothing. `tries` counts the openings since one went well. */
  find(): Promise<{ found: Found; tries: number } | null>;
  /** What was found is on the page again, or nothing needs to be. */
  wentWell(): Promise<void>;
  /** Tells of a change; it is stored soon. */
  note(now: WorkNow): void;
  /** Stores at once what was noted last. */
  flush(): Promise<void>;
  close(): void;
}

export interface Said {
  /** What could not be stored, or null after all went in again. */
  problem: (problem: Problem | null) => void;
}

export type Problem = "full" | "unreadable" | "refused";

const stateKey = "state";
const triesKey = "tries";
/** Changes come in bursts; this long after the first of them all are stored together. */
const gap = 300;

function problemOf(thrown: unknown): Problem {
  const name = thrown instanceof DOMException ? thrown.name : "";
  if (name === "QuotaExceededError") return "full";
  return ["NotReadableError", "NotFoundError", "DataError", "DataCloneError"].includes(name) ? "unreadable" : "refused";
}

export function createKeeper(db: Database, { problem }: Said, wait = gap): Keeper {
  /** The file of the page -> its key in the store, for those that are in it. */
  const stored = new Map<File, string>();
  let noted: WorkNow | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let storing: Promise<void> | null = null;
  let isClosed = false;

  const add = async (file: File): Promise<string> => {
    const known = stored.get(file);
    if (known) return known;
    const id = globalThis.crypto.randomUUID();
    await db.put("files", id, file);
    stored.set(file, id);
    return id;
  };

  /** One file that cannot be stored costs only itself. */
  const addAll = async (files: WorkNow["files"], failed: (why: Problem) => void) => {
    const kept: Work["files"] = [];
    for (const { file, removed, made } of files) {
      try {
        kept.push({ id: await add(file), removed, made });
      } catch (thrown) {
        failed(problemOf(thrown));
      }
    }
    return kept;
  };

  const forgetOthers = async (ids: Set<string>) => {
    const gone = (await db.keys("files")).filter((id) => !ids.has(id));
    if (gone.length > 0) await db.remove("files", gone);
    for (const [file, id] of stored) if (!ids.has(id)) stored.delete(file);
  };

  /** First the files, then what names them, then away with those that nothing names: whole at every moment. */
  const store = async ({ address, settings, files, project, reading }: WorkNow) => {
    let why: Problem | null = null;
    const failed = (now: Problem) => {
      why = now;
    };
    try {
      const kept = await addAll(files, failed);
      const [open] = project ? await addAll([{ file: project, removed: [], made: null }], failed) : [];
      const work: Work = { version: 1, address, settings, files: kept, project: open?.id ?? null, reading };
      await db.put("work", stateKey, work);
      await forgetOthers(new Set([...kept, ...(open ? [open] : [])].map(({ id }) => id)));
    } catch (thrown) {
      why = problemOf(thrown);
    }
    if (!isClosed) problem(why);
  };

  /** One at a time; what is noted meanwhile is stored next. */
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    await storing;
    const now = noted;
    if (now && !isClosed) {
      noted = null;
      storing = store(now);
    }
    await storing;
  };

  const fileOf = async (id: string): Promise<File | null> => {
    const value = await db.get("files", id);
    if (!(value instanceof File)) return null;
    stored.set(value, id);
    return value;
  };

  return {
    async find() {
      const work = readWork(await db.get("work", stateKey));
      if (!work) return null;
      const before = await db.get("work", triesKey);
      const tries = typeof before === "number" ? before : 0;
      await db.put("work", triesKey, tries + 1);
      const files: Found["files"] = [];
      for (const { id, removed, made } of work.files) {
        const file = await fileOf(id);
        if (file) files.push({ file, removed, made });
      }
      const project = work.project === null ? null : await fileOf(work.project);
      const { address, settings, reading } = work;
      return { found: { address, settings, files, project, reading }, tries };
    },
    wentWell: () => db.put("work", triesKey, 0),
    note(now) {
      noted = now;
      timer ??= setTimeout(() => void flush(), wait);
    },
    flush,
    close() {
      isClosed = true;
      clearTimeout(timer);
      db.close();
    },
  };
}
