// Scenarios: plans under a name, kept in the browser, compared side by side, one of them marked as the plan.
import { useEffect, useRef, useState } from "preact/hooks";
import { type EngineError, type RunOutcome, toEngineError } from "../../../engine/protocol";
import { keeping } from "../../../state/autosave";
import {
  added,
  areKept,
  lentScenarios,
  marked,
  removed,
  renamed,
  replaced,
  type Scenario,
  scenarios,
} from "../../../state/scenarios";
import { chance, dash, money, plural } from "../../../ui/format";
import { Button, Icon, IconButton } from "../../../ui/layout";
import type { Editing, PageProps } from "../../types";
import { Comparison } from "./Comparison";
import { type Compared, comparedOf } from "./compare";
import type { Draft } from "./draft";
import type { Params } from "./edits";
import { signedShare } from "./headline";
import { shareOfToday, type Words } from "./read";

interface ScenariosProps extends PageProps {
  edit: Editing;
  draft: Draft;
  words: Words;
}

type Result = RunOutcome | EngineError;

const isOutcome = (result: Result | undefined): result is RunOutcome => result !== undefined && "result" in result;
const keyOf = (params: Params) => JSON.stringify(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)));

/** In reading mode they are the report's. */
function useList(id: string, isReading: boolean) {
  const list = isReading ? lentScenarios.value : (scenarios.value[id] ?? []);
  const change = (next: Scenario[]) => {
    if (isReading) lentScenarios.value = next;
    else scenarios.value = { ...scenarios.peek(), [id]: next };
  };
  return [list, change] as const;
}

/** What each scenario comes to on the data at hand, one after the other; kept until the data is another. */
function useResults(list: Scenario[], { edit, outcome }: Pick<ScenariosProps, "edit" | "outcome">) {
  const held = useRef<{ data: string; results: Map<string, Result> }>({ data: "", results: new Map() }).current;
  const [, drawn] = useState(0);
  const latest = useRef(edit);
  latest.current = edit;
  const data = JSON.stringify(outcome.inputs);
  const wanted = list.map(({ params }) => keyOf(params)).join();
  useEffect(() => {
    let isWanted = true;
    if (held.data !== data) Object.assign(held, { data, results: new Map() });
    const work = async () => {
      for (const { params } of list) {
        const key = keyOf(params);
        if (held.results.has(key)) continue;
        // The frontier is no part of a comparison, and takes longest.
        const result = await latest.current.trial({ ...params, frontier_points: 0 }).catch(toEngineError);
        if (!isWanted) return;
        held.results.set(key, result);
        drawn((count) => count + 1);
      }
    };
    void work();
    return () => {
      isWanted = false;
    };
  }, [data, wanted]);
  return (params: Params) => (held.data === data ? held.results.get(keyOf(params)) : undefined);
}

function Figures({ result, words }: { result: Result | undefined; words: Words }) {
  if (!result)
    return (
      <td colSpan={5} class="muted">
        Working it out
      </td>
    );
  if (!isOutcome(result)) {
    return (
      <td colSpan={5} title={result.remedy}>
        {result.message}
      </td>
    );
  }
  const { scalars: s } = comparedOf("", "", false, result);
  const { currency, locale } = words;
  const end = (value: number) => signedShare(shareOfToday(s, value), locale);
  const isKnown = Number.isFinite(s.expectedShare);
  return (
    <>
      <td class="number">{money(Math.round(s.budget), currency, locale)}</td>
      <td class="number">{money(Math.round(s.moved), currency, locale)}</td>
      <td class="number">
        {isKnown ? <strong>{signedShare(s.expectedShare, locale)}</strong> : signedShare(s.liftShare, locale)}
        {isKnown && <span class="muted small">{` ${end(s.low)} to ${end(s.high)}`}</span>}
      </td>
      <td class="number">{Number.isFinite(s.pGain) ? chance(s.pGain, locale) : dash}</td>
      <td class="number">{money(s.cpa, currency, locale)}</td>
    </>
  );
}

interface RowProps {
  one: Scenario;
  isShown: boolean;
  result: Result | undefined;
  words: Words;
  onOpen: () => void;
  onMark: () => void;
  onRename: (name: string) => void;
  onUpdate: () => void;
  onRemove: () => void;
}

