// The Slack message keeps to Slack's limits and shows names as they are.
import { describe, expect, it } from "vitest";
import scoring from "../../../web/src/analyses/scoring/adsets/summary";
import type { Summary } from "../../../web/src/analyses/summaries";
import { makeReport, type Report } from "../../../web/src/report/report";
import { type SlackMessage, slackMessage, slackText } from "../../../web/src/report/slack";
import { clip, name, prose } from "../../../web/src/report/slack-text";
import { given, hostile } from "./given";

const report = makeReport(given, scoring);

function broken(message: SlackMessage): string[] {
  const wrong: string[] = [];
  const check = (fits: boolean, what: string) => fits || wrong.push(what);
  check(message.blocks.length <= 50, "blocks");
  check(message.text.length > 0 && message.text.length <= 4000, "text");
  for (const block of message.blocks) {
    if (block.type === "header") check(block.text.text.length > 0 && block.text.text.length <= 150, "header");
    if (block.type === "context") check(block.elements.length > 0 && block.elements.length <= 10, "elements");
    if (block.type !== "section") continue;
    if ("fields" in block) {
      check(block.fields.length > 0 && block.fields.length <= 10, "fields");
      for (const { text } of block.fields) check(text.length > 0 && text.length <= 2000, "field");
    } else check(block.text.text.length > 0 && block.text.text.length <= 3000, "section");
  }
  return wrong;
}

const texts = (message: SlackMessage) => JSON.stringify(message.blocks);

/** Everything at its longest, and all of it grows when it is escaped. */
function huge(): Report {
  const long = "&<>".repeat(3000);
  const table = {
    title: long,
    callout: true,
    columns: Array.from({ length: 6 }, () => ({ label: long, align: "end" as const })),
    rows: Array.from({ length: 200 }, () => Array.from({ length: 6 }, () => long)),
    rest: long,
  };
  const summary: Summary = {
    headline: `${"\u{1f600}".repeat(100)}${long}`,
    subtitle: long,
    findings: [long, long, long],
    figures: Array.from({ length: 30 }, () => ({ label: long, value: long, note: long })),
    tables: Array.from({ length: 80 }, () => table),
    assumptions: [long],
    setAside: [long],
  };
  const doubts = Array.from({ length: 99 }, () => ({ severity: "warning" as const, text: long }));
  return { ...report, title: long, summary, doubts, grade: { label: long, meaning: long } };
}

describe("Block Kit", () => {
  it("keeps to the limits, also when everything is long", () => {
    expect(broken(slackMessage(report))).toEqual([]);
    expect(broken(slackMessage(huge()))).toEqual([]);
    expect(texts(slackMessage(huge()))).not.toMatch(/&(?!(amp|lt|gt);)/);
  });

  it("begins with the headline and ends with the link", () => {
    const { blocks, text } = slackMessage(report);
    expect(blocks[0]).toMatchObject({ type: "header", text: { text: report.summary.headline } });
    expect(text).toBe(report.summary.headline);
    expect(JSON.stringify(blocks.at(-1))).toContain("<https://example.org/report?a=1&amp;b=2|Open the report>");
    expect(texts(slackMessage({ ...report, link: "" }))).not.toContain("Open the report");
  });

  it("lets no name ping, link, embolden or break out", () => {
    const [table] = report.summary.tables;
    const rows = hostile.map((adset) => [adset, adset, "$1"]);
    const summary = { ...report.summary, tables: table ? [{ ...table, rows }] : [] };
    const written = texts(slackMessage({ ...report, summary })) + slackText({ ...report, summary });
    expect(written).not.toContain("<!channel>");
    expect(written).not.toContain("<script>");
    expect(written).toContain("&lt;!channel&gt;");
    // A backtick inside a name would end its code.
    expect(written.split("`")).toHaveLength(1 + 2 * 2 * hostile.length);
  });

  it("has no entities where it is pasted, and no mention where it is posted", () => {
    const summary = { ...report.summary, findings: ["Shoes & Bags cost > $9", "<!channel> <@U1>"] };
    const pasted = slackText({ ...report, summary });
    expect(pasted).toContain("Shoes & Bags cost > $9");
    expect(pasted).not.toMatch(/&(amp|lt|gt);/);
    expect(pasted).not.toMatch(/<[!@#]/);
  });

  it("takes no link that is not one of a page", () => {
    for (const link of ["javascript:alert(1)", "data:text/html,x", "not a link", "file:///etc/passwd"]) {
      expect(makeReport({ ...given, link }, scoring).link).toBe("");
    }
    expect(makeReport({ ...given, link: "https://a.example/x|y>z" }, scoring).link).toBe("https://a.example/x%7Cy%3Ez");
  });

  it("tells at most three warnings and how many more there are", () => {
    const doubts = Array.from({ length: 5 }, (_, k) => ({ severity: "warning" as const, text: `Doubt ${k}` }));
    const written = texts(slackMessage({ ...report, doubts }));
    expect(written).toContain("Doubt 2");
    expect(written).not.toContain("Doubt 3");
    expect(written).toContain("and 2 more");
  });
});

describe("words in mrkdwn", () => {
  it("escape what Slack asks to be escaped and defuse its marks", () => {
    expect(prose("a & b < c > d")).toBe("a &amp; b &lt; c &gt; d");
    expect(prose("snake_case_name stays")).toBe("snake_case_name stays");
    expect(prose("*b* ~s~ `c` _i_")).not.toMatch(/[*~`]|\b_|_\b/);
    expect(prose("line\nbreak")).toBe("line break");
    expect(name("a`b")).toBe("`a\u2019b`");
    expect(name("")).toBe("`no name`");
  });

  it("are cut between characters", () => {
    expect(clip("abc", 3)).toBe("abc");
    expect(clip("abcd", 3)).toBe("ab\u2026");
    expect(clip("a\u{1f600}b", 3)).toBe("a\u2026");
    expect(prose("&".repeat(100), 20).length).toBeLessThanOrEqual(20);
    expect(prose("&".repeat(100), 20)).toMatch(/^(&amp;)+\u2026$/);
  });
});
