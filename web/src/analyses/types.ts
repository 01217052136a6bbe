// What the page of an analysis is given; it knows nothing of where the result came from.
import type { ComponentChildren, ComponentType } from "preact";
import type { AnalysisInfo, EngineError, RunOutcome } from "../engine/protocol";

export type View = Record<string, string>;

/** Changing what a result was asked with; absent where the data behind the result did not come along. */
export interface Editing {
  /** Only what differs from the defaults. */
  params: Record<string, unknown>;
  /** One step of undo, followed by a run. */
  put: (params: Record<string, unknown>) => void;
  /** A run beside the one that is shown, which changes nothing. */
  trial: (params: Record<string, unknown>) => Promise<RunOutcome>;
  undo?: () => void;
  redo?: () => void;
  /** Why the last run failed. */
  error: EngineError | null;
  /** In reading mode nothing is kept in the browser. */
  isReading: boolean;
}

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
  edit?: Editing;
}

export type AnalysisPage = ComponentType<PageProps>;
