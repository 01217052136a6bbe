// The working surface: every campaign's budget under a slider, recomputed while it moves, with limits, locks and undo.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { RunOutcome } from "../../../engine/protocol";
import { Button, Icon, IconButton } from "../../../ui/layout";
import type { PageProps } from "../../types";
import { Concentrated, Conflict } from "./Conflict";
import type { Draft } from "./draft";
import { editsOf, withLocks, withoutEdits, withParams } from "./edits";
import { arranged, campaignKind, groupKind, type Item, type Kind, type Order } from "./items";
import { type Moves, PlannerRow } from "./PlannerRow";
import { PlanSums } from "./PlanSums";
import { readScalars, type Words } from "./read";
import { Settings } from "./Settings";

interface PlannerProps extends PageProps {
  draft: Draft;
  words: Words;
}

const spare = 4;

/** As wide as this and narrower, rows are cards: the same width stands in planner.css. */
const cardWidth = 720;
const heights = { row: 44, card: 124 };

/** Which rows are in sight, told only when that changes. */
function useWindow(count: number) {
  const list = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ first: 0, height: 572, isNarrow: false });
  const rowHeight = view.isNarrow ? heights.card : heights.row;
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const update = () => {
      const isNarrow = (element.parentElement?.clientWidth ?? 0) <= cardWidth;
      const first = Math.floor(element.scrollTop / (isNarrow ? heights.card : heights.row));
      const height = element.clientHeight;
      setView((now) =>
        now.first === first && now.height === height && now.isNarrow === isNarrow ? now : { first, height, isNarrow },
      );
    };
    const watcher = new ResizeObserver(update);
    watcher.observe(element);
    element.addEventListener("scroll", update, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener("scroll", update);
    };
  }, []);
  const from = Math.max(0, Math.min(view.first, count - 1) - spare);
  return { list, rowHeight, from, to: Math.min(count, view.first + Math.ceil(view.height / rowHeight) + spare) };
}

interface Choices {
  kind: Kind;
  order: Order;
  search: string;
  onlyEdited: boolean;
}

interface BarProps {
  props: PlannerProps;
  choices: Choices;
  shown: Item[];
  set: (change: Partial<Choices>) => void;
}

function KindSwitch({ kind, set }: { kind: Kind; set: BarProps["set"] }) {
  return (
    <fieldset class="segments" aria-label="Budgets by">
      {[campaignKind, groupKind].map((one) => (
        <button key={one.id} type="button" aria-pressed={kind === one} onClick={() => set({ kind: one })}>
          {one.id === "campaigns" ? "Campaigns" : "Groups"}
        </button>
      ))}
    </fieldset>
  );
}

function History({ edit }: Pick<PageProps, "edit">) {
  return (
    <>
      <IconButton icon="undo" label="Undo the last edit" disabled={!edit?.undo} onClick={edit?.undo} />
      <IconButton icon="redo" label="Redo the edit" disabled={!edit?.redo} onClick={edit?.redo} />
    </>
  );
}

function Bar({ props, choices, shown, set }: BarProps) {
  const { outcome, edit, draft } = props;
  const { kind, order, search, onlyEdited } = choices;
  const hasGroups = (outcome.result.tables.groups?.rows ?? 0) > 0;
  const edited = Object.keys(editsOf(draft.params)).length;
  const lockAll = () =>
    draft.keep(
      withLocks(
        draft.params,
        shown.map(({ name }) => name),
      ),
    );
  const clear = () => draft.keep(withParams(withoutEdits(draft.params), { group_bounds: undefined }));
  return (
    <div class="toolbar">
      <label class="search">
        <Icon name="search" />
        <span class="visually-hidden">Find {kind.noun} to plan</span>
        <input
          class="input"
          type="search"
          placeholder={`Find ${kind.noun}`}
          value={search}
          onInput={(event) => set({ search: event.currentTarget.value })}
        />
      </label>
      {hasGroups && <KindSwitch kind={kind} set={set} />}
      <select
        class="select"
        aria-label="Order of the budgets"
        value={order}
        onChange={(event) => set({ order: event.currentTarget.value as Order })}
      >
        <option value="spend">Largest spend first</option>
        <option value="change">Largest change first</option>
        <option value="name">By name</option>
      </select>
      <label class="checkbox">
        <input
          type="checkbox"
          checked={onlyEdited}
          onChange={(event) => set({ onlyEdited: event.currentTarget.checked })}
        />
        Only set by hand
      </label>
      <div class="toolbar-end">
        {kind === campaignKind && shown.length > 0 && (
          <Button kind="quiet" icon="lock" onClick={lockAll}>
            Lock shown
          </Button>
        )}
        {(edited > 0 || draft.params.group_bounds !== undefined) && (
          <Button kind="quiet" onClick={clear}>
            Clear edits
          </Button>
        )}
        <History edit={edit} />
      </div>
    </div>
  );
}

