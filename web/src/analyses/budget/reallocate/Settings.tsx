// The choices that shape a plan most, one click each; all others are in the parameters.
import type { AnalysisInfo } from "../../../engine/protocol";
import { money, percent } from "../../../ui/format";
import { AmountField } from "./AmountField";
import type { Draft } from "./draft";
import { type Params, withParams } from "./edits";
import type { Scalars, Words } from "./read";

interface SettingsProps {
  info: AnalysisInfo;
  draft: Draft;
  scalars: Scalars;
  words: Words;
}

function Choice({ info, draft, name }: Pick<SettingsProps, "info" | "draft"> & { name: string }) {
  const field = info.parameters.find((one) => one.name === name);
  if (!field) return null;
  const { params, keep } = draft;
  const choose = (value: string) => keep(withParams(params, { [name]: value === field.default ? undefined : value }));
  return (
    <label class="plan-setting" title={field.help}>
      <span class="label">{field.label}</span>
      <select
        class="select"
        value={String(params[name] ?? field.default)}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {(field.options ?? []).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

const steps = [0.1, 0.2, 0.3, 0.5];

/** "20" where no campaign may change by more than 20% either way, "" without such limits, else "own". */
function stepOf({ min_change, max_change }: Params): string {
  if (min_change === undefined && max_change === undefined) return "";
  const step = steps.find((one) => max_change === one && min_change === -one);
  return step === undefined ? "own" : String(step);
}

function ChangeLimit({ draft, words }: Pick<SettingsProps, "draft" | "words">) {
  const now = stepOf(draft.params);
  const choose = (text: string) => {
    if (text === "own") return;
    const step = text === "" ? undefined : Number(text);
    draft.keep(withParams(draft.params, { min_change: step === undefined ? undefined : -step, max_change: step }));
  };
  return (
    <label class="plan-setting" title="How far a campaign may go from today's spend, either way.">
      <span class="label">Change per campaign</span>
      <select class="select" value={now} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">No limit</option>
        {steps.map((step) => (
          <option key={step} value={String(step)}>
            {`At most ${percent(step, words.locale, 0)}`}
          </option>
        ))}
        {now === "own" && <option value="own">As in the parameters</option>}
      </select>
    </label>
  );
}

const range = { least: 0.5, most: 1.5 };

function Total({ draft, scalars, words }: Pick<SettingsProps, "draft" | "scalars" | "words">) {
  const { budgetToday: today, budget } = scalars;
  const given = typeof draft.params.total_budget === "number" ? draft.params.total_budget : undefined;
  const set = (total: number | undefined) => withParams(draft.params, { total_budget: total });
  // Around today it is today's, so that the slider finds back.
  const stepped = (value: number) => {
    const share = Math.round((100 * value) / today) / 100;
    return share === 1 ? undefined : Math.round(share * today);
  };
  const marks = { "--today": "0.5", "--budget": String(Math.max(0, Math.min(1, budget / today - range.least))) };
  return (
    <div class="plan-setting plan-total">
      <span class="label">Total budget</span>
      <span class="row">
        <span class="plan-slider" style={marks}>
          <input
            type="range"
            min={range.least * today}
            max={range.most * today}
            step="any"
            value={given ?? budget}
            aria-label="Total budget"
            aria-valuetext={money(given ?? budget, words.currency, words.locale)}
            onInput={(event) => draft.move(set(stepped(Number(event.currentTarget.value))))}
            onChange={(event) => draft.keep(set(stepped(Number(event.currentTarget.value))))}
          />
        </span>
        <AmountField
          label="Amount of the total budget"
          value={given ?? budget}
          isQuiet={given === undefined}
          locale={words.locale}
          onCommit={(value) => draft.keep(set(value))}
        />
      </span>
    </div>
  );
}

export function Settings(props: SettingsProps) {
  const { draft, words } = props;
  return (
    <fieldset class="plan-settings">
      <legend class="visually-hidden">What shapes the plan</legend>
      <Choice {...props} name="method" />
      <ChangeLimit draft={draft} words={words} />
      <Choice {...props} name="rates" />
      <Choice {...props} name="objective" />
      <Total {...props} />
    </fieldset>
  );
}
