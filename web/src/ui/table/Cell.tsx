// One cell: a figure, a word, a bar or a bucket.
import { BucketMark } from "../layout/Bucket";
import { bucketOf, type CellStyle } from "./cells";
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
  // Figures are never cut, and a clip for each of them would make scrolling slow.
  if (spec.align === "end") return text;
  const words = spec.words && Object.values(spec.words).find((one) => one.text === text);
  return <span class={words?.quiet ? "chip" : "truncate"}>{text}</span>;
}
