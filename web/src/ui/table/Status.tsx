// Below the table: how many rows are shown, and the sums of those that are chosen.
import { useMemo } from "preact/hooks";
import { byUnit, counted, number } from "../format";
import { Button } from "../layout/Button";
import type { TableModel } from "./model";
import { chosenRows, noSelection } from "./selection";
import { totalsOf } from "./sums";

interface StatusProps {
  model: TableModel;
  noun: string;
  message: string;
  onCopy: () => void;
}

function Sums({ model, onCopy }: Pick<StatusProps, "model" | "onCopy">) {
  const { data, visible, selection, shown, currency, locale } = model;
  const sums = useMemo(() => totalsOf(data, visible, chosenRows(selection, shown)), [data, visible, selection, shown]);
  return (
    <>
      <span class="strong">{number(selection.count, locale)} chosen</span>
      {visible.map((spec) => {
        const sum = sums.get(spec.name);
        if (sum === undefined) return null;
        return (
          <span key={spec.name} class="status-sum">
            <span class="muted">{spec.label}</span> {byUnit(sum, spec.unit, currency, locale)}
          </span>
        );
      })}
      <Button kind="quiet" icon="copy" onClick={onCopy}>
        Copy
      </Button>
      <Button kind="quiet" onClick={() => model.setSelection(noSelection(data.rows))}>
        Clear
      </Button>
    </>
  );
}

export function Status({ model, noun, message, onCopy }: StatusProps) {
  const { shown, data, locale } = model;
  const all = shown.length === data.rows;
  const shownWords = all
    ? counted(data.rows, noun, locale)
    : `${number(shown.length, locale)} of ${counted(data.rows, noun, locale)}`;
  return (
    <div class="status">
      <span class="muted" role="status">
        {message || shownWords}
      </span>
      {model.selection.count > 0 && <Sums model={model} onCopy={onCopy} />}
    </div>
  );
}
