// Snapshots for the tests of links and files: a plan of many campaigns, and whatever fast-check thinks of.
import fc from "fast-check";
import { drawChannel, nameAdset, nameCampaign } from "../../../scripts/samples/market.mjs";
import { stream } from "../../../scripts/samples/random.mjs";
import type { Column } from "../../../web/src/engine/types";
import type { Frame, Snapshot } from "../../../web/src/share/snapshot";

export const text = (values: (string | null)[]): Column => {
  const dictionary = [...new Set(values.filter((value) => value !== null))];
  return {
    kind: "text",
    codes: Int32Array.from(values, (value) => (value === null ? -1 : dictionary.indexOf(value))),
    dictionary,
  };
};
export const numbers = (values: number[]): Column => ({ kind: "number", values: Float64Array.from(values) });

export const bare: Snapshot = {
  analysis: "scoring/adsets",
  engine: "0.1.0",
  grade: "attributed",
  currency: "USD",
  title: "Monday",
  text: "",
  params: {},
  data: [{ name: "weeks.csv", rows: 10_531, period: { from: "2026-08-03", to: "2026-11-16" } }],
  hidden: { names: false, money: false },
  result: null,
  inputs: null,
};

export { fc };

/** A plan with a row a campaign: its name, group, cost in cents, clicks, conversions and revenue, dearest first. */
export function plan(campaigns: number): Snapshot {
  const random = stream(7, campaigns);
  const rows = Array.from({ length: campaigns }, (_, k) => {
    const channel = drawChannel(random);
    const { name, ...about } = nameCampaign(channel, k + 1, random);
    const cost = channel.spend * Math.exp(1.1 * random.bell());
    const clicks = Math.round(cost / channel.cpc);
    const conversions = random.count(clicks * channel.rate);
    const called = nameAdset(channel, { name, ...about, channel }, random);
    return { name: `${called} C${k + 1}`, channel: channel.name as string, cost, clicks, conversions };
  }).sort((a, b) => b.cost - a.cost);
  const cents = (value: number) => Math.round(value * 100) / 100;
  const columns = {
    campaign: text(rows.map((row) => row.name)),
    group: text(rows.map((row) => row.channel)),
    cost: numbers(rows.map((row) => cents(row.cost))),
    clicks: numbers(rows.map((row) => row.clicks)),
    conversions: numbers(rows.map((row) => row.conversions)),
  };
  const params = { method: "diminishing", max_change: 0.2, min_change: -0.2 };
  return { ...bare, analysis: "budget/reallocate", params, inputs: { campaigns: [{ rows: campaigns, columns }] } };
}

/** Cells by column, so that snapshots are alike whatever the dictionaries' order. */
export function cellsOf({ rows, columns }: Frame): Record<string, unknown[]> {
  const shown = Object.entries(columns).map(([name, column]) => {
    if (column.kind === "text") return [name, Array.from(column.codes, (code) => column.dictionary[code] ?? null)];
    if (column.kind === "day") return [name, Array.from(column.days)];
    return [name, Array.from(column.values, (value) => (Object.is(value, -0) ? 0 : value))];
  });
  return { rows: [rows], ...Object.fromEntries(shown) };
}

export const comparable = (snapshot: Snapshot) => ({
  ...snapshot,
  result: snapshot.result && {
    ...snapshot.result,
    tables: Object.fromEntries(Object.entries(snapshot.result.tables).map(([name, frame]) => [name, cellsOf(frame)])),
  },
  inputs:
    snapshot.inputs &&
    Object.fromEntries(Object.entries(snapshot.inputs).map(([name, frames]) => [name, frames.map(cellsOf)])),
});
