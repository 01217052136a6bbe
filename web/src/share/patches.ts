// Scenarios in a snapshot: each as what it changes of the parameters shown, with names that the data has told by number.
import { same } from "../state/merge";
import type { Scenario } from "../state/scenarios";
import { damaged, flag, list, params, record, text } from "./snapshot";

type Json = Record<string, unknown>;
export type Told = Omit<Scenario, "id">;

const mostScenarios = 100;
const longestName = 80;

const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A merge patch (RFC 7396): null takes away, and nothing in parameters is null. */
function patchOf(from: Json, to: Json): Json {
  const patch: Json = {};
  for (const name of Object.keys(from)) if (!(name in to)) patch[name] = null;
  for (const [name, value] of Object.entries(to)) {
    const before = from[name];
    if (!same(before, value)) patch[name] = isRecord(before) && isRecord(value) ? patchOf(before, value) : value;
  }
  return patch;
}

function patched(from: unknown, patch: unknown): unknown {
  if (!isRecord(patch)) return patch;
  const to = new Map(Object.entries(isRecord(from) ? from : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) to.delete(name);
    else to.set(name, patched(to.get(name), value));
  }
  return Object.fromEntries(to);
}

function rekeyed(value: unknown, key: (name: string) => string): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [key(name), rekeyed(entry, key)]));
}

/** `names` are the texts of the data in the order in which the snapshot tells them. */
export function writeScenarios(told: Told[], shown: Json, names: string[]): unknown[] {
  const numbers = new Map(names.map((name, k) => [name, k] as const).reverse());
  const key = (name: string) => {
    const number = numbers.get(name);
    return number === undefined ? name.replace(/^#/, "##") : `#${number.toString(36)}`;
  };
  return told.map(({ name, isPlan, params }) => [name, isPlan ? 1 : 0, rekeyed(patchOf(shown, params), key)]);
}

export function readScenarios(value: unknown, shown: Json, names: string[]): Told[] {
  const key = (code: string) => {
    if (!code.startsWith("#")) return code;
    const name = code.startsWith("##") ? code.slice(1) : names[Number.parseInt(code.slice(1), 36)];
    if (name === undefined) throw damaged();
    return name;
  };
  const all = list((entry) => entry)(value);
  if (all.length > mostScenarios) throw damaged();
  return all.map((one) => {
    const [name, isPlan, patch] = list((entry) => entry)(one);
    const changed = patched(shown, rekeyed(record(patch), key));
    return { name: text(name).slice(0, longestName), isPlan: flag(isPlan), params: params(changed) };
  });
}
