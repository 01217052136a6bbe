// A report from a link or a file while it is opened: how far that is, and what it shows.
import { signal } from "@preact/signals";
import type { AnalysisInfo, EngineError } from "../engine/types";
import type { AnalysisState } from "../state/analysis";
import type { Snapshot } from "./snapshot";

export interface Opened {
  snapshot: Snapshot;
  info: AnalysisInfo;
  state: AnalysisState;
  /** Parameters can be changed: the data behind the result came along. */
  isLive: boolean;
}

export type Opening =
  | { step: "nothing" }
  | { step: "working" }
  | { step: "locked"; wrong: EngineError | null }
  | { step: "refused"; error: EngineError }
  | { step: "open"; opened: Opened };

export const opening = signal<Opening>({ step: "nothing" });
