// Named sets of parameters that the browser keeps for an analysis; one may be marked as the plan. Never data.
import { signal } from "@preact/signals";
import { merged } from "./merge";

export interface Scenario {
  /** Unique within its analysis. */
  id: string;
  name: string;
  /** Only what differs from the defaults. */
  params: Record<string, unknown>;
  isPlan: boolean;
}

export type Scenarios = Record<string, Scenario[]>;

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
export const readList = (list: unknown): Scenario[] => (Array.isArray(list) ? list.flatMap(readScenario) : []);

/** Those of the own data, by analysis. */
export const scenarios = signal<Scenarios>({});
/** Those of a report from a link or a file while it is open. */
export const lentScenarios = signal<Scenario[]>([]);
/** False when the browser does not keep settings: full, or forbidden. */
export const areKept = signal(true);

const byId = (list: Scenario[] = []) => Object.fromEntries(list.map((one) => [one.id, one]));

/** Each by its id; what came from two sides is made to differ in name, and at most one is the plan. */
function mergedList(base: Scenario[] | undefined, mine: Scenario[] | undefined, theirs: Scenario[] | undefined) {
  const all = Object.values(merged(byId(base), byId(mine), byId(theirs)) as Record<string, Scenario>);
  const plan = all.findLast(({ isPlan }) => isPlan);
  const list: Scenario[] = [];
  for (const one of all) list.push({ ...one, name: freeName(list, one.name), isPlan: one === plan });
  return list;
}

/** What two tabs added, changed and deleted since they last agreed. */
export function mergedScenarios(base: Scenarios, mine: Scenarios, theirs: Scenarios): Scenarios {
  const ids = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const lists = ids.map((id) => [id, mergedList(base[id], mine[id], theirs[id])] as const);
  return Object.fromEntries(lists.filter(([, list]) => list.length > 0));
}

// Changing a list, as pure steps.

/** Drawn, lest two tabs give the same one to two scenarios. */
const freeId = () => `s${Math.random().toString(36).slice(2, 12)}`;

/** A name that is there already gets a number. */
export function freeName(list: Scenario[], wanted: string): string {
  const bare = wanted.trim().slice(0, longestName - 4) || "Scenario";
  const taken = new Set(list.map(({ name }) => name));
  let name = bare;
  for (let k = 2; taken.has(name); k++) name = `${bare} ${k}`;
  return name;
}

export const added = (list: Scenario[], name: string, params: Scenario["params"]): Scenario[] => [
  ...list,
  { id: freeId(), name: freeName(list, name), params, isPlan: false },
];

export const removed = (list: Scenario[], id: string) => list.filter((one) => one.id !== id);

export const renamed = (list: Scenario[], id: string, name: string) => {
  const others = removed(list, id);
  return list.map((one) => (one.id === id ? { ...one, name: freeName(others, name) } : one));
};

export const replaced = (list: Scenario[], id: string, params: Scenario["params"]) =>
  list.map((one) => (one.id === id ? { ...one, params } : one));

/** At most one is the plan; marking it again takes the mark away. */
export const marked = (list: Scenario[], id: string) =>
  list.map((one) => ({ ...one, isPlan: one.id === id && !one.isPlan }));
