// The export's own total rows held against the rows that were read: what agrees first, what does not without alarm.
import type { Control, TableReport } from "../engine/types";
import { number } from "../ui/format";
import { Icon } from "../ui/layout";

const shownAgreed = 6;
const shownOther = 12;

/** Why a total may differ; a guess, and worded as one. */
export function likelyReason({ stated, read }: Control): string {
  const difference = stated - read;
  if (difference > 0 && difference <= 0.02 * Math.abs(stated)) return "probably hidden rows or rounding";
  if (difference > 0) return "it probably covers rows that are not in this file";
  return "it probably covers only some of the rows";
}

export function controlSentence(control: Control, locale: string): string {
  const { label, column, stated, read } = control;
  const shown = (value: number) => number(value, locale);
  const difference = `difference ${shown(Math.abs(stated - read))}, ${likelyReason(control)}`;
  return `${label || "Total"} says ${shown(stated)} for ${column}, the rows add up to ${shown(read)}: ${difference}.`;
}

function Agreed({ controls, locale }: { controls: Control[]; locale: string }) {
  if (controls.length === 0) return null;
  const figures = controls.slice(0, shownAgreed).map(({ column, stated }) => `${column} ${number(stated, locale)}`);
  const more = controls.length - figures.length;
  return (
    <p class="row control-agrees small">
      <Icon name="check" />
      <span>
        {"The export's own total agrees: "}
        <span class="tabular">{figures.join(", ")}</span>
        {more > 0 && ` and ${number(more, locale, 0)} more`}
      </span>
    </p>
  );
}

function Others({ controls, open, locale }: { controls: Control[]; open: boolean; locale: string }) {
  if (controls.length === 0) return null;
  const more = controls.length - shownOther;
  return (
    <details class="fold-quiet small" open={open}>
      <summary>{open ? "The export's totals cover other rows" : "Other totals cover other rows"}</summary>
      <ul class="list-plain stack-tight muted">
        {controls.slice(0, shownOther).map((control) => (
          <li key={`${control.line} ${control.column}`}>{controlSentence(control, locale)}</li>
        ))}
        {more > 0 && <li>And {number(more, locale, 0)} more.</li>}
      </ul>
    </details>
  );
}

export function ControlTotals({ table, locale }: { table: TableReport; locale: string }) {
  const agreed = table.controls.filter((control) => control.agrees);
  // Overlapping totals say the same of a column twice: once is enough.
  const distinct = agreed.filter((one, k) => agreed.findIndex((other) => other.column === one.column) === k);
  const others = table.controls.filter((control) => !control.agrees);
  if (table.controls.length === 0) return null;
  return (
    <div class="stack-tight">
      <Agreed controls={distinct} locale={locale} />
      <Others controls={others} open={agreed.length === 0} locale={locale} />
    </div>
  );
}
