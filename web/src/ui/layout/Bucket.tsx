// What to do with a row: a colour, a shape and a word, so that no one has to rely on the colour.
import { type Bucket, bucketNames } from "../table/cells";

const shapes: Record<Bucket, string> = {
  scale: "M6 1.5 11 10.5H1z",
  hold: "M2 2h8v8H2z",
  reduce: "M6 10.5 1 1.5h10z",
  unscored: "M6 1.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4z",
};

const words: Record<Bucket, string> = {
  scale: bucketNames["1"],
  hold: bucketNames["0"],
  reduce: bucketNames["-1"],
  unscored: bucketNames.NaN,
};

export function BucketShape({ bucket }: { bucket: Bucket }) {
  const hollow = bucket === "unscored";
  return (
    <svg class={`shape shape-${bucket}`} width="10" height="10" viewBox="0 0 12 12" aria-hidden="true">
      <path
        d={shapes[bucket]}
        fill={hollow ? "none" : "currentColor"}
        stroke="currentColor"
        stroke-width={hollow ? 1.5 : 0}
      />
    </svg>
  );
}

export function BucketMark({ bucket }: { bucket: Bucket }) {
  return (
    <span class={`bucket bucket-${bucket}`}>
      <BucketShape bucket={bucket} />
      {words[bucket]}
    </span>
  );
}
