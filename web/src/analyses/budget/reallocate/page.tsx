// Move the budget: what a better split should bring, how sure that is, and sliders to try another.
import { useMemo, useState } from "preact/hooks";
import "./budget.css";
import "./planner.css";
import { plural } from "../../../ui/format";
import { Doubts, KeyFigures, Page } from "../../../ui/layout";
import type { PageProps, View } from "../../types";
import { assumptions } from "./assumptions";
import { BeforeAfter } from "./BeforeAfter";
import { Charts } from "./Charts";
import { useDraft } from "./draft";
import { figures } from "./figures";
import { findings, headline } from "./headline";
import { readScalars } from "./read";
import { Scenarios } from "./Scenarios";
import { Tables } from "./Tables";

export default function ReallocatePage(props: PageProps) {
  const { outcome, currency, locale, onView, actions, edit } = props;
  const words = useMemo(() => ({ currency, ...(locale && { locale }) }), [currency, locale]);
  const draft = useDraft(edit, outcome);
  const [asked, setAsked] = useState(0);
  const read = useMemo(() => readScalars(draft.outcome.result.scalars), [draft.outcome]);
  const settled = useMemo(() => readScalars(outcome.result.scalars), [outcome]);
  const { params } = draft.outcome;
  const show = (view: View) => {
    setAsked(asked + 1);
    onView({ held: "", ...view });
    document.querySelector("#tables > .tabbed")?.scrollIntoView({ block: "start" });
  };
  return (
    <Page
      headline={headline(read, draft.outcome, words)}
      subtitle={`${plural(read.campaigns, "campaign", "campaigns", locale)}${draft.isTrial ? ", updating" : ""}`}
      findings={findings(settled, outcome.params, outcome.result.tables.campaigns, words)}
      onFinding={show}
      grade={outcome.grade}
      actions={actions}
    >
      <KeyFigures figures={figures(read, params, words, draft.isTrial)} />
      <Tables {...props} asked={asked} draft={draft} words={words} />
      {edit && <Scenarios {...props} edit={edit} draft={draft} words={words} />}
      <BeforeAfter s={read} params={params} words={words} />
      <Charts {...props} words={words} />
      <Doubts notices={outcome.notices} assumptions={assumptions(outcome.params, locale)} locale={locale} />
    </Page>
  );
}
