// A report from a link or a file while it is open: what it says, and an engine's state to show it with.
import { effect } from "@preact/signals";
import { toEngineError } from "../engine/protocol";
import type { AnalysisInfo, EngineError } from "../engine/types";
import { type AnalysisState, createAnalysisState } from "../state/analysis";
import { catalogue, engine, lentCurrency, projectFile, reading } from "../state/project";
import { lentScenarios } from "../state/scenarios";
import { headOf, openFile } from "./file";
import { codeOf, snapshotOf } from "./link";
import { filesOf, infoFor, outcomeOf, requestFor } from "./open";
import { opening } from "./opening";
import { damaged, Refused, type Snapshot } from "./snapshot";

/** Counts openings: what comes late, after another was begun or the page was left, is dropped. */
let turn = 0;
/** What undoes the last opening: tables of the engine, effects. */
let close: () => void = () => undefined;

function asError(thrown: unknown): EngineError {
  if (!(thrown instanceof Refused)) return toEngineError(thrown);
  return { code: "bad_file", message: thrown.message, remedy: thrown.remedy, where: {} };
}

interface Shown {
  state: AnalysisState;
  close: () => void;
}

/** Of a file in the browser's keeping it is kept too what its reader makes of it; a locked one leaves nothing readable. */
async function live(snapshot: Snapshot, info: AnalysisInfo, isKept: boolean): Promise<Shown> {
  const mine = turn;
  const tables: Record<string, number> = {};
  const loaded: number[] = [];
  for (const { input, file } of filesOf(snapshot, `shared_report_${turn}`)) {
    const report = await engine.load(file, { onProgress: () => undefined });
    const ids = report.files.flatMap((one) => one.tables.map((table) => table.id));
    loaded.push(...ids);
    tables[input] ??= ids[0] as number;
  }
  const request = (params: Record<string, unknown>) => requestFor(snapshot, tables, params, info);
  const told = (snapshot.scenarios ?? []).map((one, k) => ({ ...one, id: `s${k}` }));
  const before = (isKept && reading.peek()) || { params: snapshot.params, scenarios: told };
  const state = createAnalysisState({ id: snapshot.analysis, engine, saved: before.params, request });
  if (mine === turn) lentScenarios.value = before.scenarios;
  const stops = [
    effect(() => state.keepUp()),
    effect(() => {
      if (isKept && mine === turn) reading.value = { params: state.params.value, scenarios: lentScenarios.value };
    }),
  ];
  const close = () => {
    for (const stop of stops) stop();
    for (const table of loaded) void engine.remove(table);
  };
  return { state, close };
}

function still(snapshot: Snapshot, info: AnalysisInfo): Shown {
  const state = createAnalysisState({ id: snapshot.analysis, engine, saved: snapshot.params, request: () => null });
  state.outcome.value = outcomeOf(snapshot, info);
  return { state, close: () => undefined };
}

async function show(snapshot: Snapshot, mine: number, isKept: boolean): Promise<void> {
  const offered = catalogue.peek();
  if (!offered) return;
  const info = infoFor(snapshot, offered);
  const isLive = snapshot.inputs !== null;
  const shown = isLive ? await live(snapshot, info, isKept) : still(snapshot, info);
  if (mine !== turn) {
    shown.close();
    return;
  }
  close = shown.close;
  lentCurrency.value = snapshot.currency;
  opening.value = { step: "open", opened: { snapshot, info, state: shown.state, isLive } };
}

async function attempt(
  isLocked: boolean,
  passphrase: string,
  read: () => Promise<Snapshot>,
  isKept = false,
): Promise<void> {
  const mine = turn;
  if (isLocked && passphrase === "") {
    opening.value = { step: "locked", wrong: null };
    return;
  }
  opening.value = { step: "working" };
  try {
    const snapshot = await read();
    if (mine === turn) await show(snapshot, mine, isKept);
  } catch (thrown) {
    if (mine !== turn) return;
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
  const mine = turn;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (mine !== turn) return;
    const { isLocked } = headOf(bytes);
    await attempt(isLocked, passphrase, () => openFile(bytes, passphrase), !isLocked);
  } catch (thrown) {
    opening.value = { step: "refused", error: asError(thrown) };
  }
}

/** What was opened is let go and called damaged. */
export function refuseShared(): void {
  closeShared();
  opening.value = { step: "refused", error: asError(damaged()) };
}

export function closeShared(): void {
  turn += 1;
  close();
  close = () => undefined;
  lentCurrency.value = null;
  opening.value = { step: "nothing" };
}
