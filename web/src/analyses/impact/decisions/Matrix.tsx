// The four outcomes of the decision formula: what was expected against what came of it.
import { formatter } from "../../../ui/format";
import { BucketShape } from "../../../ui/layout/Bucket";
import type { View } from "../../types";
import type { Words } from "../charts/tables";
import { sum } from "./headline";
import type { TypeRow } from "./read";

const cells = {
  offensive: { tag: "Offensive Win", bucket: "scale", text: "Sales rose further than was to be expected" },
  defensive: {
    tag: "Defensive Win",
    bucket: "scale",
    text: "Sales fell less than was to be expected, or waste was stopped",
  },
  gap: { tag: "Gap", bucket: "reduce", text: "Sales did not rise as far, or nothing came of it" },
  drag: { tag: "Market Drag", bucket: "unscored", text: "Sales fell further: the market's doing, not counted" },
} as const;

interface MatrixProps {
  rows: TypeRow[];
  words: Words;
  onShow: (view: View) => void;
}

function Cell({ of, rows, words, onShow }: MatrixProps & { of: keyof typeof cells }) {
  const { tag, bucket, text } = cells[of];
  const row = rows.find((one) => one.name === tag);
  const count = formatter({ locale: words.locale }).format(row?.actions ?? 0);
  return (
    <button type="button" class="matrix-cell" onClick={() => onShow({ table: "actions", tag })}>
      <span class="matrix-name">
        <BucketShape bucket={bucket} />
        {tag}
      </span>
      <span class="matrix-sum">{sum(row?.formula.value ?? 0, words, true)}</span>
      <span class="muted small">{`${count} ${row?.actions === 1 ? "action" : "actions"}. ${text}.`}</span>
    </button>
  );
}

export function Matrix(props: MatrixProps) {
  return (
    <section class="matrix" aria-label="Outcomes by the decision formula">
      <span class="matrix-axis matrix-corner" />
      <span class="matrix-axis">Sales were to rise</span>
      <span class="matrix-axis">Sales were to fall</span>
      <span class="matrix-axis matrix-side">Did better</span>
      <Cell of="offensive" {...props} />
      <Cell of="defensive" {...props} />
      <span class="matrix-axis matrix-side">Did worse</span>
      <Cell of="gap" {...props} />
      <Cell of="drag" {...props} />
    </section>
  );
}
