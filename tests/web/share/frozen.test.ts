// Frozen reports of every analysis, as links and as files: what was in them is still in them, scenarios too.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decode, encode } from "../../../web/src/share/codec";
import { openFile } from "../../../web/src/share/file";
import { codeOf, fromBase64Url, snapshotOf } from "../../../web/src/share/link";
import type { Snapshot } from "../../../web/src/share/snapshot";
import { cellsOf, comparable } from "./samples";

const folder = new URL("frozen/reports/", import.meta.url);
const names = readdirSync(folder);

async function opened(name: string): Promise<Snapshot> {
  const { link } = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  const code = codeOf(link);
  if (!code) throw new Error("no link");
  return snapshotOf(code);
}

describe.each(names)("%s", (name) => {
  it("opens as a link and as a file, and says the same when it is made again", async () => {
    const read = await opened(name);
    expect(name).toContain(read.analysis.replace("/", "_"));
    const frames = [...Object.values(read.result?.tables ?? {}), ...Object.values(read.inputs ?? {}).flat()];
    expect(frames.length).toBeGreaterThan(0);
    expect(frames.every(({ rows, columns }) => rows === 0 || Object.keys(columns).length > 0)).toBe(true);
    expect(comparable(decode(encode(read)))).toEqual(comparable(read));
    const { link } = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    const file = Uint8Array.from([...new TextEncoder().encode("OUTLAYd"), 1, ...fromBase64Url(link.slice(4))]);
    expect(comparable(await openFile(file))).toEqual(comparable(read));
  });
});

it("scenarios say what they said", async () => {
  const { scenarios, inputs, params } = await opened("budget_reallocate_scenarios.json");
  const edits = { "GA | US | Performance Max": { budget: 4042 }, "FB | US | Winback": { budget: 2247 } };
  const campaigns = cellsOf(inputs?.campaigns?.[0] ?? { rows: 0, columns: {} }).campaign;
  expect(campaigns).toEqual(expect.arrayContaining(Object.keys(edits)));
  const sample = { method: "diminishing", rates: "shrunk", min_change: -0.3, max_change: 0.3 };
  expect(params).toEqual({ ...sample, edits });
  expect(scenarios).toEqual([
    { name: "Scenario 1", isPlan: false, params: sample },
    { name: "By hand", isPlan: false, params: { ...sample, edits } },
  ]);
});
