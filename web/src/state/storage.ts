// The settings that the browser remembers between visits. Damage costs the damaged part and nothing else.

import { type Answers, readAnswer } from "./answers";
import { merged } from "./merge";
import { mergedScenarios, readList, type Scenarios } from "./scenarios";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
export type Roles = Record<string, string>;
export type Params = Record<string, unknown>;

export interface Kept {
  version: 1;
  /** When it was stored, in milliseconds since 1970: of two the later counts. */
  at: number;
  theme: Theme;
  /** ISO 4217 code; "" for not stated. */
  currency: string;
  /** Header fingerprint -> role -> column ("" leaves the role unmapped). */
  mappings: Record<string, Roles>;
  /** Header fingerprint -> how such files are read. */
  answers: Answers;
  /** Analysis -> parameters that differ from their defaults. */
  params: Record<string, Params>;
  /** Analysis -> parameters under names. */
  scenarios: Scenarios;
}

export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export const key = "outlay";
/** Where scenarios were stored at first. */
const formerKey = "outlay.scenarios";
const mostEntries = 200;

export const nothingKept = (): Kept => ({
  version: 1,
  at: 0,
  theme: "system",
  currency: "",
  mappings: {},
  answers: {},
  params: {},
  scenarios: {},
});

type Json = Record<string, unknown>;

const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The entries whose values pass, at most so many, without names that would reach an object's prototype. */
function records<T>(value: unknown, read: (value: unknown) => T | undefined): Record<string, T> {
  if (!isRecord(value)) return {};
  const kept: [string, T][] = [];
  for (const [name, entry] of Object.entries(value)) {
    const good = name === "__proto__" ? undefined : read(entry);
    if (good !== undefined) kept.push([name, good]);
  }
  return Object.fromEntries(kept.slice(-mostEntries));
}

const text = (value: unknown) => (typeof value === "string" ? value : undefined);
const present = (value: unknown) => (value === null ? undefined : value);
export const readParams = (value: unknown): Params | undefined =>
  isRecord(value) ? records(value, present) : undefined;
const theme = (value: unknown): Theme => themes.find((known) => known === value) ?? "system";
const currency = (value: unknown) => (typeof value === "string" && /^[A-Z]{3}$/.test(value) ? value : "");

function parsed(stored: string | null): unknown {
  try {
    return JSON.parse(stored ?? "null");
  } catch {
    return null;
  }
}

/** Reads whatever is stored, however damaged, into something whole. */
export function readKept(stored: string | null): Kept {
  const value = parsed(stored);
  if (!isRecord(value) || value.version !== 1) return nothingKept();
  return {
    version: 1,
    at: typeof value.at === "number" && Number.isFinite(value.at) ? value.at : 0,
    theme: theme(value.theme),
    currency: currency(value.currency),
    mappings: records(value.mappings, (roles) => (isRecord(roles) ? records(roles, text) : undefined)),
    answers: records(value.answers, readAnswer),
    params: records(value.params, readParams),
    scenarios: records(value.scenarios, readList),
  };
}

/** What two tabs changed since they agreed on `base`. */
export const mergedKept = (base: Kept, mine: Kept, theirs: Kept): Kept => ({
  ...(merged(base, mine, theirs) as Kept),
  scenarios: mergedScenarios(base.scenarios, mine.scenarios, theirs.scenarios),
});

/** A store that may be missing or forbidden (private windows, blocked cookies) must not stop the page. */
export function browserStore(): Store | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

export function load(store: Store | null): Kept {
  try {
    const kept = readKept(store?.getItem(key) ?? null);
    const former = parsed(store?.getItem(formerKey) ?? null);
    if (isRecord(former)) kept.scenarios = { ...records(former.scenarios, readList), ...kept.scenarios };
    return kept;
  } catch {
    return nothingKept();
  }
}

/** True when it was stored; false when the browser refuses (full, forbidden): the page then works for this visit only. */
export function save(store: Store | null, kept: Kept): boolean {
  try {
    store?.setItem(key, JSON.stringify(kept));
    store?.removeItem(formerKey);
    return store !== null;
  } catch {
    return false;
  }
}

/** Other tabs hear of a removal only when there was something to remove. */
export function forget(store: Store | null): void {
  try {
    store?.setItem(key, "");
  } catch {
    // Full: then there is something.
  }
  store?.removeItem(key);
  store?.removeItem(formerKey);
}
