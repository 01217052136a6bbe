// The four outcomes of the decision formula: what was expected against what came of it.
import { formatter } from "../../../ui/format";
import { BucketShape } from "../../../ui/layout/Bucket";
import type { View } from "../../types";
import type { Words } from "../charts/tables";
import { sum } from "./headline";
import type { TypeRow } from "./read";

const cells = [
  { tag: "Offensive Win", bucket: "scale", text: "Sales were to rise, and rose further" },
  { tag: "Defensive Win", bucket: "scale", text: "Sales were to fall, and fell less; or waste was stopped" },
  { tag: "Gap", bucket: "reduce", text: "Sales were to rise, and did not as far; or nothing came of it" },
  { tag: "Market Drag", bucket: "unscored", text: "Sales were to fall, and fell further: not counted" },
] as const;

export function Matrix({ rows, words, onShow }: { rows: TypeRow[]; words: Words; onShow: (view: View) => void }) {
  return (
    <section class="matrix" aria-label="Outcomes by the decision formula">
      {cells.map(({ tag, bucket, text }) => {
        const row = rows.find((one) => one.name === tag);
        const count = formatter({ locale: words.locale }).format(row?.actions ?? 0);
        return (
          <button key={tag} type="button" class="matrix-cell" onClick={() => onShow({ table: "actions", tag })}>
            <span class="matrix-name">
              <BucketShape bucket={bucket} />
              {tag}
            </span>
            <span class="matrix-sum">{sum(row?.formula.value ?? 0, words, true)}</span>
            <span class="muted small">{`${count} ${row?.actions === 1 ? "action" : "actions"}. ${text}.`}</span>
          </button>
        );
      })}
    </section>
  );
}
