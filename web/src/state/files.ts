// The files that are open: each is read, ready or refused; a refused one never touches the others.
import { batch, computed, signal } from "@preact/signals";
import type { Engine } from "../engine/client";
import {
  type EngineError,
  type FileReport,
  type LoadProgress,
  type LoadReport,
  type PassedOver,
  type Suits,
  type TableReport,
  toEngineError,
} from "../engine/protocol";
import { byOrigin } from "../engine/samples";
import { type Answers, partOptions } from "./answers";

/** What the page itself made of a result: a table that nobody dropped. */
export interface Made {
  /** The analyses that it is for: they take it before any table that was given, and no other analysis sees it. */
  leads: string[];
  /** The model whose credits it holds, and the data behind them. */
  model: string;
  from: string;
}

export interface OpenFile {
  key: number;
  file: File;
  state: "reading" | "ready" | "failed";
  progress: LoadProgress;
  /** performance.now() when the reading began, for MB/s. */
  since: number;
  /** The dropped file's own report, or one for each table file inside it. */
  reports: FileReport[];
  passedOver: PassedOver[];
  /** The places of tables that were taken away: they stay away when the file is read again. */
  removed: string[];
  /** True while it is read once more with other options; what was read before stays meanwhile. */
  again: boolean;
  error: EngineError | null;
  made: Made | null;
}

/** What is known of a file beforehand: tables taken away from it before, and what made it. */
export type Known = Partial<Pick<OpenFile, "removed" | "made">>;

export type Files = ReturnType<typeof createFiles>;

const nothing = { reports: [], passedOver: [], removed: [], again: false, error: null };

function newEntry(key: number, file: File): OpenFile {
  const progress = { bytes: 0, rows: 0, total: file.size };
  return { key, file, state: "reading", progress, since: performance.now(), ...nothing, made: null };
}

const tablesOf = (reports: FileReport[]): TableReport[] => reports.flatMap((report) => report.tables);

function onlyTables(reports: FileReport[], keep: (table: TableReport) => boolean): FileReport[] {
  const left = reports.map((report) => ({ ...report, tables: report.tables.filter(keep) }));
  return left.filter((report) => report.tables.length > 0);
}

