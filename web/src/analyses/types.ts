// What the page of an analysis is given; it knows nothing of where the result came from.
import type { ComponentChildren, ComponentType } from "preact";
import type { AnalysisInfo, RunOutcome } from "../engine/protocol";

export type View = Record<string, string>;

export interface PageProps {
  info: AnalysisInfo;
  outcome: RunOutcome;
  currency: string;
  locale?: string;
  /** The details of the view that the address keeps, such as the open tab. */
  view: View;
  onView: (view: View) => void;
  onCsv: (table: string) => void;
  /** Explain a row of a table. */
  onOpen?: (table: string, row: number) => void;
  actions?: ComponentChildren;
}

export type AnalysisPage = ComponentType<PageProps>;
