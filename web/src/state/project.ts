// What the page knows: the engine and its catalogue, the files, the settings, and each analysis's state.
import { batch, computed, effect, signal } from "@preact/signals";
import { EngineClient } from "../engine/client";
import {
  bringWholeEngine,
  isSample,
  sampleFiles,
  sampleNames,
  sampleParams,
  startsWhole,
  startWorker,
} from "../engine/load";
import { type Catalogue, type EngineError, engineError, toEngineError } from "../engine/protocol";
import type { ReadOptions, TableReport } from "../engine/types";
import { type AnalysisState, createAnalysisState } from "./analysis";
import { type Answers, withAnswer } from "./answers";
import { withProvenance } from "./credits";
import { createFiles } from "./files";
import { type Fit, fitOf, requestOf } from "./inputs";
import { go, route, sharedPage } from "./route";
import { forgetScenarios } from "./scenarios";
import {
  browserStore,
  forget,
  type Kept,
  load,
  nothingKept,
  type Params,
  type Roles,
  save,
  type Theme,
} from "./storage";

const store = browserStore();
const kept = load(store);

export const engine = new EngineClient(startWorker, startsWhole() ? null : bringWholeEngine);
export const answers = signal<Answers>(kept.answers);
export const files = createFiles(engine, () => answers.peek());
export const { tables } = files;
export const catalogue = signal<Catalogue | null>(null);
/** Set when the engine itself could not be started. */
export const broken = signal<EngineError | null>(null);

export const theme = signal<Theme>(kept.theme);
export const mappings = signal<Record<string, Roles>>(kept.mappings);
export const chosenCurrency = signal(kept.currency);
const statedCurrency = computed(() => tables.value.find((table) => table.currency)?.currency ?? "");
/** That of a report from a link or a file while it is open; it changes nothing that is kept. */
export const lentCurrency = signal<string | null>(null);
/** What the person chose, else what the data says; "" when neither does. */
export const currency = computed(() => lentCurrency.value ?? (chosenCurrency.value || statedCurrency.value));
export const locale = globalThis.navigator?.language ?? "en-US";

export const fits = computed<Fit[]>(() =>
  (catalogue.value?.analyses ?? []).map((info) => {
    const suits = files.suits.value.find((one) => one.analysis === info.id);
    return fitOf(info, suits, tables.value, mappings.value);
  }),
);

export const fitFor = (id: string): Fit | undefined => fits.value.find((fit) => fit.info.id === id);

const states = new Map<string, AnalysisState>();

export function analysisState(id: string): AnalysisState {
  const known = states.get(id);
  if (known) return known;
  const request = (params: Params) => {
    const fit = fitFor(id);
    return fit?.enough ? requestOf(fit, params) : null;
  };
  const run: typeof engine.run = async (...asked) => withProvenance(await engine.run(...asked), files.open.peek());
  const state = createAnalysisState({ id, engine: { run }, saved: params.peek()[id] ?? {}, request });
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

/** Files from the person: a project file opens as it was saved, all others are read as data. True for the latter. */
export function takeFiles(list: File[]): boolean {
  const project = list.find((file) => file.name.toLowerCase().endsWith(".outlay"));
  if (project) {
    projectFile.value = project;
    go(sharedPage);
    return false;
  }
  void files.add(list);
  return true;
}

/** True while the sample is unpacked and read. */
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
    const { params: chosen } = analysisState(analysis);
    if (Object.keys(chosen.peek()).length === 0) chosen.value = sampleParams[analysis] ?? {};
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

/** The settings as they are now. */
export const settings = computed<Omit<Kept, "at">>(() => ({
  version: 1,
  theme: theme.value,
  currency: chosenCurrency.value,
  mappings: mappings.value,
  answers: answers.value,
  params: params.value,
}));

/** The settings that were stored last, and when: of two stores the later one counts. */
let last: Kept = kept;

export function settingsStored(): Kept {
  remember();
  return last;
}

/** Takes over settings from another store. */
export function applySettings(given: Kept): void {
  last = given;
  save(store, given);
  batch(() => {
    theme.value = given.theme;
    chosenCurrency.value = given.currency;
    mappings.value = given.mappings;
    answers.value = given.answers;
    params.value = given.params;
    for (const [id, state] of states) state.params.value = given.params[id] ?? {};
  });
}

/** After this the page keeps nothing until it is opened again. */
let isForgetting = false;

export async function forgetProject(): Promise<void> {
  isForgetting = true;
  await files.clear();
  for (const state of states.values()) {
    state.outcome.value = null;
    state.previous.value = null;
    state.error.value = null;
  }
  projectFile.value = null;
  applySettings(nothingKept());
  forget(store);
  forgetScenarios();
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

function remember(): void {
  const now = settings.value;
  const { at, ...before } = last;
  if (isForgetting || JSON.stringify(now) === JSON.stringify(before)) return;
  last = { ...now, at: Date.now() };
  save(store, last);
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
