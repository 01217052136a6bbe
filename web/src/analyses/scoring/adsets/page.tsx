// Score: which adsets to scale, hold or reduce, in the order in which a person decides.
import { useMemo, useState } from "preact/hooks";
import { day, plural } from "../../../ui/format";
import { Button, Doubts, Empty, KeyFigures, Page } from "../../../ui/layout";
import type { PageProps, View } from "../../types";
import { assumptions } from "./assumptions";
import { Charts } from "./Charts";
import { figures } from "./figures";
import { findings } from "./findings";
import { headline } from "./headline";
import { empty, readScalars } from "./read";
import { Tables, unfiltered } from "./Tables";

export default function AdsetsPage(props: PageProps) {
  const { outcome, currency, locale, onView, actions } = props;
  const { scalars, tables } = outcome.result;
  const adsets = tables.adsets ?? empty;
  const read = useMemo(() => readScalars(scalars), [scalars]);
  const words = { currency, locale };
  const found = useMemo(() => findings(read, adsets, { currency, locale }), [read, adsets, currency, locale]);
  const [asked, setAsked] = useState(0);
  const show = (view: View) => {
    setAsked(asked + 1);
    onView({ ...unfiltered, ...view });
    document.querySelector("#tables > .tabbed")?.scrollIntoView({ block: "start" });
  };
  const week = Number.isFinite(read.asOf) ? `Week of ${day(read.asOf, locale, "long")}, ` : "";
  return (
    <Page
      headline={headline(read, words)}
      subtitle={`${week}${plural(read.weeks, "week", "weeks", locale)} of data`}
      findings={found}
      onFinding={show}
      grade={outcome.grade}
      actions={actions}
    >
      {read.seen > 0 && <KeyFigures figures={figures(read, words)} />}
      {read.scored === 0 && (
        <Empty
          title="Every adset was left out"
          icon="filter"
          actions={<Button onClick={() => show({ table: "dropped" })}>See why</Button>}
        >
          The gates ask for some spend, clicks and orders in the latest weeks. Load more weeks, or lower the gates in
          the parameters.
        </Empty>
      )}
      <Tables {...props} asked={asked} />
      <Charts {...props} />
      <Doubts
        notices={outcome.notices}
        assumptions={assumptions(outcome.params, { currency, locale })}
        locale={locale}
      />
    </Page>
  );
}
