// What the planner shows and edits: campaigns, or the groups they are in, each an item with a budget.
import type { RunOutcome } from "../../../engine/protocol";
import { type Edit, editsOf, type Params, withBudget, withEdit, withLock } from "./edits";
import { isFree, readCampaigns } from "./read";

export interface Item {
  name: string;
  group: string;
  today: number;
  budget: number;
  marginal: number;
  held: string;
  edit: Edit;
}

/** How a kind of item is read from a result and changed in the parameters. */
export interface Kind {
  id: "campaigns" | "groups";
  noun: string;
  items: (outcome: RunOutcome, params: Params) => Item[];
  setBudget: (params: Params, item: Item, budget: number | undefined) => Params;
  setLimit: (params: Params, item: Item, change: Pick<Edit, "min" | "max">) => Params;
  setLock: (params: Params, item: Item, locked: boolean) => Params;
}

const noEdit: Edit = {};

function campaignItems(outcome: RunOutcome, params: Params): Item[] {
  const read = readCampaigns(outcome.result.tables.campaigns);
  const edits = editsOf(params);
  return Array.from({ length: read.rows }, (_, row) => {
    const name = read.name(row);
    const held = read.held(row);
    return {
      name,
      group: read.group(row),
      today: read.at("cost", row),
      budget: read.at("optimized_budget", row),
      marginal: read.at("marginal_cpa", row),
      held: isFree(held) ? "" : held,
      edit: Object.hasOwn(edits, name) ? (edits[name] ?? noEdit) : noEdit,
    };
  });
}

type Bounds = Pick<Edit, "min" | "max">;

const boundsOf = (params: Params) => (params.group_bounds ?? {}) as Record<string, Bounds>;

/** A group with both limits at one amount is one whose budget is given. */
function asEdit(bounds: Bounds | undefined, today: number): Edit {
  const { min, max } = bounds ?? {};
  if (min === undefined || min !== max) return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  return min === round(today) ? { locked: true } : { budget: min };
}

const round = (value: number) => Math.round(value * 100) / 100;

function groupItems(outcome: RunOutcome, params: Params): Item[] {
  const read = readCampaigns(outcome.result.tables.groups);
  const bounds = boundsOf(params);
  return Array.from({ length: read.rows }, (_, row) => {
    const name = read.group(row);
    const today = read.at("cost", row);
    const held = read.held(row);
    const edit = asEdit(Object.hasOwn(bounds, name) ? bounds[name] : undefined, today);
    const budget = read.at("optimized_budget", row);
    return { name, group: "", today, budget, marginal: Number.NaN, held: isFree(held) ? "" : held, edit };
  }).filter(({ name }) => name !== "");
}

function withBounds(params: Params, group: string, bounds: Bounds | null): Params {
  const { group_bounds: _, ...rest } = params;
  const { [group]: before, ...others } = boundsOf(params);
  const all =
    bounds && before ? { ...boundsOf(params), [group]: bounds } : { ...others, ...(bounds && { [group]: bounds }) };
  return Object.keys(all).length > 0 ? { ...rest, group_bounds: all } : rest;
}

const exactly = (budget: number | undefined): Bounds | null =>
  budget === undefined ? null : { min: budget, max: budget };

export const campaignKind: Kind = {
  id: "campaigns",
  noun: "campaigns",
  items: campaignItems,
  setBudget: (params, { name }, budget) => withBudget(params, name, budget),
  setLimit: (params, { name }, change) => withEdit(params, name, change),
  setLock: (params, { name }, locked) => withLock(params, name, locked),
};

export const groupKind: Kind = {
  id: "groups",
  noun: "groups",
  items: groupItems,
  setBudget: (params, { name }, budget) => withBounds(params, name, exactly(budget)),
  setLimit: (params, { name, edit }, change) => {
    const { min, max } = { min: edit.min, max: edit.max, ...change };
    const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
    return withBounds(params, name, Object.keys(bounds).length > 0 ? bounds : null);
  },
  setLock: (params, { name, today }, locked) => withBounds(params, name, exactly(locked ? round(today) : undefined)),
};

export type Order = "spend" | "change" | "name";

/** The places of the items that a search finds, in order; worked out from a full result, so that nothing jumps while a slider moves. */
export function arranged(items: Item[], order: Order, search: string, onlyEdited: boolean): number[] {
  const wanted = search.trim().toLowerCase();
  const shown = items.flatMap((item, at) => {
    const found = wanted === "" || `${item.name} ${item.group}`.toLowerCase().includes(wanted);
    return found && (!onlyEdited || Object.keys(item.edit).length > 0) ? [at] : [];
  });
  const item = (at: number) => items[at] as Item;
  const by: Record<Order, (a: Item, b: Item) => number> = {
    spend: (a, b) => b.today - a.today,
    change: (a, b) => Math.abs(b.budget - b.today) - Math.abs(a.budget - a.today),
    name: (a, b) => a.name.localeCompare(b.name),
  };
  return shown.sort((a, b) => by[order](item(a), item(b)) || a - b);
}

/** A round number at or above: 1, 2, 2.5 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= value * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** How far a slider reaches, and its step: from nothing to well above what is spent or planned. */
export function reachOf(item: Item): { most: number; step: number } {
  const largest = Math.max(2 * item.today, 1.25 * item.budget, 1.25 * (item.edit.budget ?? 0), 1);
  const most = roundUp(largest);
  return { most, step: roundUp(most / 500) };
}
