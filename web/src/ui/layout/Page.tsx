// The top of every result: one sentence with money in it, at most three findings, and how far to trust them.
import type { ComponentChildren } from "preact";
import { gradeWords } from "../words";

export interface Finding {
  text: string;
  /** The view that shows it, as the address keeps it. */
  view?: Record<string, string>;
}

export function Grade({ grade }: { grade: string }) {
  const { label, meaning } = gradeWords(grade);
  return (
    <span class="grade" data-grade={grade} title={meaning}>
      {label}
      <span class="visually-hidden">. {meaning}</span>
    </span>
  );
}

interface PageProps {
  headline: ComponentChildren;
  subtitle?: ComponentChildren;
  findings?: Finding[];
  onFinding?: (view: Record<string, string>) => void;
  grade?: string;
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

function FindingLine({ finding, onFinding }: { finding: Finding; onFinding?: (view: Record<string, string>) => void }) {
  const { text, view } = finding;
  if (!view || !onFinding) return <li>{text}</li>;
  return (
    <li>
      <button type="button" class="link" onClick={() => onFinding(view)}>
        {text}
      </button>
    </li>
  );
}

export function Page({ headline, subtitle, findings = [], onFinding, grade, actions, children }: PageProps) {
  return (
    <article class="page">
      <header class="page-head">
        <div class="page-words">
          <div class="page-meta">
            {grade && <Grade grade={grade} />}
            {subtitle && <span class="muted small">{subtitle}</span>}
          </div>
          <h1 class="headline">{headline}</h1>
          {findings.length > 0 && (
            <ul class="findings">
              {findings.slice(0, 3).map((finding) => (
                <FindingLine key={finding.text} finding={finding} onFinding={onFinding} />
              ))}
            </ul>
          )}
        </div>
        {actions && <div class="page-actions">{actions}</div>}
      </header>
      {children}
    </article>
  );
}
