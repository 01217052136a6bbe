// A report from a link or a file while it is open: what it says, and an engine's state to show it with.
import { effect, signal } from "@preact/signals";
import { toEngineError } from "../engine/protocol";
import type { AnalysisInfo, EngineError } from "../engine/types";
import { type AnalysisState, createAnalysisState } from "../state/analysis";
import { catalogue, engine, lentCurrency, projectFile } from "../state/project";
import { headOf, openFile } from "./file";
import { codeOf, snapshotOf } from "./link";
import { filesOf, infoFor, outcomeOf, requestFor } from "./open";
import { Refused, type Snapshot } from "./snapshot";

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

/** What undoes the last opening: tables of the engine, effects. */
let close: () => void = () => undefined;

function asError(thrown: unknown): EngineError {
  if (!(thrown instanceof Refused)) return toEngineError(thrown);
  return { code: "bad_file", message: thrown.message, remedy: thrown.remedy, where: {} };
}

async function live(snapshot: Snapshot, info: AnalysisInfo): Promise<AnalysisState> {
  const tables: Record<string, number> = {};
  const loaded: number[] = [];
  close = () => {
    for (const table of loaded) void engine.remove(table);
  };
  for (const { input, file } of filesOf(snapshot)) {
    const report = await engine.load(file, { onProgress: () => undefined });
    const ids = report.files.flatMap((one) => one.tables.map((table) => table.id));
    loaded.push(...ids);
    tables[input] ??= ids[0] as number;
  }
  const request = (params: Record<string, unknown>) => requestFor(snapshot, tables, params, info);
  const state = createAnalysisState({ id: snapshot.analysis, engine, saved: snapshot.params, request });
  const before = close;
  const stop = effect(() => state.keepUp());
  close = () => {
    stop();
    before();
  };
  return state;
}

function still(snapshot: Snapshot, info: AnalysisInfo): AnalysisState {
  const state = createAnalysisState({ id: snapshot.analysis, engine, saved: snapshot.params, request: () => null });
  state.outcome.value = outcomeOf(snapshot, info);
  return state;
}

async function show(snapshot: Snapshot): Promise<void> {
  if (!catalogue.peek()) return;
  const info = infoFor(snapshot, catalogue.peek() as NonNullable<typeof catalogue.value>);
  const isLive = snapshot.inputs !== null;
  const state = isLive ? await live(snapshot, info) : still(snapshot, info);
  lentCurrency.value = snapshot.currency;
  opening.value = { step: "open", opened: { snapshot, info, state, isLive } };
}

async function attempt(isLocked: boolean, passphrase: string, read: () => Promise<Snapshot>): Promise<void> {
  if (isLocked && passphrase === "") {
    opening.value = { step: "locked", wrong: null };
    return;
  }
  opening.value = { step: "working" };
  try {
    await show(await read());
  } catch (thrown) {
    const isWrong = thrown instanceof Refused && thrown.code === "passphrase";
    const error = asError(thrown);
    opening.value = isWrong ? { step: "locked", wrong: error } : { step: "refused", error };
  }
}

/** Opens what the address holds, or the project file that was dropped last. */
export async function openShared(hash: string, passphrase = ""): Promise<void> {
  closeShared();
  const file = projectFile.peek();
  if (hash !== "") {
    const code = codeOf(hash);
    if (code) await attempt(code.isLocked, passphrase, () => snapshotOf(code, passphrase));
    return;
  }
  if (!file) return;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    await attempt(headOf(bytes).isLocked, passphrase, () => openFile(bytes, passphrase));
  } catch (thrown) {
    opening.value = { step: "refused", error: asError(thrown) };
  }
}

export function closeShared(): void {
  close();
  close = () => undefined;
  lentCurrency.value = null;
  opening.value = { step: "nothing" };
}
