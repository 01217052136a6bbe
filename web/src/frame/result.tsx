// The result of an analysis on its own page.
import type { ComponentChildren } from "preact";
import { AnalysisResult, type Editing } from "../analyses";
import { toEngineError } from "../engine/protocol";
import type { AnalysisInfo, RunOutcome } from "../engine/types";
import { takeCsv } from "../report/csv";
import type { AnalysisState } from "../state/analysis";
import { currency, locale } from "../state/project";
import { noteView, route, sharedPage } from "../state/route";

function editingOf(state: AnalysisState): Editing | undefined {
  if (!state.request.value) return undefined;
  const quietly = (step: () => void) => () => {
    step();
    state.hush();
  };
  return {
    params: state.params.value,
    put: (params) => quietly(() => state.put(params))(),
    trial: state.trial,
    ...(state.canUndo.value && { undo: quietly(state.undo) }),
    ...(state.canRedo.value && { redo: quietly(state.redo) }),
    error: state.error.value,
    isReading: route.value.page === sharedPage,
  };
}

export function Result(props: {
  info: AnalysisInfo;
  outcome: RunOutcome;
  state: AnalysisState;
  actions: ComponentChildren;
  onOpen: (table: string, row: number) => void;
}) {
  const { info, outcome, state, actions, onOpen } = props;
  const csv = async (table: string) => {
    try {
      await takeCsv(outcome, table);
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
      onCsv={(table) => void csv(table)}
      onOpen={onOpen}
      actions={actions}
      edit={editingOf(state)}
    />
  );
}
