// The points of CAC against pLTV: which adsets have both, how large each is, and which are drawn.
import { drawLimit, samplePoints } from "../../../ui/chart";
import type { TableData } from "../../../ui/types";
import { reader } from "./read";

export interface Point {
  x: number;
  y: number;
  r: number;
  row: number;
}

export type Scale = "linear" | "logarithmic";
export type Groups = Record<"scale" | "hold" | "reduce", Point[]>;

export interface Scatter {
  groups: Groups;
  drawn: number;
  total: number;
  least: number;
  most: number;
}

const groupNames = { "1": "scale", "0": "hold", "-1": "reduce" } as const;
export const largestRadius = 24;

/** The area, not the radius, follows spend; the smallest can still be hit. */
export function radius(spend: number, largest: number, widest = largestRadius): number {
  if (!(spend > 0) || !(largest > 0)) return 3;
  return Math.max(3, widest * Math.sqrt(spend / largest));
}

export function scatterOf(table: TableData, widest = largestRadius, limit = drawLimit): Scatter {
  const read = reader(table);
  const rows: number[] = [];
  for (let row = 0; row < read.rows; row++) {
    const known = read.number("estimated_cac", row) > 0 && read.number("avg_pltv_influ_LB", row) > 0;
    if (known && String(read.number("score_bucket", row)) in groupNames) rows.push(row);
  }
  const spends = rows.map((row) => read.number("weekly_spend", row));
  const largest = spends.reduce((most, spend) => Math.max(most, spend || 0), 0);
  const chosen = samplePoints(spends, limit);
  const scatter: Scatter = {
    groups: { scale: [], hold: [], reduce: [] },
    drawn: chosen.length,
    total: rows.length,
    least: Number.POSITIVE_INFINITY,
    most: 0,
  };
  for (const at of chosen) {
    const row = rows[at];
    const bucket = String(read.number("score_bucket", row)) as keyof typeof groupNames;
    const point = {
      x: read.number("estimated_cac", row),
      y: read.number("avg_pltv_influ_LB", row),
      r: radius(spends[at], largest, widest),
      row,
    };
    scatter.groups[groupNames[bucket]].push(point);
    scatter.least = Math.min(scatter.least, point.x, point.y);
    scatter.most = Math.max(scatter.most, point.x, point.y);
  }
  // Large ones first, so that small ones are drawn on top of them and stay reachable.
  for (const group of Object.values(scatter.groups)) group.sort((a, b) => b.r - a.r);
  return scatter;
}

/** Far-flung CACs would press all others into a corner of a linear axis. */
export function scaleFor(scatter: Scatter): Scale {
  return scatter.most / scatter.least > 20 ? "logarithmic" : "linear";
}

/** A little room around the points; a linear axis never dips below zero for it. */
export function boundsOf(
  scatter: Scatter,
  axis: "x" | "y",
  scale: Scale,
): { min?: number; max?: number; grace?: string } {
  const all = Object.values(scatter.groups).flat();
  const least = all.reduce((low, point) => Math.min(low, point[axis]), Number.POSITIVE_INFINITY);
  const most = all.reduce((high, point) => Math.max(high, point[axis]), 0);
  if (all.length === 0) return {};
  if (scale === "logarithmic") return { min: least / 1.2, max: most * 1.2 };
  return least - 0.06 * (most - least) < 0 ? { min: 0, grace: "6%" } : { grace: "6%" };
}
