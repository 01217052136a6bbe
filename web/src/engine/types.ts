// The shapes that cross the engine's boundary, as the C++ side writes them.
import type { Column, EngineError, ExplainedStep, Field, Notice } from "../ui/types";

export type { Column, EngineError, ErrorCode, ExplainedStep, Field, NamedNumber, Notice, TableData } from "../ui/types";

export interface ColumnReport {
  name: string;
  type: "number" | "text" | "day";
  role: string | null;
  confidence: number;
  reason: string;
  missing: number;
  bad: { count: number; line: number; text: string } | null;
  samples: string[];
}

/** A figure of the export's own total row beside the sum of the rows that were read. */
export interface Control {
  label: string;
  line: number;
  column: string;
  stated: number;
  read: number;
  agrees: boolean;
}

/** Something the data leaves open; null in `assumed`: the column stays text until it is answered. */
export interface Question {
  code: "date_order" | "decimal_mark";
  column: string;
  sample: string;
  options: string[];
  assumed: string | null;
}

/** What a person says about how a file is to be read; "" and absent leave it to the data. */
export interface ReadOptions {
  date_order?: "" | "dmy" | "mdy";
  decimal_mark?: "" | "." | ",";
  /** Personal columns that are kept. */
  keep?: string[];
  /** Rows that cannot be added up, or media data, left or brought to the other shape. */
  shape?: "" | "as_is" | "long" | "wide";
}

/** What shape a table has beyond rows and columns, and what was made of it. */
export interface Shape {
  kind: "action_rows" | "entities" | "wide_media" | "long_media";
  done: "pivoted" | "split" | "long" | "wide" | null;
  /** The column that names the action, the entity or the channel. */
  column: string | null;
  /** The first 200 actions, entities or channels. */
  parts: string[];
  part_count: number;
  /** The one entity that this table is about. */
  part: string | null;
  /** Days between dates: 1 or 7; 0 for neither. */
  step: number;
  /** The columns of the file, when this table has others. */
  header: string[];
}

export interface TableReport {
  id: number;
  name: string;
  /** The file, inner file or sheet it was read from: what read options are given for. */
  part: string;
  /** Which of the part's tables it is; the same whenever the file is read again. */
  place: string;
  platform: string;
  platform_label: string;
  title: string;
  rows: number;
  columns: ColumnReport[];
  shape: Shape | null;
  period: { from: string; to: string } | null;
  currency: string | null;
  set_aside: { line: number; reason: string; text: string }[];
  /** Losses only: total rows and notes below the table are listed, not counted. */
  set_aside_count: number;
  controls: Control[];
  questions: Question[];
  /** Columns left out because they hold personal data. */
  personal: string[];
  notices: Notice[];
}

export interface FileReport {
  name: string;
  bytes: number;
  encoding: string;
  delimiter: string;
  platform: string;
  tables: TableReport[];
}

/** An inner file or sheet that is no table. */
export interface PassedOver {
  name: string;
  reason: string;
}

/** What a dropped file came to: one report, or one for each table file inside an archive. */
export interface LoadReport {
  files: FileReport[];
  passed_over: PassedOver[];
}

export interface SuitsInput {
  input: string;
  table: number | null;
  /** How the table would be handed over; media data may be given a row for each channel. */
  form?: "as_read" | "long" | "long_with_rest";
  roles: Record<string, string>;
  missing_roles: string[];
}

export interface Suits {
  analysis: string;
  enough: boolean;
  inputs: SuitsInput[];
}

export interface Role {
  name: string;
  label: string;
  help: string;
  kind: "number" | "text" | "day";
  required: boolean;
}

export interface InputInfo {
  name: string;
  label: string;
  required: boolean;
  /** Of the inputs that share this word, one is enough and needed. */
  either?: string;
  help: string;
  roles: Role[];
}

export type Grade = "observed" | "attributed" | "modelled" | "proven";

export interface AnalysisInfo {
  id: string;
  title: string;
  question: string;
  grade: Grade;
  /** Columns of the result by which a row can be explained. */
  explains: string[];
  inputs: InputInfo[];
  parameters: Field[];
  results: { scalars: Field[]; tables: { name: string; label: string; help: string; columns: Field[] }[] };
}

export interface Catalogue {
  engine: string;
  analyses: AnalysisInfo[];
}

export interface RunRequest {
  inputs: Record<string, { table: number | null; roles?: Record<string, string> }>;
  params: Record<string, unknown>;
  /** Tables that are as if not there: none of them is appended to one that is taken. */
  apart?: number[];
}

export type Scalar = number | string | boolean | null;

export interface RunInput {
  table: number;
  /** All that are read as one: `table` and what was appended to it. */
  tables?: number[];
  name: string;
  rows: number;
  roles: Record<string, string>;
}

interface RunShape<C> {
  analysis: string;
  engine: string;
  grade: string;
  params: Record<string, unknown>;
  inputs: Record<string, RunInput>;
  result: {
    scalars: Record<string, Scalar>;
    tables: Record<string, { rows: number; columns: Record<string, C> }>;
  };
  notices: Notice[];
}

/** A column of a result as the engine's JSON names it: k is fetched from the heap. */
export type WireColumn =
  | { $f64: number }
  | { $text: { codes: { $i32: number }; dictionary: string[] } }
  | { $day: { $i32: number } };

export type RunResult = RunShape<WireColumn>;
export type RunOutcome = RunShape<Column>;
export interface Preview {
  columns: string[];
  rows: (string | null)[][];
}

/** The row to explain, by the columns that AnalysisInfo.explains lists. */
export type RowKey = Record<string, string>;

export interface Explanation {
  title: string;
  steps: ExplainedStep[];
  analysis: string;
  grade: Grade;
}

export type Reply<T> = { ok: T } | { error: EngineError };
