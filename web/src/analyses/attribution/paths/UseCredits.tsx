// Hands a model's credits to scoring and reallocation as their conversions, says what that means, and takes it back.
import { useMemo } from "preact/hooks";
import type { RunOutcome } from "../../../engine/types";
import { creditsAsFile, creditsOf, leadsOf, madeFrom } from "../../../state/credits";
import { analysisState, files } from "../../../state/project";
import { href } from "../../../state/route";
import { modelInText } from "../../../ui/attribution-words";
import { plural } from "../../../ui/format";
import { Button } from "../../../ui/layout";
import { empty } from "../read";

const labels: Record<string, string> = { "scoring/adsets": "Score", "budget/reallocate": "Reallocate" };

const list = (names: string[]) => names.map((id) => labels[id] ?? id).join(" and ");

function freeWords(free: string[], locale?: string): string {
  if (free.length === 0) return "";
  return ` ${plural(free.length, "channel costs", "channels cost", locale)} nothing and stay${free.length === 1 ? "s" : ""} out: ${free.join(", ")}.`;
}

function InUse({ leads, model, onUndo }: { leads: string[]; model: string; onUndo: () => void }) {
  return (
    <>
      <p>
        {`${list(leads)} now ${leads.length === 1 ? "takes" : "take"} the credits of ${modelInText(model)} as conversions: attributed, not proven. `}
        {leads.map((id, at) => (
          <span key={id}>
            {at > 0 && ", "}
            <a href={href(id)}>{`Open ${labels[id] ?? id}`}</a>
          </span>
        ))}
      </p>
      <Button icon="undo" onClick={onUndo}>
        Undo
      </Button>
    </>
  );
}

export function UseCredits({ outcome, model, locale }: { outcome: RunOutcome; model: string; locale?: string }) {
  const { table, free } = useMemo(() => creditsOf(outcome.result.tables.credits ?? empty, model), [outcome, model]);
  // A report from a link has no session to put a table into.
  if (analysisState(outcome.analysis).outcome.value !== outcome) return null;
  const inUse = files.open.value.find(({ made, state }) => made && state === "ready");
  const leads = leadsOf(table);
  const use = () => void files.add([creditsAsFile(table)], [{ made: madeFrom(table, model, outcome) }]);
  return (
    <section class="use-credits card" aria-label="Credits as conversions" aria-live="polite">
      {inUse?.made && (
        <InUse leads={inUse.made.leads} model={inUse.made.model} onUndo={() => void files.remove(inUse.key)} />
      )}
      {leads.length > 0 && inUse?.made?.model !== model && (
        <div class="row-wrap">
          <Button icon="reallocate" onClick={use}>{`Use these credits in ${list(leads)}`}</Button>
          <span class="muted small">
            {`By ${modelInText(model)}, with each channel as one line. Nothing leaves the page; it can be undone.${freeWords(free, locale)}`}
          </span>
        </div>
      )}
      {leads.length === 0 && (
        <p class="muted small">
          Add the spend per channel to use these credits in Score and Reallocate: a table with channel and spend.
        </p>
      )}
    </section>
  );
}
