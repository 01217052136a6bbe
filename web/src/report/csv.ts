// One table of a result as a file, by the engine's own writer where the engine has it.
import type { RunOutcome } from "../engine/types";
import { engine } from "../state/project";
import { download } from "../ui/download";
import { toCsv } from "../ui/table/csv";

/** "scoring_adsets" for the analysis "scoring/adsets". */
export const baseName = (analysis: string) => analysis.replaceAll("/", "_");

/** "scoring_adsets.csv" for the table of the analysis's own name, "scoring_adsets_dropped.csv" for the others. */
export function csvName(analysis: string, table: string): string {
  const name = baseName(analysis);
  return name.endsWith(`_${table}`) ? `${name}.csv` : `${name}_${table}.csv`;
}

/** A result that came in a link was computed elsewhere: its columns are all there is. */
async function csvOf(outcome: RunOutcome, table: string): Promise<string> {
  const isOurs = Object.keys(outcome.inputs).length > 0;
  return isOurs ? engine.csv(table, outcome) : toCsv(outcome.result.tables[table] ?? { rows: 0, columns: {} }, true);
}

export async function takeCsv(outcome: RunOutcome, table: string): Promise<void> {
  const text = await csvOf(outcome, table);
  download(csvName(outcome.analysis, table), new Blob([text], { type: "text/csv;charset=utf-8" }));
}
