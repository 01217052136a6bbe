// The shape of a table in words, and the way to the other one.
import type { ReadOptions, Shape, TableReport } from "../engine/types";
import { plural } from "../ui/format";
import { noticeSentence } from "../ui/words";

type Done = NonNullable<Shape["done"]> | "as_is";
type Asked = NonNullable<ReadOptions["shape"]>;

const stepNames: Record<number, string> = { 1: "daily ", 7: "weekly " };

/** "wide weekly media, 5 channels": one fact of the table's line; "" for a table of no shape. */
export function shapeFact({ shape }: Pick<TableReport, "shape">, locale: string): string {
  if (!shape || shape.done === "split") return "";
  const step = stepNames[shape.step] ?? "";
  const channels = plural(shape.part_count, "channel", "channels", locale);
  switch (shape.kind) {
    case "wide_media":
      return shape.done ? `${step}media, ${channels}` : `wide ${step}media, ${channels}`;
    case "long_media":
      return shape.done ? `wide ${step}media, ${channels}` : `${step}media, ${channels}`;
    case "action_rows":
      return plural(shape.part_count, "conversion action", "conversion actions", locale);
    case "entities":
      return plural(shape.part_count, "kind of rows", "kinds of rows", locale);
  }
}

/** What else a table of a shape can be read as. */
const ways: Record<Shape["kind"], Record<Done, { label: string; shape: Asked } | undefined>> = {
  action_rows: {
    ...none(),
    pivoted: { label: "Keep a row for each action", shape: "as_is" },
    as_is: { label: "Bring the actions together", shape: "" },
  },
  entities: {
    ...none(),
    split: { label: "Keep all rows in one table", shape: "as_is" },
    as_is: { label: "Make a table of each kind", shape: "" },
  },
  wide_media: {
    ...none(),
    as_is: { label: "Read it with a row for each channel", shape: "long" },
    long: { label: "Back to a column for each channel", shape: "" },
  },
  long_media: {
    ...none(),
    as_is: { label: "Read it with a column for each channel", shape: "wide" },
    wide: { label: "Back to a row for each channel", shape: "" },
  },
};

function none() {
  return { pivoted: undefined, split: undefined, long: undefined, wide: undefined, as_is: undefined };
}

/** The notices that the shape's own line says. */
export const saidByShape = new Set(["actions_pivoted", "entity_of_sheet"]);

function sentence(table: TableReport, shape: Shape, locale: string): string {
  const notice = table.notices.find(({ code }) => saidByShape.has(code));
  if (notice) return noticeSentence(notice, locale);
  const parts = shape.parts.slice(0, 8).join(", ");
  if (shape.kind === "wide_media" || shape.kind === "long_media") {
    const isWide = (shape.kind === "wide_media") === (shape.done === null);
    const form = isWide ? "a column for each channel and measure" : "a row for each date and channel";
    return `Media data with ${form}: ${parts}${shape.part_count > 8 ? ", ..." : ""}.`;
  }
  return "Its rows are left as they are, as you asked.";
}

export function ShapeLine(props: {
  table: TableReport;
  locale: string;
  busy: boolean;
  onAnswer: (change: ReadOptions) => void;
}) {
  const { shape } = props.table;
  if (!shape) return null;
  const way = ways[shape.kind][shape.done ?? "as_is"];
  return (
    <p class="small muted">
      {sentence(props.table, shape, props.locale)}{" "}
      {way && (
        <button type="button" class="link" disabled={props.busy} onClick={() => props.onAnswer({ shape: way.shape })}>
          {way.label}
        </button>
      )}
    </p>
  );
}
