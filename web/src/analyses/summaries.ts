// What an analysis says when it is taken away: by its own folder where that has a summary, else by its schema.
import { generic } from "./generic-summary";
import type { TakeAway } from "./summary";

export type {
  Budgets,
  Share,
  ShownUnits,
  Summary,
  SummaryContext,
  SummaryFigure,
  SummaryTable,
  TakeAway,
} from "./summary";

const found = import.meta.glob<{ default: TakeAway }>("./*/*/summary.ts");

export async function takeAwayOf(id: string): Promise<TakeAway> {
  const load = found[`./${id}/summary.ts`];
  return load ? (await load()).default : generic;
}