export function createFiles(engine: Pick<Engine, "load" | "remove" | "suits">, answers: () => Answers = () => ({})) {
  const open = signal<OpenFile[]>([]);
  const suits = signal<Suits[]>([]);
  const sampleSuits = signal<Suits[]>([]);
  const stops = new Map<number, AbortController>();
  let lastKey = 0;

  const tables = computed(() => open.value.flatMap((entry) => tablesOf(entry.reports)));

  const find = (key: number) => open.peek().find((entry) => entry.key === key);
  const change = (key: number, what: Partial<OpenFile>) => {
    open.value = open.value.map((entry) => (entry.key === key ? { ...entry, ...what } : entry));
  };
  const drop = (key: number) => {
    open.value = open.value.filter((entry) => entry.key !== key);
  };

  const ask = async (some: TableReport[]) => (some.length > 0 ? engine.suits(some.map(({ id }) => id)) : []);

  /** What each analysis would take of one's own: of what was given, except where a table was made for it and is enough. */
  const suitsOfOwn = async (list: TableReport[]): Promise<Suits[]> => {
    const entryOf = (table: TableReport) =>
      open.value.find((entry) => entry.made && tablesOf(entry.reports).some(({ id }) => id === table.id));
    const made = list.filter((table) => entryOf(table));
    const base = await ask(list.filter((table) => !made.includes(table)));
    if (made.length === 0) return base;
    const leads = made.flatMap((table) => entryOf(table)?.made?.leads ?? []);
    const led = (await ask(made)).filter((one) => one.enough && leads.includes(one.analysis));
    return [...base.filter((one) => !led.some(({ analysis }) => analysis === one.analysis)), ...led];
  };

  /** Asked for apart: figures of one's own data and of a sample together would mean nothing. */
  const suitsOf = async (list: TableReport[]) => {
    const { own, sample } = byOrigin(list);
    return { own: await suitsOfOwn(own), sample: await ask(sample) };
  };

  const learn = (found: { own: Suits[]; sample: Suits[] }) =>
    batch(() => {
      suits.value = found.own;
      sampleSuits.value = found.sample;
    });

  const learnSuits = async () => learn(await suitsOf(tables.value));

  const removeTables = async (list: TableReport[]) => {
    for (const table of list) await engine.remove(table.id);
  };

  /** A newer file of the same name takes the place of the older one, once it has been read well. */
  const replaceOlder = async (key: number, name: string) => {
    const older = open.value.filter((entry) => entry.key < key && entry.file.name === name);
    for (const entry of older) {
      drop(entry.key);
      await removeTables(tablesOf(entry.reports));
    }
  };

  const load = (entry: OpenFile, known: TableReport[], stop: AbortController): Promise<LoadReport> => {
    const onProgress = (progress: LoadProgress) => change(entry.key, { progress });
    return engine.load(entry.file, { parts: partOptions(known, answers()), onProgress, signal: stop.signal });
  };

  /** Headers are known only once a file was read: with an answer remembered for one, it is read a second time. */
  const loadAsAnswered = async (entry: OpenFile, stop: AbortController): Promise<LoadReport> => {
    const first = await load(entry, [], stop);
    const found = tablesOf(first.files);
    if (Object.keys(partOptions(found, answers())).length === 0) return first;
    try {
      return await load(entry, found, stop);
    } finally {
      await removeTables(found);
    }
  };

  const withoutRemoved = async ({ removed }: OpenFile, found: FileReport[]): Promise<FileReport[]> => {
    if (removed.length === 0) return found;
    await removeTables(tablesOf(found).filter((table) => removed.includes(table.place)));
    return onlyTables(found, (table) => !removed.includes(table.place));
  };

  const underControl = async (entry: OpenFile, work: (stop: AbortController) => Promise<void>, failed: typeof drop) => {
    const stop = new AbortController();
    stops.set(entry.key, stop);
    try {
      await work(stop);
    } catch (thrown) {
      const error = toEngineError(thrown);
      if (error.code === "cancelled") failed(entry.key);
      else change(entry.key, { state: entry.state === "ready" ? "ready" : "failed", again: false, error });
    } finally {
      stops.delete(entry.key);
    }
  };

  const read = (entry: OpenFile) =>
    underControl(
      entry,
      async (stop) => {
        const { files: found, passed_over: passedOver } = await loadAsAnswered(entry, stop);
        const reports = await withoutRemoved(entry, found);
        change(entry.key, { reports, passedOver, state: "ready" });
        await replaceOlder(entry.key, entry.file.name);
        await learnSuits();
      },
      drop,
    );

  /** The file once more, with what was answered meanwhile; tables that had been removed stay away. */
  const readOnceMore = async (entry: OpenFile, stop: AbortController) => {
    const { key, reports: before } = entry;
    const { files: read, passed_over: passedOver } = await load(entry, tablesOf(before), stop);
    const reports = onlyTables(read, (table) => !entry.removed.includes(table.place));
    const keptIds = new Set(tablesOf(reports).map((table) => table.id));
    await removeTables([...tablesOf(before), ...tablesOf(read).filter((table) => !keptIds.has(table.id))]);
    const others = tables.peek().filter((table) => !tablesOf(before).some((old) => old.id === table.id));
    const next = await suitsOf([...others, ...tablesOf(reports)]);
    batch(() => {
      change(key, { reports, passedOver, again: false });
      learn(next);
    });
  };

  return {
    open,
    tables,
    /** Of one's own tables. */
    suits,
    sampleSuits,
    async add(list: File[], known: Known[] = []): Promise<void> {
      const added = list.map((file, k) => ({ ...newEntry(++lastKey, file), ...known[k] }));
      const names = new Set(list.map((file) => file.name));
      const kept = open.value.filter((entry) => entry.state !== "failed" || !names.has(entry.file.name));
      open.value = [...kept, ...added];
      await Promise.all(added.map(read));
    },
    cancel(key: number): void {
      stops.get(key)?.abort();
    },
    async readAgain(key: number): Promise<void> {
      const entry = find(key);
      if (entry?.state !== "ready" || entry.again) return;
      change(key, { again: true, error: null, since: performance.now(), progress: newEntry(key, entry.file).progress });
      await underControl(
        entry,
        (stop) => readOnceMore(entry, stop),
        () => change(key, { again: false }),
      );
    },
    async remove(key: number): Promise<void> {
      const entry = find(key);
      stops.get(key)?.abort();
      drop(key);
      await removeTables(tablesOf(entry?.reports ?? []));
      await learnSuits();
    },
    /** Takes some tables of a file away; a file left without any goes too. */
    async removeTables(key: number, ids: number[]): Promise<void> {
      const entry = find(key);
      if (!entry) return;
      const reports = onlyTables(entry.reports, (table) => !ids.includes(table.id));
      const gone = tablesOf(entry.reports).filter((table) => ids.includes(table.id));
      if (reports.length === 0) drop(key);
      else change(key, { reports, removed: [...entry.removed, ...gone.map((table) => table.place)] });
      for (const id of ids) await engine.remove(id);
      await learnSuits();
    },
    dismissError(key: number): void {
      change(key, { error: null });
    },
    async clear(): Promise<void> {
      const gone = open.value;
      open.value = [];
      learn({ own: [], sample: [] });
      for (const { key } of gone) stops.get(key)?.abort();
      await removeTables(gone.flatMap(({ reports }) => tablesOf(reports)));
    },
  };
}
