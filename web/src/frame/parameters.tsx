// The parameters of an analysis in a side panel, made from its schema; every change can be undone.
import type { AnalysisInfo, RunOutcome } from "../engine/types";
import type { AnalysisState } from "../state/analysis";
import { currency, fitFor, tables } from "../state/project";
import { SchemaForm } from "../ui/form";
import { Button, Panel } from "../ui/layout";

/** The values a map can have as its keys: what the result shows for the role, else what the file showed. */
export function keysFor(info: AnalysisInfo, outcome: RunOutcome | null, role: string): string[] {
  const columns = Object.values(outcome?.result.tables ?? {}).map((table) => table.columns[role]);
  const named = columns.flatMap((column) => (column?.kind === "text" ? column.dictionary : []));
  const roles = fitFor(info.id)?.inputs.map((input) => input.roles[role]) ?? [];
  const sampled = tables.value
    .flatMap((table) => table.columns)
    .filter((column) => roles.includes(column.name))
    .flatMap((column) => column.samples);
  return [...new Set(named.length > 0 ? named : sampled)].filter((key) => key !== "").sort();
}

/** The engine names a parameter by JSON pointer: the form shows the message at that place. */
function errorsOf(state: AnalysisState): Record<string, string> {
  const error = state.error.value;
  const pointer = error?.where.parameter;
  return error && pointer ? { [pointer]: error.message } : {};
}

export function Parameters(props: { info: AnalysisInfo; state: AnalysisState; onClose: () => void }) {
  const { info, state } = props;
  const change = (name: string, value: unknown) => {
    const standard = info.parameters.find((field) => field.name === name)?.default;
    state.set(name, JSON.stringify(value) === JSON.stringify(standard) ? undefined : value);
  };
  return (
    <Panel
      title="Parameters"
      onClose={props.onClose}
      actions={
        <Button kind="quiet" disabled={Object.keys(state.params.value).length === 0} onClick={state.reset}>
          Reset all
        </Button>
      }
    >
      <SchemaForm
        fields={info.parameters}
        values={state.params.value}
        onChange={change}
        errors={errorsOf(state)}
        currency={currency.value}
        keysFor={(role) => keysFor(info, state.outcome.value, role)}
      />
    </Panel>
  );
}
