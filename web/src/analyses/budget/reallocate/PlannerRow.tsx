// One campaign or group of the planner: slider, amount, limits, lock, and what holds it.
import { useMemo, useRef } from "preact/hooks";
import { dash, money } from "../../../ui/format";
import { IconButton } from "../../../ui/layout";
import { AmountField } from "./AmountField";
import type { Params } from "./edits";
import { type Item, type Kind, reachOf } from "./items";
import { heldWords, type Words } from "./read";

export interface Moves {
  /** As they would be before this move. */
  params: Params;
  move: (params: Params) => void;
  keep: (params: Params) => void;
}

interface RowProps {
  kind: Kind;
  item: Item;
  /** As in the last full result: what the slider's reach is made from, so that it stays while it moves. */
  settled: Item;
  top: number;
  words: Words;
  /** The latest ones, without being a reason to draw again. */
  moves: { current: Moves };
  onOpen?: () => void;
}

const stepped = (value: number, step: number) => Number((Math.round(value / step) * step).toFixed(6));

function Slider({ kind, item, settled, moves, words }: Omit<RowProps, "top">) {
  const { most, step } = reachOf(settled);
  const isMoving = useRef(false);
  const next = (event: { currentTarget: HTMLInputElement }) =>
    kind.setBudget(moves.current.params, item, stepped(Number(event.currentTarget.value), step));
  const share = (value: number) => String(Math.min(1, value / most));
  return (
    <span class="plan-slider" style={{ "--today": share(item.today), "--budget": share(item.budget) }}>
      <input
        type="range"
        min={0}
        max={most}
        step="any"
        disabled={item.edit.locked}
        value={item.edit.budget ?? item.budget}
        aria-label={`Budget of ${item.name}`}
        aria-valuetext={money(item.budget, words.currency, words.locale)}
        onKeyDown={(event) => {
          const change = { ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step }[event.key];
          if (change === undefined) return;
          event.preventDefault();
          const budget = Math.min(most, Math.max(0, stepped((item.edit.budget ?? item.budget) + change, step)));
          moves.current.keep(kind.setBudget(moves.current.params, item, budget));
        }}
        onInput={(event) => {
          isMoving.current = true;
          moves.current.move(next(event));
        }}
        onChange={(event) => {
          if (isMoving.current) moves.current.keep(next(event));
          isMoving.current = false;
        }}
      />
    </span>
  );
}

function Change({ item, words }: { item: Item; words: Words }) {
  const change = item.budget - item.today;
  if (!(Math.abs(change) > 0.005)) return <span class="muted">{dash}</span>;
  const text = money(
    Math.abs(change) >= 100 ? Math.round(Math.abs(change)) : Math.abs(change),
    words.currency,
    words.locale,
  );
  return <span class={change > 0 ? "plan-up" : "plan-down"}>{`${change > 0 ? "+" : "-"}${text}`}</span>;
}

function Limits({ kind, item, moves, words }: Omit<RowProps, "top" | "settled">) {
  const set = (change: { min?: number } | { max?: number }) =>
    moves.current.keep(kind.setLimit(moves.current.params, item, change));
  const { min: least, max: most } = item.edit;
  const shared = { locale: words.locale, placeholder: "none" };
  return (
    <>
      <span class="plan-limit">
        <AmountField
          {...shared}
          label={`Least for ${item.name}`}
          value={least}
          isQuiet={least === undefined}
          onCommit={(min) => set({ min })}
        />
      </span>
      <span class="plan-limit">
        <AmountField
          {...shared}
          label={`Most for ${item.name}`}
          value={most}
          isQuiet={most === undefined}
          onCommit={(max) => set({ max })}
        />
      </span>
    </>
  );
}

function Lock({ kind, item, moves }: Pick<RowProps, "kind" | "item" | "moves">) {
  const { locked = false } = item.edit;
  return (
    <IconButton
      icon="lock"
      class="plan-lock"
      label={locked ? `Unlock ${item.name}` : `Lock ${item.name} at today's spend`}
      aria-pressed={locked}
      onClick={() => moves.current.keep(kind.setLock(moves.current.params, item, !locked))}
    />
  );
}

function Held({ item, words }: { item: Item; words: Words }) {
  const held = heldWords[item.held];
  const price = money(item.marginal, words.currency, words.locale);
  return (
    <span class="plan-held" title={held?.title}>
      {held && <span class="chip">{held.text}</span>}
      <span class="number">{Number.isFinite(item.marginal) ? price : ""}</span>
    </span>
  );
}

export function PlannerRow(props: RowProps) {
  const { kind, item, settled, top, words, moves, onOpen } = props;
  const { today, budget, marginal, held, edit, name } = item;
  const isGiven = edit.budget !== undefined;
  // The same element again tells Preact to leave a row alone that did not change.
  return useMemo(
    () => (
      <li class="plan-row" style={{ "--top": `${top}px` }} data-given={isGiven || undefined}>
        <span class="plan-name">
          {onOpen ? (
            <button type="button" class="link truncate" title={name} onClick={onOpen}>
              {name}
            </button>
          ) : (
            <span class="truncate" title={name}>
              {name}
            </span>
          )}
          {item.group && <span class="muted small truncate">{item.group}</span>}
        </span>
        <span class="plan-today number muted">{money(today, words.currency, words.locale)}</span>
        <Slider {...props} />
        <span class="plan-amount">
          <AmountField
            label={`Amount for ${name}`}
            value={edit.budget ?? budget}
            isQuiet={!isGiven}
            locale={words.locale}
            onCommit={(value) => moves.current.keep(kind.setBudget(moves.current.params, item, value))}
          />
          {isGiven && (
            <IconButton
              icon="close"
              class="plan-release"
              label={`Let the plan choose for ${name}`}
              onClick={() => moves.current.keep(kind.setBudget(moves.current.params, item, undefined))}
            />
          )}
        </span>
        <span class="plan-change number">
          <Change item={item} words={words} />
        </span>
        <Limits {...props} />
        <Lock {...props} />
        <Held item={item} words={words} />
      </li>
    ),
    [kind, name, today, budget, marginal, held, JSON.stringify(edit), reachOf(settled).most, top, words, moves],
  );
}
