// What the plan comes to, beside the sliders: it follows every move.
import { money, number } from "../../../ui/format";
import type { Draft } from "./draft";
import { aimOf, signedShare, worth } from "./headline";
import { type Scalars, shareOfToday, type Words } from "./read";

interface SumProps {
  label: string;
  value: string;
  note?: string;
}

function Sum({ label, value, note }: SumProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <strong>{value}</strong>
        {note && <span class="muted small">{note}</span>}
      </dd>
    </div>
  );
}

export function PlanSums({ s, draft, words }: { s: Scalars; draft: Draft; words: Words }) {
  const { currency, locale } = words;
  const aim = aimOf(draft.params);
  const isKnown = Number.isFinite(s.expectedShare);
  const end = (value: number) => signedShare(shareOfToday(s, value), locale);
  const sign = s.lift >= 0 ? "+" : "-";
  const sums: SumProps[] = [
    { label: "Budget", value: money(Math.round(s.budget), currency, locale) },
    { label: "Moved", value: money(Math.round(s.moved), currency, locale) },
    {
      label: `${aim.noun.charAt(0).toUpperCase()}${aim.noun.slice(1)}`,
      value: worth(s.value, aim, words),
      note: `${sign}${worth(Math.abs(s.lift), aim, words)} at observed rates`,
    },
    {
      label: "Change to expect",
      value: isKnown ? signedShare(s.expectedShare, locale) : "\u2026",
      note: isKnown ? `${end(s.low)} to ${end(s.high)}` : draft.isTrial ? "when you let go" : "not known",
    },
    {
      label: "Next conversion",
      value: money(s.marginalCpa, currency, locale),
      note: `limits hold ${number(s.held, locale)}`,
    },
  ];
  return (
    <dl class="plan-sums">
      {sums.map((sum) => (
        <Sum key={sum.label} {...sum} />
      ))}
    </dl>
  );
}
