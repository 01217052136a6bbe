// One table of a result as a file, by the engine's own writer.
import type { RunOutcome } from "../engine/types";
import { engine } from "../state/project";
import { download } from "../ui/download";

/** "scoring_adsets" for the analysis "scoring/adsets". */
export const baseName = (analysis: string) => analysis.replaceAll("/", "_");

/** "scoring_adsets.csv" for the table of the analysis's own name, "scoring_adsets_dropped.csv" for the others. */
export function csvName(analysis: string, table: string): string {
  const name = baseName(analysis);
  return name.endsWith(`_${table}`) ? `${name}.csv` : `${name}_${table}.csv`;
}

export async function takeCsv(outcome: RunOutcome, table: string): Promise<void> {
  const text = await engine.csv(table, outcome);
  download(csvName(outcome.analysis, table), new Blob([text], { type: "text/csv;charset=utf-8" }));
}
