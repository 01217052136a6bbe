// What is about to be shared; what prepares it comes when it is first asked for.
import { signal } from "@preact/signals";
import { toEngineError } from "../engine/protocol";
import type { AnalysisInfo, RunOutcome } from "../engine/types";
import type { AnalysisState } from "../state/analysis";
import { route } from "../state/route";
import type { Shared } from "./make";

export interface Sent {
  info: AnalysisInfo;
  outcome: RunOutcome;
  state: AnalysisState;
}

export type Sending = Shared & { rows: number };

/** What the dialog is about; null while it is closed. */
export const sending = signal<Sending | null>(null);

export const warmSending = () => import("./send");

export async function startSending(sent: Sent): Promise<void> {
  const { page } = route.peek();
  try {
    const made = await (await warmSending()).prepare(sent);
    // Who has gone on to another page meanwhile is not called back.
    if (route.peek().page === page) sending.value = made;
  } catch (thrown) {
    sent.state.error.value = toEngineError(thrown);
  }
}
