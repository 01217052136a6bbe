// What the page knows: the engine and its catalogue, the files, the settings, and each analysis's state.
import { batch, computed, effect, signal } from "@preact/signals";
import { Ahead } from "../engine/ahead";
import { EngineClient } from "../engine/client";
import { bringWholeEngine, startHelper, startsWhole, startWorker } from "../engine/load";
import { type Catalogue, type EngineError, engineError, toEngineError } from "../engine/protocol";
import { byOrigin, isSample, sampleFiles, sampleNames } from "../engine/samples";
import type { ReadOptions, TableReport } from "../engine/types";
import { type AnalysisState, createAnalysisState } from "./analysis";
import { type Answers, withAnswer } from "./answers";
import { withProvenance } from "./credits";
import { createFiles } from "./files";
import { forgotten } from "./forgotten";
import { type Fit, fitOfEither, requestOf } from "./inputs";
import { same } from "./merge";
import { go, noteView, route, sharedPage } from "./route";
import { areKept, type Scenario, scenarios } from "./scenarios";
import { startOf } from "./start";
import {
  browserStore,
  forget,
  type Kept,
  load,
  mergedKept,
  nothingKept,
  type Params,
  type Roles,
  save,
  type Theme,
} from "./storage";

const store = browserStore();
const kept = load(store);

/** One core is the engine's; what more than three helpers unpack would wait for it. With little memory one has to do. */
const { hardwareConcurrency = 1, deviceMemory = 8 }: { hardwareConcurrency?: number; deviceMemory?: number } =
  globalThis.navigator ?? {};
const helpers = Math.min(deviceMemory < 8 ? 1 : 3, hardwareConcurrency - 1);
export const engine = new EngineClient(
  startWorker,
  startsWhole() ? null : bringWholeEngine,
  new Ahead(startHelper, helpers),
);
export const answers = signal<Answers>(kept.answers);
export const files = createFiles(engine, () => answers.peek());
export const { tables } = files;
export const catalogue = signal<Catalogue | null>(null);
/** Set when the engine itself could not be started. */
export const broken = signal<EngineError | null>(null);

export const theme = signal<Theme>(kept.theme);
export const mappings = signal<Record<string, Roles>>(kept.mappings);
export const chosenCurrency = signal(kept.currency);
scenarios.value = kept.scenarios;
/** A sample's says nothing of one's own figures. */
const statedCurrency = computed(() => {
  const { own } = byOrigin(tables.value);
  return (own.length > 0 ? own : tables.value).find((table) => table.currency)?.currency ?? "";
});
/** That of a report from a link or a file while it is open; it changes nothing that is kept. */
export const lentCurrency = signal<string | null>(null);
/** What the person chose, else what the data says; "" when neither does. */
export const currency = computed(() => lentCurrency.value ?? (chosenCurrency.value || statedCurrency.value));
export const locale = globalThis.navigator?.language ?? "en-US";

export const fits = computed<Fit[]>(() => {
  const of = byOrigin(tables.value);
  const own = { suits: files.suits.value, tables: of.own };
  const sample = { suits: files.sampleSuits.value, tables: of.sample };
  return (catalogue.value?.analyses ?? []).map((info) => fitOfEither(info, own, sample, mappings.value));
});

export const fitFor = (id: string): Fit | undefined => fits.value.find((fit) => fit.info.id === id);

const states = new Map<string, AnalysisState>();

export function analysisState(id: string): AnalysisState {
  const known = states.get(id);
  if (known) return known;
  const request = (params: Params) => {
    const fit = fitFor(id);
    return fit?.enough ? requestOf(fit, params, tables.value) : null;
  };
  const run: typeof engine.run = async (...asked) => withProvenance(await engine.run(...asked), files.open.peek());
  const saved = params.peek()[id] ?? startOf(id);
  const state = createAnalysisState({ id, engine: { run }, saved, request });
  states.set(id, state);
  keepSettings(id, state);
  return state;
}

const params = signal<Record<string, Params>>(kept.params);

function keepSettings(id: string, state: AnalysisState): void {
  effect(() => {
    params.value = { ...params.peek(), [id]: state.params.value };
  });
}

export function setMapping(print: string, roles: string[], column: string | undefined): void {
  const next = { ...mappings.value[print] };
  for (const role of roles) {
    if (column === undefined) delete next[role];
    else next[role] = column;
  }
  const { [print]: __, ...rest } = mappings.value;
  mappings.value = Object.keys(next).length > 0 ? { ...rest, [print]: next } : rest;
}

/** Reads a file again with what was answered about one of its tables; the answer holds for later files of that header. */
export async function answer(key: number, table: TableReport, change: ReadOptions): Promise<void> {
  answers.value = withAnswer(answers.value, table, change);
  await files.readAgain(key);
}

/** A project file that was dropped or chosen, to be opened. */
export const projectFile = signal<File | null>(null);

/** What its reader made of it since; null while nothing. */
export interface Reading {
  params: Params;
  scenarios: Scenario[];
}
export const reading = signal<Reading | null>(null);

