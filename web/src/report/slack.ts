// The Slack message: Block Kit for a scheduler to post, and the same as text to paste.
import type { SummaryTable } from "../analyses/summaries";
import { more, type Report } from "./report";
import { clip, name, plainWords, prose } from "./slack-text";

// https://docs.slack.dev/reference/block-kit/blocks: 50 blocks, header 150, section 3,000, ten fields of 2,000.
const mostBlocks = 50;
const mostHeader = 150;
const mostSection = 3000;
const mostField = 2000;
const mostFields = 10;
const mostWarnings = 3;
const mostRows = 20;
const bullet = "\u2022";

export interface Mrkdwn {
  type: "mrkdwn";
  text: string;
  /** Slack is to make no links, mentions or channels of what looks like one. */
  verbatim: true;
}

export type Block =
  | { type: "header"; text: { type: "plain_text"; text: string; emoji: false } }
  | { type: "section"; text: Mrkdwn }
  | { type: "section"; fields: Mrkdwn[] }
  | { type: "context"; elements: Mrkdwn[] }
  | { type: "divider" };

export interface SlackMessage {
  /** What notifications show. */
  text: string;
  blocks: Block[];
  unfurl_links: false;
  unfurl_media: false;
}

const words = (text: string, most = mostSection): Mrkdwn => ({
  type: "mrkdwn",
  text: clip(text, most),
  verbatim: true,
});
const section = (text: string): Block => ({ type: "section", text: words(text) });

/** "`name`: Meta, Spend $120, CAC $80": the row's name, its words, its figures with their labels; whole rows only. */
function callout({ title, columns, rows, rest }: SummaryTable): string {
  const lines = rows.slice(0, mostRows).map((row) => {
    const [first = "", ...cells] = row;
    const facts = cells.map((cell, k) => (columns[k + 1]?.align === "end" ? `${columns[k + 1]?.label} ${cell}` : cell));
    return `${bullet} ${name(first, 160)}: ${prose(facts.join(", "), 320)}`;
  });
  const head = `*${prose(title, 200)}*`;
  const kept: string[] = [];
  let length = head.length;
  for (const line of lines) {
    length += line.length + 1;
    if (length > mostSection - 100) break;
    kept.push(line);
  }
  const cut = rows.length - kept.length;
  const last = cut > 0 ? more(cut) : rest;
  return [head, ...kept, ...(last ? [prose(last, 90)] : [])].join("\n");
}

const callouts = ({ summary }: Report) => summary.tables.filter((table) => table.callout).map(callout);
const warningsOf = ({ doubts }: Report) =>
  doubts.filter((doubt) => doubt.severity === "warning").map(({ text }) => text);

function figures({ summary }: Report): Block[] {
  const fields = summary.figures.slice(0, mostFields).map(({ label, value, note }) => {
    const lines = [`*${prose(label, 200)}*`, prose(value, 200), ...(note ? [prose(note, 300)] : [])];
    return words(lines.join("\n"), mostField);
  });
  return fields.length > 0 ? [{ type: "section", fields }] : [];
}

function warnings(report: Report): string[] {
  const all = warningsOf(report);
  const shown = all.slice(0, mostWarnings).map((text) => `${bullet} ${prose(text, 600)}`);
  return all.length > shown.length ? [...shown, more(all.length - shown.length)] : shown;
}

const meta = ({ title, summary, grade }: Report) => [title, summary.subtitle, grade.label].filter(Boolean).join(" | ");

export function slackMessage(report: Report): SlackMessage {
  const { summary, grade, link } = report;
  const doubts = warnings(report);
  const found = summary.findings.map((text) => `${bullet} ${prose(text, 900)}`);
  const blocks: Block[] = [
    { type: "header", text: { type: "plain_text", text: plainWords(summary.headline, mostHeader), emoji: false } },
    ...(summary.headline.length > mostHeader ? [section(prose(summary.headline))] : []),
    { type: "context", elements: [words(prose(meta(report), mostField))] },
    ...(found.length > 0 ? [section(found.join("\n"))] : []),
    ...figures(report),
    ...callouts(report).map(section),
    ...(doubts.length > 0 ? [section(["*What to keep in mind*", ...doubts].join("\n"))] : []),
    ...(grade.meaning ? [{ type: "context" as const, elements: [words(prose(grade.meaning, mostField))] }] : []),
    ...(link ? [section(`<${link.replaceAll("&", "&amp;")}|Open the report>`)] : []),
  ];
  return {
    text: prose(summary.headline, mostSection),
    blocks: blocks.slice(0, mostBlocks),
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** In the message box nothing is an entity; what is posted as text all the same still makes no mention of "<!". */
const asTyped = (text: string) => text.replaceAll("&lt;", "<\u2060").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** The same to paste into the message box. */
export function slackText(report: Report): string {
  const { summary, grade, link } = report;
  const doubts = warnings(report);
  const parts = [
    `*${prose(summary.headline)}*\n${prose(meta(report))}`,
    summary.findings.map((text) => `${bullet} ${prose(text)}`).join("\n"),
    summary.figures
      .map(({ label, value, note }) => `${prose(label)}: *${prose(value)}*${note ? ` (${prose(note)})` : ""}`)
      .join("\n"),
    ...callouts(report),
    doubts.length > 0 ? ["*What to keep in mind*", ...doubts].join("\n") : "",
    prose(grade.meaning),
    link,
  ];
  return `${asTyped(parts.filter((part) => part !== "").join("\n\n"))}\n`;
}
