// What a person decides about campaigns, as pure steps on the parameters.

export type Params = Record<string, unknown>;

export interface Edit {
  budget?: number;
  min?: number;
  max?: number;
  locked?: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const amount = (value: unknown) => (typeof value === "number" && Number.isFinite(value) ? value : undefined);

/** The edits by campaign; whatever is no edit is left out. */
export function editsOf(params: Params): Record<string, Edit> {
  const { edits } = params;
  if (!isRecord(edits)) return {};
  return Object.fromEntries(
    Object.entries(edits).flatMap(([name, one]) => {
      if (!isRecord(one)) return [];
      const edit = tidy({ ...pick(one), locked: one.locked === true });
      return edit ? [[name, edit] as const] : [];
    }),
  );
}

const pick = (one: Record<string, unknown>): Edit => ({
  budget: amount(one.budget),
  min: amount(one.min),
  max: amount(one.max),
});

/** Without what says nothing; null when nothing is left. */
function tidy({ budget, min, max, locked }: Edit): Edit | null {
  const said: Edit = {
    ...(budget !== undefined && { budget }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(locked && { locked }),
  };
  return Object.keys(said).length > 0 ? said : null;
}

function withEdits(params: Params, edits: Record<string, Edit>): Params {
  const { edits: _, ...rest } = params;
  return Object.keys(edits).length > 0 ? { ...rest, edits } : rest;
}

/** A change of undefined takes the field away. */
export function withEdit(params: Params, campaign: string, change: Edit): Params {
  const all = editsOf(params);
  const { [campaign]: before, ...others } = all;
  const edit = tidy({ ...before, ...change });
  // In its place, so that the order of the edits does not change with each one.
  if (edit && before) return withEdits(params, { ...all, [campaign]: edit });
  return withEdits(params, edit ? { ...others, [campaign]: edit } : others);
}

/** A budget given by hand; a lock would contradict it. */
export const withBudget = (params: Params, campaign: string, budget: number | undefined) =>
  withEdit(params, campaign, { budget, locked: undefined });

export const withLock = (params: Params, campaign: string, locked: boolean) =>
  withEdit(params, campaign, { locked, ...(locked && { budget: undefined }) });

export const withLocks = (params: Params, campaigns: string[]) =>
  campaigns.reduce((made, campaign) => withLock(made, campaign, true), params);

export const withoutEdits = (params: Params) => withEdits(params, {});

/** Several parameters at once; undefined takes one back to its default. */
export function withParams(params: Params, change: Params): Params {
  return Object.fromEntries(Object.entries({ ...params, ...change }).filter(([, value]) => value !== undefined));
}

/** What is asked for while a slider moves: the plan, without what takes longest. */
export const quickly = (params: Params): Params => ({ ...params, draws: 0, frontier_points: 0 });
