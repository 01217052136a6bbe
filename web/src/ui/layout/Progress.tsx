// How far long work is, what it is doing, and a way to stop it.
import { percent } from "../format";
import { Button } from "./Button";

interface ProgressProps {
  /** NaN or below zero when it is not known. */
  fraction: number;
  phase: string;
  detail?: string;
  locale?: string;
  onCancel?: () => void;
}

export function Progress({ fraction, phase, detail, locale, onCancel }: ProgressProps) {
  const known = fraction >= 0;
  const share = Math.min(1, known ? fraction : 0);
  return (
    <div class="progress" data-unknown={known ? undefined : ""}>
      <div class="row">
        <span class="grow truncate" aria-live="polite">
          {phase}
        </span>
        <span class="muted small">{[detail, known && percent(share, locale, 0)].filter(Boolean).join(" \u00b7 ")}</span>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            Stop
          </Button>
        )}
      </div>
      <div
        class="progress-track"
        role="progressbar"
        aria-label={phase || "Working"}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={known ? Math.round(share * 100) : undefined}
      >
        <div class="progress-fill" style={{ width: known ? `${share * 100}%` : undefined }} />
      </div>
    </div>
  );
}
