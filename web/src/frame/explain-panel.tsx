// The side panel that explains a row: what it comes to, how that came about, and every figure of the row.
import { useEffect, useState } from "preact/hooks";
import { type EngineError, type Explanation, type RowKey, type RunOutcome, toEngineError } from "../engine/protocol";
import type { AnalysisInfo } from "../engine/types";
import { areas } from "../methods/load";
import { engine } from "../state/project";
import { href, methodsPage } from "../state/route";
import { Steps } from "../ui/explain";
import { ErrorBox, Panel } from "../ui/layout";
import { numberAt, textAt } from "../ui/table";
import { type OpenRow, RowFacts, rowName } from "./row-panel";

/** The key by which the engine finds a row; null when the analysis does not explain rows of this table. */
export function keyOf(info: AnalysisInfo, outcome: RunOutcome, open: OpenRow): RowKey | null {
  const columns = outcome.result.tables[open.table]?.columns ?? {};
  const key: RowKey = {};
  for (const name of info.explains) {
    const column = columns[name];
    const text = column?.kind === "number" ? `${numberAt(column, open.row)}` : textAt(column, open.row);
    if (text) key[name] = text;
  }
  // The first of the names is what a row is of; the others only narrow it.
  return key[info.explains[0] ?? ""] ? key : null;
}

type Answer = { told: Explanation } | { error: EngineError } | null;

function useExplanation(outcome: RunOutcome, key: RowKey): Answer {
  const [answer, setAnswer] = useState<Answer>(null);
  const asked = JSON.stringify(key);
  useEffect(() => {
    let wanted = true;
    setAnswer(null);
    engine.explain(outcome, key).then(
      (told) => wanted && setAnswer({ told }),
      (thrown) => wanted && setAnswer({ error: toEngineError(thrown) }),
    );
    return () => {
      wanted = false;
    };
  }, [outcome, asked]);
  return answer;
}

interface ExplainPanelProps {
  info: AnalysisInfo;
  outcome: RunOutcome;
  open: OpenRow;
  row: RowKey;
  currency: string;
  locale: string;
  onClose: () => void;
}

export function ExplainPanel({ info, outcome, open, row, currency, locale, onClose }: ExplainPanelProps) {
  const answer = useExplanation(outcome, row);
  const fields = info.results.tables.find((table) => table.name === open.table)?.columns ?? [];
  const columns = outcome.result.tables[open.table]?.columns ?? {};
  const area = info.id.split("/")[0] ?? "";
  return (
    <Panel
      title={answer && "told" in answer ? answer.told.title : rowName(open.table, fields, columns, open.row)}
      onClose={onClose}
      footer={areas.includes(area) && <a href={href(`${methodsPage}/${area}`)}>How the method works</a>}
    >
      {!answer && <p class="muted">Working it out</p>}
      {answer && "error" in answer && <ErrorBox error={answer.error} />}
      {answer && "told" in answer && <Steps steps={answer.told.steps} currency={currency} locale={locale} />}
      <details class="all-figures">
        <summary>All figures of this row</summary>
        <RowFacts info={info} outcome={outcome} open={open} currency={currency} locale={locale} />
      </details>
    </Panel>
  );
}
