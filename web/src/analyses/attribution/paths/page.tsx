// Attribute: which touchpoints earned the conversions, by several models side by side.
import { useMemo, useState } from "preact/hooks";
import { modelName } from "../../../ui/attribution-words";
import { plural } from "../../../ui/format";
import { Doubts, KeyFigures, Page } from "../../../ui/layout";
import type { PageProps, View } from "../../types";
import { empty } from "../read";
import { assumptions } from "./assumptions";
import { Charts } from "./Charts";
import { figures } from "./figures";
import { Guide } from "./Guide";
import { findings, headline } from "./headline";
import { modelsOf, readCredits, readScalars, speaking } from "./read";
import { Tables } from "./Tables";
import { UseCredits } from "./UseCredits";

function ModelChoice({ models, model, onChange }: { models: string[]; model: string; onChange: (m: string) => void }) {
  return (
    <label class="model-choice">
      <span class="muted">Speak of</span>
      <select class="select" value={model} onChange={(event) => onChange(event.currentTarget.value)}>
        {models.map((name) => (
          <option key={name} value={name}>
            {modelName(name)}
          </option>
        ))}
      </select>
    </label>
  );
}

export default function PathsPage(props: PageProps) {
  const { outcome, currency, locale, view, onView, actions } = props;
  const { tables } = outcome.result;
  const scalars = useMemo(() => readScalars(outcome.result.scalars), [outcome]);
  const credits = useMemo(() => readCredits(tables.channels ?? empty), [tables]);
  const model = speaking(credits, view.model);
  const words = { currency, locale };
  const found = useMemo(() => findings(credits, tables, { currency, locale }), [credits, tables, currency, locale]);
  const [asked, setAsked] = useState(0);
  const show = ({ at, ...rest }: View) => {
    if (Object.keys(rest).length > 0) {
      setAsked(asked + 1);
      onView(rest);
    }
    document.querySelector(at ? `#${at}` : "#tables > .tabbed")?.scrollIntoView({ block: "start" });
  };
  const users =
    Number.isFinite(scalars.users) && scalars.users > 0 ? `${plural(scalars.users, "user", "users", locale)}, ` : "";
  return (
    <Page
      headline={headline(scalars, credits, model, words)}
      subtitle={`${users}${plural(scalars.touches, "touch", "touches", locale)}, ${plural(scalars.channels, "channel", "channels", locale)}`}
      findings={found}
      onFinding={show}
      grade={outcome.grade}
      actions={actions}
    >
      <KeyFigures figures={figures(scalars, tables, words)} />
      <ModelChoice models={modelsOf(credits)} model={model} onChange={(name) => onView({ model: name })} />
      <UseCredits outcome={outcome} model={model} locale={locale} />
      <Tables {...props} model={model} asked={asked} />
      <Charts {...props} credits={credits} scalars={scalars} model={model} />
      <Guide />
      <Doubts
        notices={outcome.notices}
        assumptions={assumptions(outcome.params, scalars, { currency, locale })}
        locale={locale}
      />
    </Page>
  );
}
