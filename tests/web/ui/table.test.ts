// The table's logic on a large table: order, filters, counts, totals, selection, keys and copying.
import { beforeAll, describe, expect, it } from "vitest";
import { placeOf } from "../../../web/src/ui/table/Cell";
import { cellStyle } from "../../../web/src/ui/table/cells";
import { arrange, type ColumnSpec, canTotal, columnsFor } from "../../../web/src/ui/table/columns";
import { choices, filterKind, filterMask, keepRows } from "../../../web/src/ui/table/filter";
import { moveActive, windowOf } from "../../../web/src/ui/table/keys";
import { chosenRows, extend, noSelection, selectAll, selectOnly, toggle } from "../../../web/src/ui/table/selection";
import { dictionaryRanks, identity, sortRows } from "../../../web/src/ui/table/sort";
import { totalsOf } from "../../../web/src/ui/table/sums";
import { safeText, toTsv } from "../../../web/src/ui/table/tsv";
import { missingDay, type TableData } from "../../../web/src/ui/types";

const spec = (name: string, over: Partial<ColumnSpec> = {}): ColumnSpec => ({
  name,
  label: name,
  help: "",
  unit: "",
  kind: "number",
  align: "end",
  ...over,
});

const numbers = (...values: number[]) => ({ kind: "number" as const, values: Float64Array.from(values) });
const texts = (codes: number[], dictionary: string[]) => ({
  kind: "text" as const,
  codes: Int32Array.from(codes),
  dictionary,
});

