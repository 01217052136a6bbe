// Explanations and methods as elements: numbers in their places, intervals on their line, no text that becomes HTML.
import { type ComponentChildren, isValidElement, type VNode } from "preact";
import { describe, expect, it } from "vitest";
import { fill, plainText, shownCell, shownNumber } from "../../../web/src/ui/explain/fill";
import { places } from "../../../web/src/ui/explain/IntervalLine";
import { chance } from "../../../web/src/ui/format";
import { Markdown, slug } from "../../../web/src/ui/markdown/Markdown";

const words = { currency: "USD", locale: "en-US" };
const show = (number: Parameters<typeof shownNumber>[0]) => shownNumber(number, words);
const numbers = [
  { name: "cac", label: "CAC", value: 40.5, unit: "money" },
  { name: "weeks", label: "weeks", value: 3, unit: "weeks" },
  { name: "clicks_needed", label: "clicks", value: null, unit: "count" },
];

describe("a text with numbers", () => {
  it("has them in the reader's words, units included", () => {
    expect(plainText(fill("{cac} over {weeks}.", numbers, show))).toBe("$40.50 over 3 weeks.");
    expect(plainText(fill("{cac} over {weeks}.", numbers, (number) => number.label))).toBe("CAC over weeks.");
  });

  it("shows what is not known as a dash, and a name without a number as it is", () => {
    expect(plainText(fill("{clicks_needed} of {nothing}", numbers, show))).toBe("\u2013 of {nothing}");
  });

  it("keeps each number apart, so that it can be set in bold", () => {
    expect(fill("{cac} = {cac}", numbers, show).map(({ of }) => of?.name)).toEqual(["cac", undefined, "cac"]);
  });

  it("never calls a chance certain", () => {
    expect([0, 0.004, 0.5, 0.996, 1].map((value) => chance(value, "en-US"))).toEqual([
      "< 1%",
      "< 1%",
      "50%",
      "> 99%",
      "> 99%",
    ]);
    expect(chance(Number.NaN)).toBe("\u2013");
  });
});

it("a cell of an explaining table is a day, a figure, a word or nothing", () => {
  const units = ["day", "money", "", "count"];
  const columns = units.map((unit, at) => ({ name: `c${at}`, label: "", unit }));
  const table = { columns, rows: [["2026-11-16", 12, "yes", null]], marked: [] };
  expect(units.map((_, column) => shownCell(table, 0, column, words))).toEqual([
    "Nov 16, 2026",
    "$12",
    "yes",
    "\u2013",
  ]);
});

it("rows of an explaining table may differ in what they count", () => {
  const columns = [{ name: "found", label: "", unit: "row" }];
  const table = { columns, rows: [[0.5], [12], ["no"]], marked: [], units: ["share", "money", ""] };
  expect([0, 1, 2].map((row) => shownCell(table, row, 0, words))).toEqual(["50%", "$12", "no"]);
});

it("an interval's line shows all of it, in order, with room at both ends", () => {
  const at = places([30, 60, 42, 90]);
  expect([30, 42, 60, 90].map(at)).toEqual([30, 42, 60, 90].map(at).sort((a, b) => a - b));
  expect(at(30)).toBeGreaterThan(0.05);
  expect(at(90)).toBeLessThan(0.95);
  expect(places([5, 5])(5)).toBeCloseTo(0.5);
});

type Drawn = [string, Record<string, unknown>, ...unknown[]] | string;

/** Components called, down to plain elements. */
function expand(node: ComponentChildren): Drawn[] {
  if (Array.isArray(node)) return node.flatMap(expand);
  if (!isValidElement(node)) return node === null || node === undefined ? [] : [String(node)];
  const { type, props } = node as VNode<{ children?: ComponentChildren }>;
  if (typeof type === "function") return expand((type as (given: object) => ComponentChildren)(props));
  const { children, ...rest } = props;
  return [[type as string, rest, ...expand(children)]];
}

const drawn = (text: string) => JSON.stringify(expand(<Markdown text={text} />));

describe("Markdown", () => {
  it("becomes headings, lists, tables and code", () => {
    expect(drawn("# One `two`\n\n1. **a**\n2. *b*\n\n```\nrun\n```\n")).toBe(
      JSON.stringify([
        ["h1", { id: "one-two" }, "One ", ["code", {}, "two"]],
        ["ol", {}, ["li", {}, ["strong", {}, "a"]], ["li", {}, ["em", {}, "b"]]],
        ["pre", {}, "run"],
      ]).replace('"ol",{}', '"ol",{"start":1}'),
    );
    expect(drawn("| a | b |\n|---|--:|\n| 1 | 2 |\n")).toContain('["td",{"class":"number"},"2"]');
  });

  it("shows HTML as the text that it is, and leads nowhere but to the web", () => {
    const text = drawn("x <img src=y onerror=z> [run](javascript:alert(1)) [go](https://example.org)");
    expect(text).toContain("<img src=y onerror=z>");
    expect(text).not.toContain('["img"');
    expect(text).not.toContain("javascript:");
    expect(text).toContain('["a",{"href":"https://example.org"');
  });

  it("writes signs as they were typed", () => {
    expect(drawn("a < b & `c > d`")).toContain('"c > d"');
    expect(drawn("a < b & c")).toContain("a < b & c");
    expect(slug("Method (`scoring/adsets`)")).toBe("method-scoring-adsets");
  });
});
