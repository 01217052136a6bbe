// An interval drawn on a line, with the estimate on it and the value it is held against.
import { byUnit, percent } from "../format";
import type { ExplainedInterval } from "../types";
import type { Words } from "./fill";

const known = (value: number | null): value is number => value !== null && Number.isFinite(value);

/** Where values stand on a line that shows all of them with some room: shares of its length. */
export function places(values: number[]): (value: number) => number {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = (most - least || Math.abs(most) || 1) * 0.12;
  const from = least - room;
  return (value) => (value - from) / (most - least + 2 * room || 1);
}

const side = (share: number) => (share < 0.22 ? "start" : share > 0.78 ? "end" : "middle");

export function IntervalLine({ interval, currency, locale }: Words & { interval: ExplainedInterval }) {
  const { lower, upper, estimate, reference, unit, label, reference_label: held, level } = interval;
  if (!known(lower) || !known(upper)) return null;
  const at = places([lower, upper, estimate, reference].filter(known));
  const left = (value: number) => ({ left: `${at(value) * 100}%` });
  const show = (value: number) => byUnit(value, unit, currency, locale);
  // Two labels side by side need room; else one stands for both.
  const isWide = at(upper) - at(lower) > 0.24;
  const ends = isWide
    ? [lower, upper].map((value) => ({ value, text: show(value) }))
    : [{ value: (lower + upper) / 2, text: `${show(lower)}\u2013${show(upper)}` }];
  const certainty = percent(level, locale, 0);
  return (
    <figure class="interval">
      <div class="interval-line" aria-hidden="true">
        <span class="interval-range" style={{ ...left(lower), right: `${100 - at(upper) * 100}%` }} />
        {known(estimate) && <span class="interval-estimate" style={left(estimate)} />}
        {known(reference) && (
          <span class="interval-reference" data-side={side(at(reference))} style={left(reference)}>
            <span>
              {held} {show(reference)}
            </span>
          </span>
        )}
        {ends.map(({ value, text }) => (
          <span key={text} class="interval-end" data-side={side(at(value))} style={left(value)}>
            {text}
          </span>
        ))}
      </div>
      <figcaption class="muted small">
        {certainty} of such intervals hold the true {label}: {show(lower)} to {show(upper)}
        {known(estimate) && `, estimate ${show(estimate)}`}
        {known(reference) && `, held against ${held} ${show(reference)}`}.
      </figcaption>
    </figure>
  );
}
