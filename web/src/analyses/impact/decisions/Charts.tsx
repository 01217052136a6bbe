// The charts that answer what the table leaves open: which kind of action paid, when, and where the account earns.
import { useMemo } from "preact/hooks";
import { Chart } from "../../../ui/chart";
import type { PageProps } from "../../types";
import { useWords } from "../../use-words";
import { drawn } from "../charts/drawn";
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

const TimelineChart = drawn({
  read: timelineOf,
  title: timelineTitle,
  caption: "Sales of the whole account, and below them how many actions fell on each date.",
  config: timelineConfig,
  table: timelineTable,
  height: () => 240,
});

const HorizonChart = drawn({
  read: horizonsOf,
  title: horizonTitle,
  caption:
    "A longer horizon sees slower effects, and fewer actions are old enough for it: do not compare the sums, compare their signs.",
  config: horizonConfig,
  table: horizonTable,
  height: () => 330,
  controls: pair,
});

export function Charts(props: PageProps) {
  const { outcome, currency, locale } = props;
  const { timeline = empty, horizons = empty, quadrants = empty, segments = empty } = outcome.result.tables;
  const shared = { currency, locale };
  return (
    <div class="chart-grid impact-charts">
      <ByType {...props} />
      <div class="chart-wide">
        <TimelineChart {...shared} data={timeline} />
      </div>
      {horizons.rows > 1 && <HorizonChart {...shared} data={horizons} />}
      <QuadrantChart {...shared} data={quadrants} />
      <div class="chart-wide">
        <SegmentChart {...shared} data={segments} />
      </div>
    </div>
  );
}
