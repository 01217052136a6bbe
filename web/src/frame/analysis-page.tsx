// The frame of every analysis: what runs, what failed, what changed, and the last good result below it.
import { useEffect, useState } from "preact/hooks";
import { offersRemedies, remediesOf } from "../analyses/remedies";
import type { AnalysisInfo, EngineError, RunOutcome } from "../engine/types";
import { FilesUnderWay } from "../ingest/under-way";
import { areas } from "../methods/load";
import { TakeAwayMenu } from "../report/take-away";
import { startSending } from "../share/sending";
import type { AnalysisState } from "../state/analysis";
import { currency, locale } from "../state/project";
import { dataPage, href, methodsPage, route, sharedPage } from "../state/route";
import { Button, ErrorBox, Icon, type MenuItem, Progress } from "../ui/layout";
import { Changes } from "./changes";
import { ExplainPanel, keyOf } from "./explain-panel";
import { Parameters } from "./parameters";
import { Result } from "./result";
import { type OpenRow, RowPanel } from "./row-panel";

/** Work that is over in a moment shows no bar: it would only flicker. */
function useLasting(busy: boolean, after = 150): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!busy) {
      setLasting(false);
      return undefined;
    }
    const timer = setTimeout(() => setLasting(true), after);
    return () => clearTimeout(timer);
  }, [busy, after]);
  return lasting;
}

function Running({ state }: { state: AnalysisState }) {
  const now = state.running.value;
  if (!useLasting(now !== null) || !now) return null;
  return <Progress fraction={now.fraction} phase={now.phase || "Working"} locale={locale} onCancel={state.cancel} />;
}

/** The setting by the name that the form gives it. */
function inWords(error: EngineError, info: AnalysisInfo): EngineError {
  const [, name = "", key] = error.where.parameter?.split("/") ?? [];
  const label = info.parameters.find((field) => field.name === name)?.label;
  if (!label) return error;
  return { ...error, where: { ...error.where, parameter: key ? `${label}, ${key}` : label } };
}

function Failure({
  info,
  state,
  onParameters,
}: Pick<AnalysisPageProps, "info" | "state"> & { onParameters: () => void }) {
  const error = state.error.value;
  if (!error || state.running.value) return null;
  // A page that offers remedies tells of limits in conflict where they were set.
  if (error.code === "infeasible" && state.outcome.value && offersRemedies(info.id)) return null;
  const remedies = remediesOf(info.id)(error, state.params.value, { currency: currency.value, locale });
  const actions = (
    <>
      {remedies.map(({ label, params }, k) => (
        <Button key={label} kind={k === 0 ? "primary" : "plain"} onClick={() => state.put(params)}>
          {label}
        </Button>
      ))}
      {error.code === "bad_column" && (
        <a class="button" href={href(dataPage)}>
          Choose the columns
        </a>
      )}
      {error.code === "cancelled" && <Button onClick={state.run}>Run again</Button>}
      {error.where.parameter && <Button onClick={onParameters}>Open parameters</Button>}
      {state.canUndo.value && error.code !== "cancelled" && <Button onClick={state.undo}>Undo the last change</Button>}
      {state.outcome.value && <span class="muted">The result below is the last one that worked.</span>}
    </>
  );
  return <ErrorBox error={inWords(error, info)} actions={actions} />;
}

/** A report in reading mode is passed on as it came, in its own link. */
function shareItems(info: AnalysisInfo, state: AnalysisState): MenuItem[] {
  const outcome = state.outcome.value;
  if (!outcome || route.value.page === sharedPage) return [];
  return [
    {
      group: "Share",
      label: "Link or project file",
      hint: "The report inside a link; nothing is uploaded",
      icon: "share",
      onSelect: () => void startSending({ info, outcome, state }),
    },
  ];
}

function Tools(props: { info: AnalysisInfo; state: AnalysisState; open: boolean; onParameters: () => void }) {
  const { info, state } = props;
  const area = info.id.split("/")[0] ?? "";
  const changed = Object.keys(state.params.value).length;
  return (
    <>
      {state.stale.value && !state.error.value && (
        <span class="chip chip-warn" role="status">
          <Icon name="refresh" size={12} />
          Updating
        </span>
      )}
      {areas.includes(area) && (
        <a class="button button-quiet" href={href(`${methodsPage}/${area}`)}>
          Method
        </a>
      )}
      {state.request.value && (
        <Button icon="sliders" aria-expanded={props.open} onClick={props.onParameters}>
          Parameters
          {changed > 0 && <span class="count">{changed}</span>}
        </Button>
      )}
      {state.outcome.value && (
        <TakeAwayMenu info={info} outcome={state.outcome.value} state={state} first={shareItems(info, state)} />
      )}
    </>
  );
}

/** What is known of an open row: how it came about where the analysis explains it, else its figures. */
function Opened(props: {
  info: AnalysisInfo;
  state: AnalysisState;
  outcome: RunOutcome;
  open: OpenRow;
  onClose: () => void;
}) {
  const { info, state, outcome, open } = props;
  const words = { currency: currency.value, locale };
  // Without the data behind it a result can show its figures, not how they came about: a report that came without, or
  // one whose table is being replaced.
  const row = state.request.value && !state.stale.value ? keyOf(info, outcome, open) : null;
  return row ? <ExplainPanel {...props} {...words} row={row} /> : <RowPanel {...props} {...words} />;
}

export interface AnalysisPageProps {
  info: AnalysisInfo;
  state: AnalysisState;
  panel: boolean;
  onPanel: (open: boolean) => void;
}

export function AnalysisPage({ info, state, panel, onPanel }: AnalysisPageProps) {
  const outcome = state.outcome.value;
  const previous = state.previous.value;
  const [opened, setOpened] = useState<(OpenRow & { outcome: RunOutcome }) | null>(null);
  const openRow = (table: string, row: number) => {
    onPanel(false);
    if (outcome) setOpened({ table, row, outcome });
  };
  const row = opened && opened.outcome === outcome && !panel ? opened : null;
  const tools = <Tools info={info} state={state} open={panel} onParameters={() => onPanel(!panel)} />;
  return (
    <div class="frame" data-panel={panel || row !== null || undefined} data-stale={state.stale.value || undefined}>
      <div class="frame-main">
        {!outcome && (
          <div class="row spread frame-head">
            <h1>{info.title}</h1>
            <div class="row">{tools}</div>
          </div>
        )}
        <div class="frame-state">
          <FilesUnderWay />
          <Running state={state} />
          <Failure info={info} state={state} onParameters={() => onPanel(true)} />
        </div>
        {outcome && previous && !state.error.value && (
          <Changes
            info={info}
            before={previous}
            after={outcome}
            currency={currency.value}
            locale={locale}
            onClose={() => {
              state.previous.value = null;
            }}
          />
        )}
        {outcome && <Result info={info} outcome={outcome} state={state} actions={tools} onOpen={openRow} />}
      </div>
      {panel && state.request.value && <Parameters info={info} state={state} onClose={() => onPanel(false)} />}
      {row && outcome && (
        <Opened info={info} state={state} outcome={outcome} open={row} onClose={() => setOpened(null)} />
      )}
    </div>
  );
}
