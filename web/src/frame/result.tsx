// The result of an analysis on its own page, with its tables to take away.
import type { ComponentChildren } from "preact";
import { AnalysisResult } from "../analyses";
import { toEngineError } from "../engine/protocol";
import type { AnalysisInfo, RunOutcome } from "../engine/types";
import type { AnalysisState } from "../state/analysis";
import { download } from "../state/download";
import { currency, engine, locale } from "../state/project";
import { noteView, route } from "../state/route";

/** "scoring_adsets.csv" for the table of the analysis's own name, "scoring_adsets_dropped.csv" for the others. */
export function csvName(analysis: string, table: string): string {
  const name = analysis.replaceAll("/", "_");
  return name.endsWith(`_${table}`) ? `${name}.csv` : `${name}_${table}.csv`;
}

export function Result(props: {
  info: AnalysisInfo;
  outcome: RunOutcome;
  state: AnalysisState;
  actions: ComponentChildren;
  onOpen: (table: string, row: number) => void;
}) {
  const { info, outcome, state, actions, onOpen } = props;
  const takeCsv = async (table: string) => {
    try {
      download(csvName(info.id, table), await engine.csv(table, outcome));
    } catch (thrown) {
      state.error.value = toEngineError(thrown);
    }
  };
  return (
    <AnalysisResult
      info={info}
      outcome={outcome}
      currency={currency.value}
      locale={locale}
      view={route.value.view}
      onView={noteView}
      onCsv={(table) => void takeCsv(table)}
      onOpen={onOpen}
      actions={actions}
    />
  );
}
