// What the last change of data or parameters did to the figures.
import type { AnalysisInfo, Field, RunOutcome, Scalar } from "../engine/types";
import { byUnit, day, number } from "../ui/format";
import { IconButton } from "../ui/layout";

export interface Change {
  label: string;
  before: string;
  after: string;
}

function shown(field: Field, value: Scalar | undefined, currency: string, locale: string): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (field.type === "day") return day(value, locale);
  if (field.type === "integer") return number(value, locale, 0);
  return byUnit(value, field.unit, currency, locale);
}

/** The figures that read differently, in the order in which the analysis states them. */
export function changesBetween(
  info: AnalysisInfo,
  before: RunOutcome,
  after: RunOutcome,
  currency: string,
  locale: string,
): Change[] {
  return info.results.scalars.flatMap((field) => {
    const was = shown(field, before.result.scalars[field.name], currency, locale);
    const is = shown(field, after.result.scalars[field.name], currency, locale);
    return was === is ? [] : [{ label: field.label, before: was, after: is }];
  });
}

/** What was turned: parameters whose effective value differs. */
export function turned(info: AnalysisInfo, before: RunOutcome, after: RunOutcome): string[] {
  const differs = (name: string) => JSON.stringify(before.params[name]) !== JSON.stringify(after.params[name]);
  return info.parameters.filter((field) => differs(field.name)).map((field) => field.label);
}

export function Changes(props: {
  info: AnalysisInfo;
  before: RunOutcome;
  after: RunOutcome;
  currency: string;
  locale: string;
  onClose: () => void;
}) {
  const { info, before, after, currency, locale } = props;
  const list = changesBetween(info, before, after, currency, locale);
  const causes = turned(info, before, after);
  const title = causes.length > 0 ? `What ${causes.join(", ")} changed` : "What changed";
  return (
    <section class="changes" aria-label="What changed">
      <div class="row spread">
        <h2 class="changes-title">{title}</h2>
        <IconButton icon="close" label="Close what changed" onClick={props.onClose} />
      </div>
      {list.length === 0 ? (
        <p class="muted">None of the figures moved.</p>
      ) : (
        <dl class="changes-list">
          {list.map((change) => (
            <div key={change.label}>
              <dt>{change.label}</dt>
              <dd>
                <del>{change.before}</del> <span aria-hidden="true">{"\u2192"}</span> <ins>{change.after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
