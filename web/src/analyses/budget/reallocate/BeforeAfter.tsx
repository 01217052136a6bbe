// Today beside the plan, line by line, at the rates as observed.
import { dash, money, number } from "../../../ui/format";
import { aimOf, signedShare, worth } from "./headline";
import type { Scalars, Words } from "./read";

interface Line {
  label: string;
  today: number;
  plan: number;
  show: (value: number) => string;
}

function linesOf(s: Scalars, params: Record<string, unknown>, words: Words): Line[] {
  const { currency, locale } = words;
  const aim = aimOf(params);
  const whole = (value: number) => money(Math.round(value), currency, locale);
  const lines: Line[] = [
    { label: "Budget", today: s.budgetToday, plan: s.budget, show: whole },
    {
      label: "Conversions",
      today: s.conversionsToday,
      plan: s.conversions,
      show: (value) => number(value, locale, value >= 1000 ? 0 : 1),
    },
    {
      label: "A conversion costs",
      today: s.budgetToday / s.conversionsToday,
      plan: s.cpa,
      show: (value) => money(value, currency, locale),
    },
  ];
  if (!aim.isMoney) return lines;
  const noun = aim.noun.charAt(0).toUpperCase() + aim.noun.slice(1);
  return [...lines, { label: noun, today: s.valueToday, plan: s.value, show: (value) => worth(value, aim, words) }];
}

/** What today's split leaves out, whatever total the plan has. */
function leftOnTable(s: Scalars, params: Record<string, unknown>, words: Words): string {
  const aim = aimOf(params);
  if (!(s.leftOnTable > 1e-6 * Math.abs(s.valueToday)))
    return "Today's split leaves nothing on the table: no split within the limits does better.";
  const amount = `${worth(s.leftOnTable, aim, words)}${aim.isMoney ? ` of ${aim.noun}` : ` ${aim.noun}`}`;
  return `Today's split leaves ${amount} (${signedShare(s.leftOnTable / Math.abs(s.valueToday), words.locale)}) on the table: the best split of today's money within the limits, at observed rates.`;
}

export function BeforeAfter({ s, params, words }: { s: Scalars; params: Record<string, unknown>; words: Words }) {
  return (
    <section class="before-after" aria-label="Today and the plan">
      <table>
        <caption class="visually-hidden">Today and the plan, at the rates as observed</caption>
        <thead>
          <tr>
            <th scope="col">At observed rates</th>
            <th scope="col" class="number">
              Today
            </th>
            <th scope="col" class="number">
              Plan
            </th>
            <th scope="col" class="number">
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {linesOf(s, params, words).map(({ label, today, plan, show }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="number">{Number.isFinite(today) ? show(today) : dash}</td>
              <td class="number">{Number.isFinite(plan) ? show(plan) : dash}</td>
              <td class="number">{signedShare(plan / today - 1, words.locale) || dash}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {Number.isFinite(s.leftOnTable) && <p class="muted small">{leftOnTable(s, params, words)}</p>}
    </section>
  );
}
