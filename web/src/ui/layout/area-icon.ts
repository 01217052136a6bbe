// The picture that stands for an analysis, by its area.
import type { IconName } from "./Icon";

const icons: Record<string, IconName> = {
  scoring: "score",
  budget: "reallocate",
  impact: "measure",
  attribution: "attribute",
  scenario: "scenarios",
};

export const areaIcon = (analysis: string): IconName => icons[analysis.split("/")[0] ?? ""] ?? "chart";
