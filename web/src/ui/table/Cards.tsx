// On a phone the table is a list of cards with the figures that matter.
import { useState } from "preact/hooks";
import { number } from "../format";
import { BucketMark } from "../layout/Bucket";
import { Button } from "../layout/Button";
import { RangeLine } from "./Cell";
import { bucketOf, type Range } from "./cells";
import type { ColumnSpec } from "./columns";
import type { TableModel } from "./model";

interface CardsProps {
  model: TableModel;
  label: string;
  figures: string[];
  onOpen?: (row: number) => void;
}

const step = 10;

/** The words of the hollow dot, which is small on a phone. */
const CardRange = ({ range }: { range: Range | undefined }) =>
  range ? (
    <>
      {!range.isMeasured && <span class="chip small">best case</span>}
      <RangeLine range={range} />
    </>
  ) : null;

function Card({
  model,
  row,
  figures,
  onOpen,
}: Omit<CardsProps, "label" | "figures"> & { row: number; figures: ColumnSpec[] }) {
  const [first] = model.visible;
  const bucket = model.known.find((spec) => spec.bucket);
  const title = model.styles.get(first.name)?.show(row);
  const value = bucket ? (model.styles.get(bucket.name)?.value(row) ?? Number.NaN) : Number.NaN;
  return (
    <li class="row-card">
      <div class="row spread">
        {onOpen ? (
          <button type="button" class="link truncate strong" onClick={() => onOpen(row)}>
            {title}
          </button>
        ) : (
          <span class="truncate strong">{title}</span>
        )}
        {bucket && <BucketMark bucket={bucketOf(value)} />}
      </div>
      <dl class="row-card-figures">
        {figures.map((spec) => (
          <div key={spec.name}>
            <dt title={spec.help}>{spec.label}</dt>
            <dd title={model.styles.get(spec.name)?.full(row)}>
              {model.styles.get(spec.name)?.symbol}
              {model.styles.get(spec.name)?.show(row)}
              <CardRange range={model.styles.get(spec.name)?.range?.(row)} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function SortBy({ model }: { model: TableModel }) {
  const numeric = model.known.filter((spec) => spec.kind === "number");
  const value = model.sort ? `${model.sort.name}|${model.sort.direction}` : "";
  const change = (text: string) => {
    const [name, direction] = text.split("|");
    const descending = direction === "descending" ? "descending" : "ascending";
    model.setSort(name ? { name, direction: descending } : null);
  };
  return (
    <label class="row">
      <span class="muted small">Order</span>
      <select class="select grow" value={value} onChange={(event) => change(event.currentTarget.value)}>
        <option value="">As ranked</option>
        {numeric.flatMap((spec) => [
          <option key={`${spec.name} down`} value={`${spec.name}|descending`}>
            {spec.label}, largest first
          </option>,
          <option key={`${spec.name} up`} value={`${spec.name}|ascending`}>
            {spec.label}, smallest first
          </option>,
        ])}
      </select>
    </label>
  );
}

export function Cards({ model, label, figures, onOpen }: CardsProps) {
  const [most, setMost] = useState(step);
  const named = figures.flatMap((name) => model.known.find((spec) => spec.name === name) ?? []);
  const specs =
    named.length > 0 ? named : model.visible.filter((spec) => spec.kind === "number" && !spec.bucket).slice(0, 3);
  const rows = Array.from(model.shown.subarray(0, most));
  return (
    <div class="stack">
      <SortBy model={model} />
      <ul class="row-cards list-plain" aria-label={label}>
        {rows.map((row) => (
          <Card key={row} model={model} row={row} figures={specs} onOpen={onOpen} />
        ))}
      </ul>
      {model.shown.length > most && (
        <Button onClick={() => setMost(most + step)}>
          Show more ({number(model.shown.length - most, model.locale)} left)
        </Button>
      )}
    </div>
  );
}
