// Every form a result can be taken away in, by the ending of its file.
import type { TakeAway } from "../analyses/summaries";
import { markdown } from "./markdown";
import { type Given, makeReport } from "./report";
import { slackMessage, slackText } from "./slack";

export type TextForm = "summary.md" | "slack.json" | "slack.txt";

export const typeOf: Record<TextForm, string> = {
  "summary.md": "text/markdown;charset=utf-8",
  "slack.json": "application/json",
  "slack.txt": "text/plain;charset=utf-8",
};

export function textOf(form: TextForm, given: Given, takeAway: TakeAway): string {
  const report = makeReport(given, takeAway);
  if (form === "summary.md") return markdown(report);
  return form === "slack.json" ? `${JSON.stringify(slackMessage(report), null, 2)}\n` : slackText(report);
}