/** A fixed linear congruential sequence: the same table in every run. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function largeTable(rows: number): TableData {
  const next = sequence(7);
  const columns: TableData["columns"] = {
    name: texts(
      Array.from(identity(rows)),
      Array.from({ length: rows }, (_, row) => `meta_set_${(row * 7919) % rows}`),
    ),
    channel: texts(
      Array.from({ length: rows }, () => Math.floor(next() * 5)),
      ["Meta", "Google", "TikTok", "Bing", "X"],
    ),
  };
  for (let at = 0; at < 18; at++) {
    columns[`n${at}`] = {
      kind: "number",
      values: Float64Array.from({ length: rows }, () => (next() < 0.02 ? Number.NaN : next() * 2000 - 1000)),
    };
  }
  return { rows, columns };
}

function timed<T>(what: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  console.info(`${what}: ${(performance.now() - start).toFixed(1)} ms`);
  return result;
}

describe("100,000 rows x 20 columns", () => {
  const rows = 100_000;
  let data: TableData;
  beforeAll(() => {
    data = largeTable(rows);
  });

  it.each(["ascending", "descending"] as const)("sorts numbers %s with what is missing last", (direction) => {
    const order = timed(`sort numbers ${direction}`, () => sortRows(data, "n0", direction));
    const column = data.columns.n0;
    const values = column.kind === "number" ? column.values : new Float64Array();
    const sign = direction === "ascending" ? 1 : -1;
    const expected = Array.from(identity(rows)).sort((a, b) => {
      const [x, y] = [values[a], values[b]];
      if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
      return sign * (x - y) || a - b;
    });
    expect(Array.from(order)).toEqual(expected);
  });

  it("sorts 100,000 distinct names by number within the text", () => {
    const order = timed("sort names, first time", () => sortRows(data, "name", "ascending"));
    timed("sort names, again", () => sortRows(data, "name", "descending"));
    const column = data.columns.name;
    const names = column.kind === "text" ? Array.from(order, (row) => column.dictionary[row]) : [];
    expect(names.slice(0, 3)).toEqual(["meta_set_0", "meta_set_1", "meta_set_2"]);
    expect(names.at(-1)).toBe("meta_set_99999");
  });

  it("filters by several columns and a search", () => {
    const filters = {
      n1: { kind: "range" as const, least: 0, most: 500 },
      channel: { kind: "choice" as const, values: ["Meta", "X"] },
      name: { kind: "contains" as const, needle: "SET_1" },
    };
    const mask = timed("three filters and a search", () => filterMask(data, filters, "meta 9"));
    const kept = timed("keep rows in order", () => keepRows(identity(rows), mask));
    const [n1, channel, name] = [data.columns.n1, data.columns.channel, data.columns.name];
    if (n1.kind !== "number" || channel.kind !== "text" || name.kind !== "text") throw new Error("unexpected columns");
    const expected = Array.from(identity(rows)).filter((row) => {
      const inRange = n1.values[row] >= 0 && n1.values[row] <= 500;
      const label = name.dictionary[name.codes[row]];
      return inRange && [0, 4].includes(channel.codes[row]) && label.includes("set_1") && label.includes("9");
    });
    expect(expected.length).toBeGreaterThan(10);
    expect(Array.from(kept)).toEqual(expected);
  });

  it("counts choices and adds totals", () => {
    const mask = filterMask(data, { n1: { kind: "range", least: 0, most: null } }, "", "channel");
    const found = timed("choices with counts", () => choices(data, "channel", mask));
    expect(found.reduce((sum, choice) => sum + choice.count, 0)).toBe(mask.reduce((sum, kept) => sum + kept, 0));
    const totals = timed("totals of 18 columns", () =>
      totalsOf(
        data,
        Array.from({ length: 18 }, (_, at) => spec(`n${at}`, { total: true })),
        identity(rows),
      ),
    );
    expect(totals.size).toBe(18);
  });
});

describe("order", () => {
  it("is stable, handles negative zero and infinities", () => {
    const data = { rows: 7, columns: { v: numbers(0, -0, Infinity, Number.NaN, -Infinity, -1.5, 0) } };
    expect(Array.from(sortRows(data, "v", "ascending"))).toEqual([4, 5, 0, 1, 6, 2, 3]);
    expect(Array.from(sortRows(data, "v", "descending"))).toEqual([2, 0, 1, 6, 5, 4, 3]);
  });

  it("puts missing days and missing texts last both ways", () => {
    const data: TableData = {
      rows: 3,
      columns: { d: { kind: "day", days: Int32Array.of(missingDay, -5, 19000) }, t: texts([-1, 1, 0], ["b", "A"]) },
    };
    expect(Array.from(sortRows(data, "d", "ascending"))).toEqual([1, 2, 0]);
    expect(Array.from(sortRows(data, "d", "descending"))).toEqual([2, 1, 0]);
    expect(Array.from(sortRows(data, "t", "ascending"))).toEqual([1, 2, 0]);
    expect(Array.from(sortRows(data, "t", "descending"))).toEqual([2, 1, 0]);
  });

  it("ignores accents and capitals", () => {
    expect(Array.from(dictionaryRanks(["zeta", "\u00c9clair", "eclair 10", "Eclair 9"]))).toEqual([3, 0, 2, 1]);
  });
});

describe("filters", () => {
  const bucket = spec("score_bucket", { bucket: true });
  const data = { rows: 4, columns: { score_bucket: numbers(1, 0, -1, Number.NaN) } };

  it("offers buckets as choices, also what is not scored", () => {
    expect(filterKind(bucket, data.columns.score_bucket)).toBe("choice");
    const mask = filterMask(data, { score_bucket: { kind: "choice", values: ["1", "NaN"] } }, "");
    expect(Array.from(mask)).toEqual([1, 0, 0, 1]);
  });

  it("leaves a range open on either side and drops what is missing", () => {
    const open = filterMask(data, { score_bucket: { kind: "range", least: 0, most: null } }, "");
    expect(Array.from(open)).toEqual([1, 1, 0, 0]);
  });

  it("ignores a filter on a column that is gone", () => {
    expect(filterMask(data, { gone: { kind: "range", least: 5, most: null } }, "").every((kept) => kept === 1)).toBe(
      true,
    );
  });
});

describe("selection", () => {
  const shown = Uint32Array.of(4, 2, 0, 3);
  it("takes one, toggles, extends in the order shown, and takes all", () => {
    const one = selectOnly(noSelection(5), 2);
    expect(Array.from(chosenRows(extend(one, shown, 3), shown))).toEqual([2, 0, 3]);
    expect(Array.from(chosenRows(toggle(one, 4), shown))).toEqual([4, 2]);
    expect(toggle(one, 2).count).toBe(0);
    expect(selectAll(one, shown).count).toBe(4);
    expect(Array.from(chosenRows(extend(noSelection(5), shown, 0), shown))).toEqual([0]);
  });
});

describe("keys", () => {
  const size = { rows: 50, columns: 4, page: 10 };
  it("moves within the grid and up into the header", () => {
    expect(moveActive({ row: 0, column: 0 }, "ArrowUp", false, size)).toEqual({ row: -1, column: 0 });
    expect(moveActive({ row: -1, column: 3 }, "ArrowUp", false, size)).toEqual({ row: -1, column: 3 });
    expect(moveActive({ row: 45, column: 1 }, "PageDown", false, size)).toEqual({ row: 49, column: 1 });
    expect(moveActive({ row: 45, column: 1 }, "Home", true, size)).toEqual({ row: 0, column: 0 });
    expect(moveActive({ row: 45, column: 1 }, "End", true, size)).toEqual({ row: 49, column: 3 });
    expect(moveActive({ row: 45, column: 1 }, "x", false, size)).toBeNull();
  });

  it("draws only the rows near the scroll position", () => {
    expect(windowOf(3200, 320, 32, 100000)).toEqual({ first: 92, last: 118 });
    expect(windowOf(0, 320, 32, 3)).toEqual({ first: 0, last: 3 });
  });
});

describe("columns and cells", () => {
  it("adds only what may be added", () => {
    expect(canTotal("weekly_spend", "money")).toBe(true);
    expect(canTotal("clicks_LB", "count")).toBe(true);
    expect(canTotal("estimated_cac", "money")).toBe(false);
    expect(canTotal("avg_pltv_influ_LB", "money")).toBe(false);
    expect(canTotal("share", "share")).toBe(false);
  });

  it("puts the named columns first and hides the others", () => {
    const field = (name: string) => ({ name, type: "number" as const, label: name, help: "", unit: "", group: "" });
    const arranged = arrange(columnsFor([field("a"), field("b"), field("c")]), ["c", "missing", "a"], {
      c: { bar: true },
    });
    expect(arranged.map((one) => [one.name, one.hidden ?? false, one.bar ?? false])).toEqual([
      ["c", false, true],
      ["a", false, false],
      ["b", true, false],
    ]);
  });

  it("shows money without cents when it is large, a placeholder when it is missing", () => {
    const data = { rows: 3, columns: { spend: numbers(12345.678, 10, Number.NaN) } };
    const style = cellStyle(data, spec("spend", { unit: "money" }), "USD", "en-US");
    expect([style.show(0), style.show(1), style.show(2), style.symbol]).toEqual(["12,346", "10", "\u2013", "$"]);
    expect([style.full(0), style.full(2)]).toEqual(["$12,345.68", "Not available"]);
    expect(cellStyle(data, spec("spend", { unit: "money" }), "", "en-US").symbol).toBe("");
  });
});

describe("copy", () => {
  it("writes plain numbers with the reader's decimal mark, days and safe texts", () => {
    const data: TableData = {
      rows: 2,
      columns: {
        name: texts([0, 1], ["=SUM(A1)", "a\tb"]),
        cac: numbers(1234.5, Number.NaN),
        week: { kind: "day", days: Int32Array.of(19849, missingDay) },
      },
    };
    const specs = [spec("name", { kind: "text" }), spec("cac"), spec("week", { kind: "day" })];
    expect(toTsv(data, specs, Uint32Array.of(0, 1), "de-DE")).toBe(
      "name\tcac\tweek\n'=SUM(A1)\t1234,5\t2024-05-06\na b\t\t",
    );
    expect(safeText("-5")).toBe("'-5");
  });
});

describe("a column that is an interval", () => {
  const data: TableData = {
    rows: 3,
    columns: {
      low: numbers(30, 80, Number.NaN),
      high: numbers(50, 140, Number.NaN),
      cac: numbers(40, 70, 9),
      worth: numbers(100, 70, 9),
    },
  };
  const isMeasured = (_: TableData, row: number) => row === 0;
  const range = { upper: "high", estimate: "cac", against: "worth", isMeasured };
  const interval = spec("low", { unit: "money", label: "CAC from - to", range });

  it("shows both ends, and lies where they are against what it is held against", () => {
    const style = cellStyle(data, interval, "USD", "en-US");
    expect(style.show(0)).toBe("30\u201350");
    expect(style.full(1)).toBe("$80.00\u2013$140.00");
    expect(style.show(2)).toBe("\u2013");
    expect(style.range?.(0)).toEqual({ lower: 0.3, upper: 0.5, estimate: 0.4, isMeasured: true });
    expect(style.range?.(1)).toEqual({ lower: 80 / 70, upper: 2, estimate: 1, isMeasured: false });
  });

  it("stands on a line whose middle is break-even and whose ends hold what is beyond", () => {
    expect([1, 0.25, 4, 1e9, 0].map(placeOf)).toEqual([0.5, 0, 1, 1, 0]);
  });

  it("is copied as two figures", () => {
    expect(toTsv(data, [interval], Uint32Array.of(0), "en-US")).toBe("CAC from - to, low\tCAC from - to, high\n30\t50");
  });
});
