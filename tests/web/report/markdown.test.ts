// The Markdown summary: tables stay tables and names stay names.
import { describe, expect, it } from "vitest";
import scoring from "../../../web/src/analyses/scoring/adsets/summary";
import { inline, markdown, opening } from "../../../web/src/report/markdown";
import { makeReport } from "../../../web/src/report/report";
import { given } from "./given";

const written = markdown(makeReport(given, scoring));

/** The cells of a row: bars that are escaped are no borders. */
const cells = (line: string) => line.split(/(?<!\\)\|/).slice(1, -1);

describe("Markdown", () => {
  it("has one headline, and every row has as many cells as its header", () => {
    expect(written.match(/^# /gm)).toHaveLength(1);
    const tables = written.split("\n\n").filter((part) => part.startsWith("|"));
    expect(tables.length).toBeGreaterThanOrEqual(2);
    for (const table of tables) {
      const [head = "", ...rows] = table.split("\n");
      for (const row of rows) expect(cells(row)).toHaveLength(cells(head).length);
    }
  });

  it("lets no name be a heading, a tag, a link or a code", () => {
    expect(written).not.toContain("\n# not a heading");
    expect(written).not.toMatch(/(?<!\\)<script>/);
    expect(written).toContain("a \\| b \\\\\\| c # not a heading \\| - \\| - \\|");
    expect(inline("see https://evil.example and www.evil.example")).toBe(
      "see https:\\//evil.example and www\\.evil.example",
    );
    expect(inline("![x](y) &lt; a_b _c_ $1$")).toBe("!\\[x\\](y) \\&lt; a_b \\_c\\_ \\$1\\$");
  });

  it("lets no line begin a list, a quote or a heading", () => {
    expect(["- a", "+ a", "> a", "# a", "=", "1. a", "2) a", "99.6%"].map(opening)).toEqual([
      "\\- a",
      "\\+ a",
      "\\> a",
      "\\# a",
      "\\=",
      "1\\. a",
      "2\\) a",
      "99.6%",
    ]);
  });

  it("says the grade, the doubts, what was left out, and the data", () => {
    expect(written).toContain("- Attributed: Orders are credited");
    expect(written).toContain("- Warning: \\<b>\\|Meta: ");
    expect(written.match(/Warning:/g)).toHaveLength(1);
    expect(written).toContain("## What was left out\n\n- 1 adset spent too little.");
    expect(written).toContain("1,234 rows, Sep 28, 2026 to Nov 16, 2026");
    expect(written).toContain("[Open the report](https://example.org/report?a=1&b=2)");
  });
});
