// What an analysis says when its result is taken away: content only, which the writers of reports put into their forms.
import type { AnalysisInfo, RunOutcome } from "../engine/protocol";

export interface SummaryContext {
  info: AnalysisInfo;
  outcome: RunOutcome;
  currency: string;
  locale?: string;
}

export interface SummaryFigure {
  label: string;
  value: string;
  note?: string;
}

export interface SummaryTable {
  title: string;
  columns: { label: string; align: "start" | "end" }[];
  /** The first cell names the row. */
  rows: string[][];
  /** What is not in it, such as "and 32 more". */
  rest?: string;
  /** True for what a person is to act on: a message names it, while a list to look things up in stays in the page. */
  callout?: boolean;
}

export interface Summary {
  headline: string;
  /** What period and data it is about. */
  subtitle?: string;
  /** At most three sentences. */
  findings: string[];
  figures: SummaryFigure[];
  tables: SummaryTable[];
  assumptions: string[];
  /** What was left out, and why. */
  setAside: string[];
}

/** Units that figures have under some parameters only, as hiding money must know them. */
export type ShownUnits = "money" | "per money";

/** What of a result travels in a link, where links must be short. */
export interface Share {
  /** The result tables that travel, most telling first, with their columns; else all of them. */
  tables?: Record<string, string[]>;
  /** True when the input has a row an entity and not its raw history: then it may travel, and the reader's engine computes. */
  live?: boolean;
  /** Words in columns of names that are none, such as the name of a curve over all channels. */
  words?: string[];
  /** Figures and columns that under these parameters are money, or per unit of money, which their schema does not say. */
  units?: (params: Record<string, unknown>) => Record<string, ShownUnits>;
}

/** Budgets that an analysis sets, to be uploaded to the platforms. */
export interface Budgets {
  lines: { campaign: string; group: string; before: number; budget: number }[];
  /** How many days the amounts cover; null when the data does not say. */
  days: number | null;
  /** The role of the input's column that names the campaigns. */
  nameRole: string;
}

export interface TakeAway {
  summarise: (context: SummaryContext) => Summary;
  /** The result tables in the order of a workbook's sheets; the others follow as the schema has them. */
  sheets?: string[];
  share?: Share;
  budgets?: (outcome: RunOutcome) => Budgets;
}
