// Named sets of parameters that the browser keeps for an analysis; one may be marked as the plan. Never data.
import { effect, signal } from "@preact/signals";
import { browserStore, type Params, type Store } from "./storage";

export interface Scenario {
  /** Unique within its analysis. */
  id: string;
  name: string;
  /** Only what differs from the defaults. */
  params: Params;
  isPlan: boolean;
}

export type Scenarios = Record<string, Scenario[]>;

const key = "outlay.scenarios";
const longestName = 80;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readScenario(value: unknown): Scenario[] {
  if (!isRecord(value) || !isRecord(value.params)) return [];
  const { id, name, params, isPlan } = value;
  if (typeof id !== "string" || typeof name !== "string" || name === "") return [];
  return [{ id, name: name.slice(0, longestName), params, isPlan: isPlan === true }];
}

/** Reads whatever is stored; what is damaged is left out. */
export function readScenarios(stored: string | null): Scenarios {
  try {
    const value: unknown = JSON.parse(stored ?? "null");
    if (!isRecord(value) || value.version !== 1 || !isRecord(value.scenarios)) return {};
    const lists = Object.entries(value.scenarios).filter(([name]) => name !== "__proto__");
    return Object.fromEntries(lists.map(([id, list]) => [id, Array.isArray(list) ? list.flatMap(readScenario) : []]));
  } catch {
    return {};
  }
}

function load(store: Store | null): Scenarios {
  try {
    return readScenarios(store?.getItem(key) ?? null);
  } catch {
    return {};
  }
}

const store = browserStore();
export const scenarios = signal<Scenarios>(load(store));
/** False when the browser does not keep them: full, or forbidden. */
export const areKept = signal(true);

effect(() => {
  const { value } = scenarios;
  try {
    if (Object.values(value).every((list) => list.length === 0)) store?.removeItem(key);
    else store?.setItem(key, JSON.stringify({ version: 1, scenarios: value }));
    areKept.value = store !== null;
  } catch {
    areKept.value = false;
  }
});

export function forgetScenarios(): void {
  scenarios.value = {};
}

// Changing a list, as pure steps.

const freeId = (list: Scenario[]) => {
  const numbers = list.map(({ id }) => Number(id.replace(/\D/g, "")) || 0);
  return `s${Math.max(0, ...numbers) + 1}`;
};

/** A name that is there already gets a number. */
export function freeName(list: Scenario[], wanted: string): string {
  const bare = wanted.trim().slice(0, longestName - 4) || "Scenario";
  const taken = new Set(list.map(({ name }) => name));
  let name = bare;
  for (let k = 2; taken.has(name); k++) name = `${bare} ${k}`;
  return name;
}

export const added = (list: Scenario[], name: string, params: Params): Scenario[] => [
  ...list,
  { id: freeId(list), name: freeName(list, name), params, isPlan: false },
];

export const removed = (list: Scenario[], id: string) => list.filter((one) => one.id !== id);

export const renamed = (list: Scenario[], id: string, name: string) => {
  const others = removed(list, id);
  return list.map((one) => (one.id === id ? { ...one, name: freeName(others, name) } : one));
};

export const replaced = (list: Scenario[], id: string, params: Params) =>
  list.map((one) => (one.id === id ? { ...one, params } : one));

/** At most one is the plan; marking it again takes the mark away. */
export const marked = (list: Scenario[], id: string) =>
  list.map((one) => ({ ...one, isPlan: one.id === id && !one.isPlan }));
