// The sample: the same on every run, and as untidy as it claims to be.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "outlay-sample-"));
afterAll(() => rmSync(folder, { recursive: true }));

function make(name: string, ...options: string[]): string[] {
  const file = join(folder, name);
  execFileSync(process.execPath, ["scripts/make-sample.mjs", "--out", file, ...options]);
  return readFileSync(file, "utf8").trimEnd().split("\n");
}

test("two runs write the same bytes, and a large file begins like the sample", () => {
  const sample = make("a.csv");
  expect(make("b.csv")).toEqual(sample);
  const large = make("c.csv", "--rows", "20000");
  expect(large).toHaveLength(20_001);
  expect(large.slice(0, 5000)).toEqual(sample.slice(0, 5000));
});

test("it holds 800 ad sets, 16 weeks, long ids, duplicates, blanks and quoted names", () => {
  const rows = make("a.csv").slice(1);
  const cells = rows.map((row) => row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, "")) ?? []);
  const keys = cells.map((cell) => `${cell[0]} ${cell[4]}`);
  expect(new Set(cells.map((cell) => cell[0])).size).toBe(16);
  expect(
    cells
      .map((cell) => cell[0])
      .sort()
      .at(-1),
  ).toBe("2026-11-16");
  expect(new Set(cells.map((cell) => cell[4])).size).toBe(800);
  expect(new Set(cells.map((cell) => cell[1])).size).toBe(5);
  expect(cells.every((cell) => /^\d{15,18}$/.test(cell[4] ?? ""))).toBe(true);
  expect(keys.length - new Set(keys).size).toBeGreaterThan(20);
  expect(cells.some((cell) => cell[7] === "")).toBe(true);
  expect(rows.some((row) => row.includes('""'))).toBe(true);
});

test("the sample of decisions is the same on every run, in Amazon's columns, with bids and names as logs write them", () => {
  const read = (run: string, name: string) => {
    execFileSync(process.execPath, ["scripts/make-impact-sample.mjs", "--out", join(folder, run)]);
    return readFileSync(join(folder, run, name), "utf8");
  };
  const performance = read("one", "impact_performance.csv");
  expect(read("two", "impact_performance.csv")).toBe(performance);
  const log = read("one", "impact_actions.csv");
  expect(read("two", "impact_actions.csv")).toBe(log);
  expect(performance.split("\n")[0]).toContain("Customer Search Term");
  expect(performance.split("\n").length).toBeGreaterThan(10_000);
  for (const type of ["NEGATIVE", "HARVEST", "BID_UP", "BID_DOWN", "PAUSE"]) expect(log).toContain(`,${type},`);
  expect(log).toMatch(/,\$\d\.\d\d,\$\d\.\d\d,/);
  expect(log).toMatch(/SP \| [A-Z ]+ \| AUTO/);
});

test("the sample of budgets is the same on every run: weekly, four platforms, ids, one campaign that nobody clicks", () => {
  const read = (run: string) => {
    execFileSync(process.execPath, ["scripts/make-budget-sample.mjs", "--out", join(folder, run)]);
    return readFileSync(join(folder, run, "budget_campaigns.csv"), "utf8");
  };
  const text = read("budget");
  expect(read("budget again")).toBe(text);
  const rows = text.trimEnd().split("\n").slice(1);
  const cells = rows.map((row) => row.split(","));
  expect(cells.every((row) => row.length === 10 && /^\d{13}$/.test(row[2] ?? ""))).toBe(true);
  expect(new Set(cells.map((row) => row[1])).size).toBe(4);
  expect(new Set(cells.map((row) => row[3])).size).toBe(53);
  expect(cells.filter((row) => row[3] === "GA | UK | Display test").every((row) => row[6] === "0")).toBe(true);
});