function Heads() {
  return (
    <div class="plan-row plan-heads" aria-hidden="true">
      <span>Name</span>
      <span class="number">Today</span>
      <span>Budget</span>
      <span class="number">Amount</span>
      <span class="number">Change</span>
      <span class="plan-limit number">At least</span>
      <span class="plan-limit number">At most</span>
      <span>Lock</span>
      <span class="number" title="What one more conversion would cost at the new budget">
        Next conversion
      </span>
    </div>
  );
}

interface ListProps {
  props: PlannerProps;
  kind: Kind;
  items: Item[];
  settled: Item[];
  places: number[];
}

function List({ props, kind, items, settled, places }: ListProps) {
  const { draft, words, onOpen } = props;
  const { list, rowHeight, from, to } = useWindow(places.length);
  const moves = useRef<Moves>(draft);
  moves.current = draft;
  return (
    <div class="plan-list" ref={list}>
      <ul
        class="plan-space list-plain"
        style={{ "--height": `${places.length * rowHeight}px` }}
        aria-label={`Budgets by ${kind.noun}`}
      >
        {places.slice(from, to).map((at, k) => {
          const item = items[at];
          const still = settled[at];
          if (!item || !still) return null;
          return (
            <PlannerRow
              key={item.name + item.group}
              kind={kind}
              item={item}
              settled={still}
              top={(from + k) * rowHeight}
              words={words}
              moves={moves}
              onOpen={kind === campaignKind && onOpen ? () => onOpen("campaigns", at) : undefined}
            />
          );
        })}
      </ul>
    </div>
  );
}

const itemsOf = (kind: Kind, outcome: RunOutcome, params: Draft["params"]) => kind.items(outcome, params);

export function Planner(props: PlannerProps) {
  const { info, outcome, edit, draft, words } = props;
  const [choices, setChoices] = useState<Choices>({
    kind: campaignKind,
    order: "spend",
    search: "",
    onlyEdited: false,
  });
  const { kind, order, search, onlyEdited } = choices;
  const set = (change: Partial<Choices>) => setChoices({ ...choices, ...change });
  const committed = edit?.params ?? outcome.params;
  const settled = useMemo(() => itemsOf(kind, outcome, committed), [kind, outcome, committed]);
  const items = useMemo(
    () => (draft.isTrial ? itemsOf(kind, draft.outcome, draft.params) : settled),
    [kind, draft.outcome, draft.params, settled],
  );
  const places = useMemo(
    () => arranged(settled, order, search, onlyEdited),
    // Only what is set by hand depends on the parameters at once; the order waits for the full result.
    [settled, order, search, onlyEdited],
  );
  const shown = places.flatMap((at) => items[at] ?? []);
  const scalars = readScalars(draft.outcome.result.scalars);
  return (
    <section class="planner" aria-label="Plan">
      <Settings info={info} draft={draft} scalars={scalars} words={words} />
      <PlanSums s={scalars} draft={draft} words={words} />
      <Concentrated draft={draft} words={words} />
      <Conflict draft={draft} undo={edit?.undo} words={words} />
      <Bar props={props} choices={choices} shown={shown} set={set} />
      <div class="plan-frame">
        <Heads />
        {places.length > 0 ? (
          <List props={props} kind={kind} items={items} settled={settled} places={places} />
        ) : (
          <p class="table-nothing muted">No {kind.noun} match.</p>
        )}
      </div>
    </section>
  );
}
