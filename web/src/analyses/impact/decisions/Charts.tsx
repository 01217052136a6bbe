// The charts that answer what the table leaves open: which kind of action paid, when, and where the account earns.
import { useMemo } from "preact/hooks";
import { Chart } from "../../../ui/chart";
import type { PageProps } from "../../types";
import { useWords } from "../../use-words";
import { QuadrantChart, SegmentChart } from "../charts/Efficiency";
import { empty } from "../charts/tables";
import { comparisonConfig, comparisonTitle, ranked, typeTable, waterfallConfig, waterfallTitle } from "./by-type";
import { horizonConfig, horizonsOf, horizonTable, horizonTitle } from "./horizons";
import { readScalars, totalsOf } from "./read";
import { timelineConfig, timelineOf, timelineTable, timelineTitle } from "./timeline";

const pair = (
  <ul class="legend list-plain">
    <li>
      <span class="swatch swatch-formula" aria-hidden="true" />
      Decision formula
    </li>
    <li>
      <span class="swatch swatch-control" aria-hidden="true" />
      Against look-alikes
    </li>
  </ul>
);

function ByType(props: PageProps) {
  const { outcome, currency, locale } = props;
  const words = useWords(props);
  const { scalars, tables } = outcome.result;
  const rows = useMemo(() => ranked(totalsOf(tables.totals ?? empty, "type")), [tables]);
  const read = useMemo(() => readScalars(scalars), [scalars]);
  const steps = useMemo(
    () =>
      waterfallConfig(
        rows.filter((row) => row.counted > 0),
        words,
      ),
    [rows, words],
  );
  const sides = useMemo(() => comparisonConfig(rows, words), [rows, words]);
  const table = useMemo(() => typeTable(rows), [rows]);
  const shared = { table, currency, locale };
  return (
    <>
      <Chart
        {...shared}
        title={comparisonTitle(read, rows, words)}
        caption="Lines are the intervals. Where the two bars disagree, trust the one against look-alikes: it saw the same days without the action."
        config={sides}
        height={Math.max(170, 70 + rows.length * 40)}
        controls={pair}
      />
      <Chart
        {...shared}
        title={waterfallTitle(
          rows.filter((row) => row.counted > 0),
          words,
        )}
        caption="Each step is the sum of the counted actions of a kind by the decision formula; the last bar is where they end."
        config={steps}
        height={300}
      />
    </>
  );
}

function Timeline(props: PageProps) {
  const { outcome, currency, locale } = props;
  const words = useWords(props);
  const moments = useMemo(() => timelineOf(outcome.result.tables.timeline ?? empty), [outcome]);
  const config = useMemo(() => timelineConfig(moments, words), [moments, words]);
  const table = useMemo(() => timelineTable(moments, locale), [moments, locale]);
  return (
    <div class="chart-wide">
      <Chart
        title={timelineTitle(moments, words)}
        caption="Sales of the whole account, and below them how many actions fell on each date."
        config={config}
        table={table}
        height={240}
        currency={currency}
        locale={locale}
      />
    </div>
  );
}

function Horizons(props: PageProps) {
  const { outcome, currency, locale } = props;
  const words = useWords(props);
  const horizons = useMemo(() => horizonsOf(outcome.result.tables.horizons ?? empty), [outcome]);
  const config = useMemo(() => horizonConfig(horizons, words), [horizons, words]);
  const table = useMemo(() => horizonTable(horizons, locale), [horizons, locale]);
  if (horizons.length < 2) return null;
  return (
    <Chart
      title={horizonTitle(horizons, words)}
      caption="A longer horizon sees slower effects, and fewer actions are old enough for it: do not compare the sums, compare their signs."
      config={config}
      table={table}
      height={330}
      currency={currency}
      locale={locale}
      controls={pair}
    />
  );
}

export function Charts(props: PageProps) {
  const { tables } = props.outcome.result;
  return (
    <div class="chart-grid impact-charts">
      <ByType {...props} />
      <Timeline {...props} />
      <Horizons {...props} />
      <QuadrantChart data={tables.quadrants ?? empty} currency={props.currency} locale={props.locale} />
      <div class="chart-wide">
        <SegmentChart data={tables.segments ?? empty} currency={props.currency} locale={props.locale} />
      </div>
    </div>
  );
}
