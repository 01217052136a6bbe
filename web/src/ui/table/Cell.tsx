// One cell: a figure, a word, a bar or a bucket.
import { BucketMark } from "../layout/Bucket";
import { bucketOf, type CellStyle, type Range } from "./cells";
import type { ColumnSpec } from "./columns";

interface BarProps {
  value: number;
  largest: number;
}

/** Zero is in the middle for a signed column, so that both directions can be seen. */
export function Bar({ value, largest, signed }: BarProps & { signed: boolean }) {
  const share = largest > 0 && Number.isFinite(value) ? Math.min(1, Math.abs(value) / largest) : 0;
  const width = `${(signed ? share / 2 : share) * 100}%`;
  const left = signed ? (value < 0 ? `${50 - share * 50}%` : "50%") : "0%";
  const tone = signed ? (value < 0 ? "bar-below" : "bar-above") : "bar-plain";
  return (
    <span class="bar" aria-hidden="true">
      <span class={`bar-fill ${tone}`} style={{ width, left }} />
    </span>
  );
}

const reach = Math.log(4);

/** A ratio on a line from a quarter to four times, in its middle what it is held against. */
export const placeOf = (ratio: number) => (Math.min(1, Math.max(-1, Math.log(ratio) / reach)) + 1) / 2;

/** The interval as a line across the value it is held against; a hollow dot where the estimate is a best case. */
export function RangeLine({ range }: { range: Range }) {
  const { lower, upper, estimate, isMeasured } = range;
  if (!(lower > 0) || !Number.isFinite(upper)) return <span class="range" aria-hidden="true" />;
  const tone = upper < 1 ? "range-below" : lower > 1 ? "range-above" : "range-across";
  const percent = (ratio: number) => `${placeOf(ratio) * 100}%`;
  return (
    <span class={`range ${tone}`} aria-hidden="true">
      <span class="range-line" style={{ left: percent(lower), right: `${100 - placeOf(upper) * 100}%` }} />
      {estimate > 0 && (
        <span class={`range-dot ${isMeasured ? "" : "range-hollow"}`} style={{ left: percent(estimate) }} />
      )}
    </span>
  );
}

interface CellProps {
  spec: ColumnSpec;
  style: CellStyle;
  row: number;
}

export function CellContent({ spec, style, row }: CellProps) {
  if (spec.bucket) return <BucketMark bucket={bucketOf(style.value(row))} />;
  const text = style.show(row);
  if (spec.bar) {
    return (
      <>
        <Bar value={style.value(row)} largest={style.largest} signed={spec.unit === "score"} />
        <span class="bar-number">{text}</span>
      </>
    );
  }
  if (style.range) {
    return (
      <>
        <RangeLine range={style.range(row)} />
        <span class="range-number">{text}</span>
      </>
    );
  }
  // Figures are never cut, and a clip for each of them would make scrolling slow.
  if (spec.align === "end") return text;
  const words = spec.words && Object.values(spec.words).find((one) => one.text === text);
  return <span class={words?.quiet ? "chip" : "truncate"}>{text}</span>;
}
