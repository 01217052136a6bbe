// What is about to be shared; what prepares it comes when it is first asked for.
import { signal } from "@preact/signals";
import { toEngineError } from "../engine/protocol";
import type { AnalysisInfo, RunOutcome } from "../engine/types";
import type { AnalysisState } from "../state/analysis";
import type { Shared } from "./make";

export interface Sent {
  info: AnalysisInfo;
  outcome: RunOutcome;
  state: AnalysisState;
}

/** What the dialog is about; null while it is closed. */
export const sending = signal<(Shared & { rows: number }) | null>(null);

export const warmSending = () => import("./send");

export async function startSending(sent: Sent): Promise<void> {
  try {
    await (await warmSending()).prepare(sent);
  } catch (thrown) {
    sent.state.error.value = toEngineError(thrown);
  }
}