function Row(props: RowProps) {
  const { one, isShown, result, words } = props;
  return (
    <tr data-plan={one.isPlan || undefined}>
      <th scope="row">
        <span class="row">
          <button
            type="button"
            class="scenario-mark"
            aria-pressed={one.isPlan}
            aria-label={`Mark ${one.name} as the plan`}
            title={one.isPlan ? "This is the plan" : "Mark as the plan"}
            onClick={props.onMark}
          >
            <Icon name="check" size={12} />
          </button>
          <input
            class="input scenario-name"
            aria-label={`Name of ${one.name}`}
            value={one.name}
            onChange={(event) => props.onRename(event.currentTarget.value)}
          />
          {one.isPlan && <span class="chip chip-on">The plan</span>}
        </span>
      </th>
      <Figures result={result} words={words} />
      <td class="scenario-acts">
        {isShown ? (
          <span class="muted small">Shown above</span>
        ) : (
          <>
            <Button kind="quiet" aria-label={`Open ${one.name}`} onClick={props.onOpen}>
              Open
            </Button>
            <Button kind="quiet" aria-label={`Update ${one.name} to what is shown`} onClick={props.onUpdate}>
              Update
            </Button>
          </>
        )}
        <IconButton icon="trash" label={`Delete ${one.name}`} onClick={props.onRemove} />
      </td>
    </tr>
  );
}

function Saver({ count, onSave }: { count: number; onSave: (name: string) => void }) {
  const [name, setName] = useState("");
  const save = (event: Event) => {
    event.preventDefault();
    onSave(name.trim() || `Scenario ${count + 1}`);
    setName("");
  };
  return (
    <form class="row" onSubmit={save}>
      <input
        class="input scenario-name"
        aria-label="Name of the new scenario"
        placeholder={`Scenario ${count + 1}`}
        maxLength={80}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" icon="plus">
        Save as scenario
      </Button>
    </form>
  );
}

const heads = ["Budget", "Moved", "Change to expect", "Chance of a gain", "A conversion costs"];

export function Scenarios(props: ScenariosProps) {
  const { info, edit, draft, outcome, words } = props;
  const [list, change] = useList(info.id, edit.isReading);
  const resultOf = useResults(list, props);
  const shownKey = keyOf(edit.params);
  const isListed = list.some(({ params }) => keyOf(params) === shownKey);
  const results = list.flatMap(({ id, name, isPlan, params }): Compared[] => {
    const result = resultOf(params);
    return isOutcome(result) ? [comparedOf(id, name, isPlan, result)] : [];
  });
  const compared = isListed ? results : [...results, comparedOf("shown", "Shown above", false, outcome)];
  const section = useRef<HTMLElement>(null);
  const isMeant = props.view.at === "scenarios";
  useEffect(() => {
    if (!isMeant) return;
    section.current?.scrollIntoView({ block: "start" });
    // Whoever asks for it again comes here again.
    props.onView({ at: "" });
  }, [isMeant]);
  return (
    <section class="scenarios" aria-label="Scenarios" ref={section}>
      <div class="row-wrap spread">
        <div>
          <h2>Scenarios</h2>
          <p class="muted small">
            {edit.isReading
              ? "Those of this report and yours beside them; the report itself stays as it was sent."
              : areKept.value || keeping.value.state === "on"
                ? "Settings and edits under a name, kept in this browser; the data is not."
                : "This browser does not keep them: they last as long as this page."}
          </p>
        </div>
        <Saver count={list.length} onSave={(name) => change(added(list, name, edit.params))} />
      </div>
      {list.length > 0 && (
        <div class="scenario-frame">
          <table class="scenario-table">
            <caption class="visually-hidden">{plural(list.length, "scenario", "scenarios", words.locale)}</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                {heads.map((head) => (
                  <th key={head} scope="col" class="number">
                    {head}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {list.map((one) => (
                <Row
                  key={one.id}
                  one={one}
                  isShown={keyOf(one.params) === shownKey}
                  result={resultOf(one.params)}
                  words={words}
                  onOpen={() => draft.keep(one.params)}
                  onMark={() => change(marked(list, one.id))}
                  onRename={(name) => change(renamed(list, one.id, name))}
                  onUpdate={() => change(replaced(list, one.id, edit.params))}
                  onRemove={() => change(removed(list, one.id))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.length > 0 && compared.length > 1 && <Comparison {...props} rows={compared} />}
    </section>
  );
}
