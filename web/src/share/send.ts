// Making a link or a file of the result that is shown, and what its sender chooses about it.
import { takeAwayOf } from "../analyses/summaries";
import type { AnalysisInfo, RunOutcome } from "../engine/types";
import { dataUsed } from "../state/data-used";
import { currency, engine, tables } from "../state/project";
import { scenarios } from "../state/scenarios";
import { inputsOf, rowsBehind } from "./inputs";
import { type Shared, tablesToShare } from "./make";
import type { Sending, Sent } from "./sending";

/** More input than this stays out of a link that computes; a file may carry more. */
const mostLinkRows = 5000;
export const mostFileRows = 50_000;

/** Of an analysis whose input has a row an entity, the input travels; of the others, the result. */
export async function prepare({ info, outcome, state }: Sent): Promise<Sending> {
  const takeAway = await takeAwayOf(info.id);
  const rows = rowsBehind(outcome);
  const travels = takeAway.share?.live === true && rows > 0 && rows <= mostLinkRows;
  const inputs = travels ? await allInputs(info, outcome) : null;
  const data = dataUsed(outcome, tables.peek());
  return {
    info,
    outcome,
    currency: currency.peek(),
    data,
    takeAway,
    inputs,
    rows,
    scenarios: scenarios.peek()[info.id] ?? [],
    // While the next result is computed, or cannot be, what is shown is of other parameters.
    ...(!state.stale.peek() && { params: state.params.peek() }),
  };
}

export function allInputs(info: AnalysisInfo, outcome: RunOutcome) {
  const rowsOf = (id: number) => tables.peek().find((table) => table.id === id)?.rows ?? 0;
  return inputsOf(engine, info, outcome, rowsOf);
}

/** The address of this page without what stands after "#". */
export const ownAddress = () => window.location.href.replace(/#.*$/s, "");

/** The tables that make the link too long are left out at first, the least telling ones before the others. */
export function tablesLeftOut(shared: Shared, lengthWithout: (without: string[]) => number, most = 16_000): string[] {
  const all = tablesToShare(shared);
  let without: string[] = [];
  for (let kept = all.length; kept > 1 && lengthWithout(without) > most; kept--) without = all.slice(kept - 1);
  return without;
}
