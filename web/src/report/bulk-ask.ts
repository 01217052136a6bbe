// Asking for an upload file: the budgets that an analysis sets, with the platforms' own ids where the data has them.
import { signal } from "@preact/signals";
import type { Budgets } from "../analyses/summaries";
import type { RunOutcome } from "../engine/types";
import { engine, tables } from "../state/project";
import type { BudgetLine } from "./bulk";

/** What the dialog is about; null while it is closed. */
export const bulkAsked = signal<{ lines: BudgetLine[]; days: number | null } | null>(null);

const rowsAtOnce = 1000;

/** The id beside each name in the data; a name with several ids has none. */
async function idsByName(outcome: RunOutcome, nameRole: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { table: id, roles } of Object.values(outcome.inputs)) {
    const table = tables.peek().find((one) => one.id === id);
    const column = table?.columns.find(({ role }) => role === "campaign_id")?.name;
    const name = roles[nameRole];
    if (!table || column === undefined || name === undefined || name === column) continue;
    for (let first = 0; first < table.rows; first += rowsAtOnce) {
      const part = await engine.preview(table.id, first, rowsAtOnce);
      const [at, idAt] = [part.columns.indexOf(name), part.columns.indexOf(column)];
      for (const row of part.rows) {
        const [text, one] = [row[at] ?? "", row[idAt] ?? ""];
        if (one !== "") ids.set(text, ids.has(text) && ids.get(text) !== one ? "" : one);
      }
    }
  }
  return ids;
}

export async function askBulk(outcome: RunOutcome, { lines, days, nameRole }: Budgets): Promise<void> {
  const ids = await idsByName(outcome, nameRole);
  bulkAsked.value = { lines: lines.map((line) => ({ ...line, id: ids.get(line.campaign) ?? "" })), days };
}
