// Ways out of a failed run that one click takes, from the folder of the analysis where it has any.
import type { EngineError } from "../engine/protocol";

export interface Remedy {
  label: string;
  /** All parameters as they would be. */
  params: Record<string, unknown>;
}

/** What is said in numbers is said in the reader's currency. */
export type Remedies = (
  error: EngineError,
  params: Record<string, unknown>,
  words: { currency: string; locale?: string },
) => Remedy[];

const found = import.meta.glob<{ default: Remedies }>("./*/*/remedies.ts", { eager: true });

export const offersRemedies = (id: string) => `./${id}/remedies.ts` in found;
export const remediesOf = (id: string): Remedies => found[`./${id}/remedies.ts`]?.default ?? (() => []);
