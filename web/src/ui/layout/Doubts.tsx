// What speaks against a result, beside it: the doubts of its data, and what its method assumes.
import type { Notice } from "../types";
import { Notices } from "./Notices";

export interface DoubtsProps {
  notices: Notice[];
  /** Sentences. */
  assumptions: string[];
  locale?: string;
}

export function Doubts({ notices, assumptions, locale }: DoubtsProps) {
  return (
    <section class="doubts" aria-label="Assumptions and doubts">
      <div>
        <h2>What to keep in mind</h2>
        {notices.length > 0 ? (
          <Notices notices={notices} locale={locale} label="Doubts" />
        ) : (
          <p class="muted">Nothing in the data stood out.</p>
        )}
      </div>
      <div>
        <h2>What was assumed</h2>
        <ul class="assumptions">
          {assumptions.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
