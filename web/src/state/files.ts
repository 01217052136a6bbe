// The files that are open: each is read, ready or refused; a refused one never touches the others.
import { computed, signal } from "@preact/signals";
import type { Engine } from "../engine/client";
import { type EngineError, type FileReport, type LoadProgress, type Suits, toEngineError } from "../engine/protocol";

export interface OpenFile {
  key: number;
  file: File;
  state: "reading" | "ready" | "failed";
  progress: LoadProgress;
  /** performance.now() when the reading began, for MB/s. */
  since: number;
  report: FileReport | null;
  error: EngineError | null;
}

export type Files = ReturnType<typeof createFiles>;

const smallest = { bytes: 0, rows: 0 };

export function createFiles(engine: Pick<Engine, "load" | "remove" | "suits">) {
  const open = signal<OpenFile[]>([]);
  const suits = signal<Suits[]>([]);
  const stops = new Map<number, AbortController>();
  let lastKey = 0;

  const reports = computed(() => open.value.flatMap((entry) => (entry.report ? [entry.report] : [])));
  const tables = computed(() => reports.value.flatMap((report) => report.tables));

  const change = (key: number, what: Partial<OpenFile>) => {
    open.value = open.value.map((entry) => (entry.key === key ? { ...entry, ...what } : entry));
  };
  const drop = (key: number) => {
    open.value = open.value.filter((entry) => entry.key !== key);
  };

  const learnSuits = async () => {
    const ids = tables.value.map((table) => table.id);
    suits.value = ids.length > 0 ? await engine.suits(ids) : [];
  };

  const removeTables = async (report: FileReport | null) => {
    for (const table of report?.tables ?? []) await engine.remove(table.id);
  };

  /** A newer file of the same name takes the place of the older one, once it has been read well. */
  const replaceOlder = async (key: number, name: string) => {
    const older = open.value.filter((entry) => entry.key < key && entry.file.name === name);
    for (const entry of older) {
      drop(entry.key);
      await removeTables(entry.report);
    }
  };

  const read = async (entry: OpenFile) => {
    const { key, file } = entry;
    const stop = new AbortController();
    stops.set(key, stop);
    try {
      const onProgress = (progress: LoadProgress) => change(key, { progress });
      const report = await engine.load(file, { onProgress, signal: stop.signal });
      change(key, { report, state: "ready" });
      await replaceOlder(key, file.name);
      await learnSuits();
    } catch (thrown) {
      const error = toEngineError(thrown);
      if (error.code === "cancelled") drop(key);
      else change(key, { state: "failed", error });
    } finally {
      stops.delete(key);
    }
  };

  return {
    open,
    reports,
    tables,
    suits,
    async add(list: File[]): Promise<void> {
      const added = list.map((file): OpenFile => {
        const progress = { ...smallest, total: file.size };
        return {
          key: ++lastKey,
          file,
          state: "reading",
          progress,
          since: performance.now(),
          report: null,
          error: null,
        };
      });
      const names = new Set(list.map((file) => file.name));
      const kept = open.value.filter((entry) => entry.state !== "failed" || !names.has(entry.file.name));
      open.value = [...kept, ...added];
      await Promise.all(added.map(read));
    },
    cancel(key: number): void {
      stops.get(key)?.abort();
    },
    async remove(key: number): Promise<void> {
      const entry = open.value.find((one) => one.key === key);
      drop(key);
      await removeTables(entry?.report ?? null);
      await learnSuits();
    },
    async clear(): Promise<void> {
      for (const entry of open.value) {
        stops.get(entry.key)?.abort();
        await removeTables(entry.report);
      }
      open.value = [];
      suits.value = [];
    },
  };
}
