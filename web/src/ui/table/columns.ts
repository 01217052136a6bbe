// How a column is shown: built from the engine's schema, refined by a page where the schema cannot know.
import type { Field, TableData } from "../types";

export interface CellWords {
  text: string;
  title?: string;
  quiet?: boolean;
}

export interface ColumnSpec {
  name: string;
  label: string;
  help: string;
  unit: string;
  kind: "number" | "text" | "day";
  align: "start" | "end";
  width?: number;
  bar?: boolean;
  bucket?: boolean;
  hidden?: boolean;
  /** Whether a sum of the column means something. */
  total?: boolean;
  /** The cell is drawn as an interval: from this column's value to another's, against a third. */
  range?: { upper: string; estimate: string; against: string; isMeasured: (data: TableData, row: number) => boolean };
  /** Words shown in place of a text value, with a hover that explains it. */
  words?: Record<string, CellWords>;
}

// A sum of averages, prices or distances is not a quantity, though its unit may be money.
const average =
  /(^|_)(avg|average|mean|median|cac|cpa|cpc|cpm|pltv|ltv|price|rate|distance|per|target|cum|cumulative|lower|upper)(_|$)/i;

export function canTotal(name: string, unit: string): boolean {
  return (unit === "money" || unit === "count") && !average.test(name);
}

function widthOf(kind: ColumnSpec["kind"], label: string, first: boolean): number {
  if (first) return 240;
  if (kind === "text") return Math.max(132, label.length * 8 + 32);
  return Math.max(kind === "day" ? 120 : 96, Math.ceil(label.length * 7.4) + 42);
}

export function columnFor(field: Field, first = false): ColumnSpec {
  const kind = field.type === "text" || field.type === "choice" || field.type === "boolean" ? "text" : field.type;
  const shown = kind === "day" || kind === "text" ? kind : "number";
  const label = field.label || field.name.replaceAll("_", " ");
  return {
    name: field.name,
    label,
    help: field.help,
    unit: field.unit,
    kind: shown,
    align: shown === "number" ? "end" : "start",
    width: widthOf(shown, label, first),
    bucket: field.unit === "bucket" || field.name === "score_bucket",
    total: shown === "number" && canTotal(field.name, field.unit),
  };
}

export function columnsFor(fields: Field[]): ColumnSpec[] {
  return fields.map((field, index) => columnFor(field, index === 0));
}

/** The named columns first and in that order, refined; the others follow, hidden until chosen. */
export function arrange(specs: ColumnSpec[], shown: string[], refine: Record<string, Partial<ColumnSpec>> = {}) {
  const byName = new Map(specs.map((spec) => [spec.name, spec]));
  const first = shown.flatMap((name) => byName.get(name) ?? []);
  const rest = specs.filter((spec) => !shown.includes(spec.name)).map((spec) => ({ ...spec, hidden: true }));
  return [...first, ...rest].map((spec, index) => {
    const width = index === 0 ? 240 : spec.width === 240 ? 150 : spec.width;
    return { ...spec, width, ...refine[spec.name] };
  });
}
