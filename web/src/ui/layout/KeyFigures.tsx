// Three to five figures, each with what it means; the full value is one hover away.
import { BucketShape } from "./Bucket";

export interface KeyFigure {
  label: string;
  value: string;
  full?: string;
  note?: string;
  help?: string;
  tone?: "scale" | "hold" | "reduce";
}

export function KeyFigures({ figures }: { figures: KeyFigure[] }) {
  return (
    <dl class="key-figures">
      {figures.map((figure) => (
        <div key={figure.label} class="key-figure">
          <dt title={figure.help}>
            {figure.tone && <BucketShape bucket={figure.tone} />}
            {figure.label}
          </dt>
          <dd title={figure.full}>
            <span class="key-value">{figure.value}</span>
            {figure.note && <span class="key-note">{figure.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
