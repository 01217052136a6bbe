// A template CSV for an analysis, made from the roles it asks for.
import type { AnalysisInfo, InputInfo, Role } from "../engine/types";

/** Two Mondays, so that the example is a valid weekly table. */
const days = ["2024-06-03", "2024-06-10"];

function example(role: Role, row: number): string {
  if (role.kind === "day") return days[row] ?? "";
  if (role.kind === "number") return role.required ? String(100 + row) : "";
  return `${role.name.replace(/_?(id|name)$/, "")} ${row + 1}`.trim();
}

export function templateCsv(input: InputInfo): string {
  const lines = [0, 1].map((row) => input.roles.map((role) => example(role, row)).join(","));
  return `${[input.roles.map((role) => role.name).join(","), ...lines].join("\r\n")}\r\n`;
}

export const templateName = (info: AnalysisInfo, input: InputInfo) =>
  `template_${info.id.replace("/", "_")}_${input.name}.csv`;
