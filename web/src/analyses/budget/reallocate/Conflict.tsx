// Limits that cannot hold together, and limits that are missing, told where they are set, with ways out in one click.
import { percent } from "../../../ui/format";
import { Button, Icon } from "../../../ui/layout";
import { conflictingLimits } from "./conflict-words";
import type { Draft } from "./draft";
import { withParams } from "./edits";
import { concentration } from "./headline";
import type { Words } from "./read";
import { relaxations } from "./relax";

export function Conflict({ draft, undo, words }: { draft: Draft; undo?: () => void; words: Words }) {
  const { error } = draft;
  if (error?.code !== "infeasible") return null;
  const limits = conflictingLimits(error, words);
  const remedies = relaxations(error, draft.params, words);
  return (
    <div class="plan-conflict" role="status">
      <Icon name="warning" />
      <div class="grow stack">
        {limits.length > 0 ? (
          <>
            <p class="strong">
              {limits.length === 1
                ? "No plan within the other limits reaches this:"
                : "No plan keeps these limits together:"}
            </p>
            <ul class="plan-limits">
              {limits.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>{error.message}</p>
        )}
        <div class="row-wrap">
          {remedies.map(({ label, params }) => (
            <Button key={label} onClick={() => draft.keep(params)}>
              {label}
            </Button>
          ))}
          {undo && (
            <Button kind="quiet" icon="undo" onClick={undo}>
              Undo
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

/** Best first without limits is an answer that nobody should act on. */
export function Concentrated({ draft, words }: { draft: Draft; words: Words }) {
  const share = concentration(draft.outcome.notices);
  if (draft.error?.code === "infeasible" || share === 0) return null;
  const step = 0.2;
  const keep = (change: Record<string, unknown>) => draft.keep(withParams(draft.params, change));
  return (
    <div class="plan-conflict" role="status">
      <Icon name="warning" />
      <div class="grow stack">
        <p>
          {`${percent(share, words.locale, 0)} of the budget goes to one campaign, since best first takes every further dollar to bring what today's dollars bring.`}
        </p>
        <div class="row-wrap">
          <Button onClick={() => keep({ min_change: -step, max_change: step })}>
            {`Change no campaign by more than ${percent(step, words.locale, 0)}`}
          </Button>
          <Button onClick={() => keep({ method: "diminishing", rates: "shrunk" })}>
            Let further dollars bring less
          </Button>
        </div>
      </div>
    </div>
  );
}
