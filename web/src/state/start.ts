// What an analysis starts with in the page, where its defaults are those of a formula and not of a first look.
import type { Params } from "./storage";

/** Until someone sets something: without limits, best first would put a whole budget on one campaign. */
const starts: Record<string, Params> = {
  "budget/reallocate": { method: "diminishing", rates: "shrunk", min_change: -0.3, max_change: 0.3 },
};

export const startOf = (analysis: string): Params => starts[analysis] ?? {};
