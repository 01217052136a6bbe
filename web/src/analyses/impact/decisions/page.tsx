// Measure: did the decisions make money, how sure is that, and which figure to trust.
import { useMemo, useState } from "preact/hooks";
import "../impact.css";
import { day, parseIsoDay, plural } from "../../../ui/format";
import { Doubts, Empty, KeyFigures, Page } from "../../../ui/layout";
import type { PageProps, View } from "../../types";
import { empty } from "../charts/tables";
import { assumptions } from "./assumptions";
import { Charts } from "./Charts";
import { figures } from "./figures";
import { Gauges } from "./Gauges";
import { findings, headline } from "./headline";
import { Matrix } from "./Matrix";
import { readScalars, totalsOf } from "./read";
import { Tables, unfiltered } from "./Tables";

const dayOf = (value: unknown) => (typeof value === "string" ? parseIsoDay(value) : Number(value));

export default function DecisionsPage(props: PageProps) {
  const { outcome, currency, locale, onView, actions } = props;
  const { scalars, tables } = outcome.result;
  const read = useMemo(() => readScalars(scalars), [scalars]);
  const words = useMemo(() => ({ currency, locale }), [currency, locale]);
  const outcomes = useMemo(() => totalsOf(tables.totals ?? empty, "tag"), [tables]);
  const confidence = typeof outcome.params.confidence === "number" ? outcome.params.confidence : 0.8;
  const [asked, setAsked] = useState(0);
  const show = (view: View) => {
    setAsked(asked + 1);
    onView({ ...unfiltered, ...view });
    document.querySelector("#tables > .tabbed")?.scrollIntoView({ block: "start" });
  };
  const period = `${day(dayOf(scalars.first_data_date), locale)} to ${day(dayOf(scalars.latest_data_date), locale)}`;
  return (
    <Page
      headline={headline(read, confidence, words)}
      subtitle={`${plural(read.actions, "action", "actions", locale)}, ${period}`}
      findings={findings(read, words)}
      onFinding={show}
      grade={outcome.grade}
      actions={actions}
    >
      <KeyFigures figures={figures(read, confidence, words)} />
      {read.mature === 0 && (
        <Empty title="No action is old enough to be judged" icon="measure">
          An action counts once its horizon and the attribution buffer have passed. Load later data, or choose a shorter
          horizon in the parameters.
        </Empty>
      )}
      <Gauges roi={read.roi} efficiency={read.efficiency} locale={locale} />
      <Tables {...props} asked={asked} />
      <Matrix rows={outcomes} words={words} onShow={show} />
      <Charts {...props} />
      <Doubts
        notices={outcome.notices}
        assumptions={assumptions(outcome.params, readScalars(scalars), { currency, locale })}
        locale={locale}
      />
    </Page>
  );
}
