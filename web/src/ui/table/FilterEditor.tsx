// The filter of one column: words it contains, a range, or choices with how many rows each would show.
import { useId, useMemo, useState } from "preact/hooks";
import { byUnit, day, isoDay, number, parseIsoDay } from "../format";
import { Button } from "../layout/Button";
import { fromText, toText, unitSuffix } from "../number-input";
import { bucketNames } from "./cells";
import type { ColumnSpec } from "./columns";
import { type Choice, choices, type Filter, filterKind, filterMask, rangeOf } from "./filter";
import type { TableModel } from "./model";

interface EditorProps {
  spec: ColumnSpec;
  model: TableModel;
}

const bucketOrder = ["1", "0", "-1", "NaN"];

export function choiceLabel(spec: ColumnSpec, value: string): string {
  if (spec.bucket) return bucketNames[value] ?? value;
  return spec.words?.[value]?.text ?? (value || "Not given");
}

function ordered(spec: ColumnSpec, found: Choice[]): Choice[] {
  if (spec.bucket) return found.sort((a, b) => bucketOrder.indexOf(a.value) - bucketOrder.indexOf(b.value));
  return found.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

function ChoiceEditor({ spec, model }: EditorProps) {
  const { data, filters, search, locale } = model;
  const found = useMemo(
    () => ordered(spec, choices(data, spec.name, filterMask(data, filters, search, spec.name))),
    [data, filters, search, spec],
  );
  const filter = filters[spec.name];
  const chosen = new Set(filter?.kind === "choice" ? filter.values : []);
  const change = (value: string) => {
    if (!chosen.delete(value)) chosen.add(value);
    model.setFilter(spec.name, chosen.size > 0 ? { kind: "choice", values: [...chosen] } : null);
  };
  return (
    <ul class="choice-list list-plain">
      {found.map(({ value, count }, index) => (
        <li key={value}>
          <label class="checkbox choice">
            <input
              type="checkbox"
              checked={chosen.has(value)}
              data-autofocus={index === 0 || undefined}
              onChange={() => change(value)}
            />
            <span class="grow truncate">{choiceLabel(spec, value)}</span>
            <span class="muted small">{number(count, locale)}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

type Range = Extract<Filter, { kind: "range" }>;
type Side = "least" | "most";

interface BoundProps {
  side: Side;
  range: Range;
  /** The least or most that occurs. */
  extreme: number;
  spec: ColumnSpec;
  locale?: string;
  onChange: (side: Side, text: string) => void;
}

const readBound = ({ kind, unit }: ColumnSpec, text: string, locale?: string): number | null => {
  if (kind !== "day") return fromText(text, unit, locale);
  const days = parseIsoDay(text);
  return Number.isNaN(days) ? null : days;
};

function Bound({ side, range, extreme, spec, locale, onChange }: BoundProps) {
  const bound = range[side] ?? Number.NaN;
  const id = useId();
  const shared = {
    id,
    "data-autofocus": side === "least" || undefined,
    onInput: (event: { currentTarget: HTMLInputElement }) => onChange(side, event.currentTarget.value),
  };
  const placeholder = toText(Number(extreme.toPrecision(4)), spec.unit, locale);
  return (
    <div class="grow">
      <label class="label" for={id}>
        {side === "least" ? "At least" : "At most"}
      </label>
      {spec.kind === "day" ? (
        <input type="date" class="input" defaultValue={isoDay(bound)} {...shared} />
      ) : (
        <input
          class="input number"
          inputMode="decimal"
          defaultValue={toText(bound, spec.unit, locale)}
          placeholder={placeholder}
          {...shared}
        />
      )}
    </div>
  );
}

function RangeEditor({ spec, model }: EditorProps) {
  const { data, locale, currency } = model;
  const filter = model.filters[spec.name];
  const range: Range = filter?.kind === "range" ? filter : { kind: "range", least: null, most: null };
  const [wrong, setWrong] = useState("");
  const whole = useMemo(() => rangeOf(data.columns[spec.name], data.rows), [data, spec.name]);
  const show = (value: number) =>
    spec.kind === "day" ? day(value, locale) : byUnit(value, spec.unit, currency, locale);
  const change = (side: Side, text: string) => {
    const value = text.trim() === "" ? null : readBound(spec, text, locale);
    setWrong(text.trim() !== "" && value === null ? `"${text}" cannot be read.` : "");
    const next: Range = { ...range, [side]: value };
    model.setFilter(spec.name, next.least === null && next.most === null ? null : next);
  };
  const shared = { range, spec, locale, onChange: change };
  return (
    <div class="stack">
      <div class="row">
        <Bound side="least" extreme={whole.least} {...shared} />
        <Bound side="most" extreme={whole.most} {...shared} />
        <span class="suffix">{unitSuffix(spec.unit, currency)}</span>
      </div>
      <p class={wrong ? "field-error" : "muted small"} role="status">
        {wrong || (Number.isFinite(whole.least) && `From ${show(whole.least)} to ${show(whole.most)}`)}
      </p>
    </div>
  );
}

function ContainsEditor({ spec, model }: EditorProps) {
  const filter = model.filters[spec.name];
  return (
    <label>
      <span class="label">Contains</span>
      <input
        class="input"
        data-autofocus
        defaultValue={filter?.kind === "contains" ? filter.needle : ""}
        onInput={(event) => {
          const needle = event.currentTarget.value.trim();
          model.setFilter(spec.name, needle ? { kind: "contains", needle } : null);
        }}
      />
    </label>
  );
}

export function FilterEditor({ spec, model, onClose }: EditorProps & { onClose: () => void }) {
  const kind = filterKind(spec, model.data.columns[spec.name]);
  const Editor = kind === "choice" ? ChoiceEditor : kind === "range" ? RangeEditor : ContainsEditor;
  const clear = () => {
    model.setFilter(spec.name, null);
    onClose();
  };
  return (
    <div class="popover-body">
      <p class="popover-title">{spec.label}</p>
      {spec.help && <p class="muted small">{spec.help}</p>}
      <Editor spec={spec} model={model} />
      <div class="row spread">
        <Button kind="quiet" disabled={!model.filters[spec.name]} onClick={clear}>
          Clear
        </Button>
        <Button onClick={onClose}>Done</Button>
      </div>
    </div>
  );
}
