// The one-page summary as Markdown that any renderer shows as meant, whatever names the data holds.
import type { SummaryTable } from "../analyses/summaries";
import type { Report } from "./report";

/** Text on one line with nothing in it that Markdown or HTML would act on. */
export function inline(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return line
    .replace(/[\\`*[\]<|~$]|&(?=#?\w+;)/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/:\/\//g, ":\\//")
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`);
}

/** The same where a line begins: nothing that would make it a list, a quote, a heading or a rule. */
export const opening = (text: string): string =>
  inline(text)
    .replace(/^(?=[-+=>#])/, "\\")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");

const list = (lines: string[]) => lines.map((line) => `- ${opening(line)}`).join("\n");

function table({ title, columns, rows, rest }: SummaryTable): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const rule = columns.map(({ align }) => (align === "end" ? "---:" : "---"));
  const written = [
    line(columns.map(({ label }) => inline(label))),
    line(rule),
    ...rows.map((row) => line(row.map(inline))),
  ];
  return [`## ${inline(title)}`, written.join("\n"), ...(rest ? [opening(rest)] : [])].join("\n\n");
}

const section = (title: string, lines: string[]) => (lines.length > 0 ? [`## ${title}`, list(lines)] : []);

export function markdown(report: Report): string {
  const { summary, grade, doubts } = report;
  const figures = summary.figures.map(
    ({ label, value, note }) => `- ${opening(label)}: **${inline(value)}**${note ? ` (${inline(note)})` : ""}`,
  );
  const meta = [summary.subtitle, grade.label].filter((part) => part !== undefined && part !== "");
  const warnings = doubts.map(({ severity, text }) => (severity === "warning" ? `Warning: ${text}` : text));
  const parts = [
    `# ${inline(summary.headline)}`,
    `${opening(report.title)}  \n${opening(meta.join(". "))}`,
    ...(summary.findings.length > 0 ? [list(summary.findings)] : []),
    ...(figures.length > 0 ? ["## Key figures", figures.join("\n")] : []),
    ...summary.tables.map(table),
    ...section("What to keep in mind", [`${grade.label}: ${grade.meaning}`, ...warnings]),
    ...section("What was assumed", summary.assumptions),
    ...section("What was left out", summary.setAside),
    ...section("Data", report.data),
    ...(report.link ? [`[Open the report](${report.link})`] : []),
    `Outlay ${inline(report.engine)}`,
  ];
  return `${parts.join("\n\n")}\n`;
}