/** Files from the person: a project file opens as it was saved, all others are read as data. True for the latter. */
export function takeFiles(list: File[]): boolean {
  const project = list.find((file) => file.name.toLowerCase().endsWith(".outlay"));
  if (project) {
    reading.value = null;
    projectFile.value = project;
    go(sharedPage);
    return false;
  }
  void takeData(list);
  return true;
}

/** Where one's own data comes, a sample makes way: figures of both together would mean nothing. */
async function takeData(list: File[]): Promise<void> {
  const before = files.open.peek().map(({ key }) => key);
  await files.add(list);
  const open = files.open.peek();
  if (!open.some(({ key, state }) => !before.includes(key) && state === "ready")) return;
  noteView({ data: "" });
  for (const { key, file } of open) {
    if (before.includes(key) && isSample(file.name)) await files.remove(key);
  }
}

/** True while the sample is made and read. */
export const sampleComing = signal(false);

/** Why the sample did not come. */
export const sampleProblem = signal<EngineError | null>(null);

/** The analysis whose sample was asked for last: one asked for before it need not come any more. */
let sampleFor = "";
let lastSample: Promise<void> = Promise.resolve();

/** The sample of an analysis is a link away: the address says that it is what is shown. Another sample makes way. */
export function openSample(analysis = route.peek().page): Promise<void> {
  sampleFor = analysis;
  lastSample = lastSample.then(() => bringSample(analysis));
  return lastSample;
}

async function bringSample(analysis: string): Promise<void> {
  const wanted = sampleNames(analysis);
  const open = files.open.peek();
  const isHere = wanted.every((name) => open.some((entry) => entry.file.name === name));
  if (isHere || analysis !== sampleFor) return;
  sampleComing.value = true;
  sampleProblem.value = null;
  try {
    const found = await sampleFiles(analysis);
    for (const { key, file } of open) {
      if (isSample(file.name) && !wanted.includes(file.name)) await files.remove(key);
    }
    await files.add(found);
  } catch {
    // Its script is fetched from where the page came from, and only that can fail here: files tell of their own errors.
    sampleProblem.value = engineError(
      "bad_file",
      "The sample data did not load.",
      "Check that you are online, then try it again. Your own files need no connection.",
    );
  } finally {
    sampleComing.value = false;
  }
}

const changedParams = () => Object.entries(params.value).filter(([id, chosen]) => !same(chosen, startOf(id)));

/** The settings as they are now. */
export const settings = computed<Omit<Kept, "at">>(() => ({
  version: 1,
  theme: theme.value,
  currency: chosenCurrency.value,
  mappings: mappings.value,
  answers: answers.value,
  params: Object.fromEntries(changedParams()),
  scenarios: scenarios.value,
}));

/** The settings that this page and the store agreed on last, and when that was: of two the later one counts. */
let last: Kept = kept;

export function settingsStored(): Kept {
  remember();
  return last;
}

function show(given: Kept): void {
  batch(() => {
    theme.value = given.theme;
    chosenCurrency.value = given.currency;
    mappings.value = given.mappings;
    answers.value = given.answers;
    params.value = given.params;
    scenarios.value = given.scenarios;
    for (const [id, state] of states) {
      const chosen = given.params[id] ?? startOf(id);
      if (!same(chosen, state.params.peek())) state.params.value = chosen;
    }
  });
}

/** Takes over settings from another store. */
export function applySettings(given: Kept): void {
  last = given;
  areKept.value = save(store, given);
  show(given);
}

/** Takes over what another tab has stored since. */
export function catchUp(): void {
  const stored = load(store);
  if (forgotten.peek() || stored.at <= last.at) return;
  last = stored;
  show(stored);
}

/** The data and all that was decided about it, here and in the browser's settings. */
export async function forgetProject(): Promise<void> {
  forget(store);
  projectFile.value = null;
  reading.value = null;
  for (const state of states.values()) state.forget();
  show(nothingKept());
  await files.clear();
}

function followTheme(): void {
  const { dataset } = document.documentElement;
  if (theme.value === "system") delete dataset.theme;
  else dataset.theme = theme.value;
}

/** An analysis runs while its page is open, whenever its data or parameters are other than last time. */
function keepUpToDate(): void {
  const { page } = route.value;
  if (fitFor(page)) analysisState(page).keepUp();
}

/** What another tab has stored meanwhile is joined with what changed here, lest the later one undo the earlier. */
function remember(): void {
  const { at, ...before } = last;
  const now = settings.value;
  if (forgotten.value || same(now, before)) return;
  const stored = load(store);
  const mine = { ...now, at };
  const joined = stored.at > at ? mergedKept(last, mine, stored) : mine;
  last = { ...joined, at: Math.max(Date.now(), at + 1, stored.at + 1) };
  areKept.value = save(store, last);
  if (joined !== mine) show(last);
}

/** Starts the engine and everything that follows changes by itself. */
export async function startProject(): Promise<void> {
  effect(followTheme);
  effect(remember);
  effect(keepUpToDate);
  try {
    catalogue.value = await engine.catalogue();
  } catch (thrown) {
    broken.value = toEngineError(thrown);
  }
}
