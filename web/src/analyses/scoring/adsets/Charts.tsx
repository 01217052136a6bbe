// The charts that answer what the table leaves open: how far from break-even, where the money is, and at what price.
import type { ComponentType } from "preact";
import { useMemo, useState } from "preact/hooks";
import { Chart } from "../../../ui/chart";
import { number, percent } from "../../../ui/format";
import { useMedia } from "../../../ui/media";
import { type ColumnSpec, columnsFor } from "../../../ui/table";
import { useInTurn } from "../../../ui/turns";
import type { TableData } from "../../../ui/types";
import type { PageProps } from "../../types";
import { useWords } from "../../use-words";
import { specsFor } from "./columns";
import { coverageConfig, coverageTitle, curveNames, curvePoints, targetOf, whole } from "./coverage";
import { empty } from "./read";
import { largestRadius, type Scale, type Scatter, scaleFor, scatterOf } from "./scatter";
import { scatterColumns, scatterConfig } from "./scatter-config";
import { spendByChannel, spendColumns, spendConfig, spendTable, spendTitle } from "./spend-bars";

function columnsOf({ info }: PageProps, table: string): ColumnSpec[] {
  const fields = info.results.tables.find((one) => one.name === table)?.columns ?? [];
  return table === "coverage" ? columnsFor(fields) : specsFor(table, fields, () => true);
}

function scatterTitle({ groups, drawn }: Scatter, locale?: string): string {
  if (drawn === 0) return "No adset has both a CAC and a pLTV";
  const all = Object.values(groups).flat();
  const above = all.filter((point) => point.y > point.x).length;
  return `In ${percent(above / all.length, locale, 0)} of adsets an order is worth more than it costs`;
}

const scales: { id: Scale; label: string }[] = [
  { id: "linear", label: "Linear" },
  { id: "logarithmic", label: "Log" },
];

function ScaleSwitch({ scale, onChange }: { scale: Scale; onChange: (scale: Scale) => void }) {
  return (
    <fieldset class="segments" aria-label="Axes">
      {scales.map(({ id, label }) => (
        <button key={id} type="button" aria-pressed={scale === id} onClick={() => onChange(id)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}

function ScatterChart(props: PageProps & { data: TableData }) {
  const { data, locale, currency, onOpen } = props;
  const words = useWords(props);
  const narrow = useMedia("(max-width: 600px)");
  const scatter = useMemo(() => scatterOf(data, narrow ? 13 : largestRadius), [data, narrow]);
  const [chosen, setChosen] = useState<Scale | null>(null);
  const scale = chosen ?? scaleFor(scatter);
  const columns = useMemo(() => scatterColumns(columnsOf(props, "adsets")), [props.info]);
  const open = useMemo(() => onOpen && ((row: number) => onOpen("adsets", row)), [onOpen]);
  const config = useMemo(() => scatterConfig(data, scatter, scale, words, open), [data, scatter, scale, words, open]);
  const legend = (["scale", "hold", "reduce"] as const).map((bucket) => ({
    bucket,
    label: `${bucket.charAt(0).toUpperCase()}${bucket.slice(1)} ${number(scatter.groups[bucket].length, locale)}`,
  }));
  return (
    <div class="chart-tall" id="scatter">
      <Chart
        title={scatterTitle(scatter, locale)}
        caption="Each shape is an adset; its area is this week's spend. Left of the dashed break-even line it earns more than it costs: move money from the far right towards the far left. CAC is attributed, so the line is not proof of profit."
        config={config}
        table={{ columns, data }}
        legend={legend}
        sampled={{ drawn: scatter.drawn, total: scatter.total }}
        height={470}
        currency={currency}
        locale={locale}
        controls={<ScaleSwitch scale={scale} onChange={setChosen} />}
      />
    </div>
  );
}

function SpendChart(props: PageProps & { data: TableData }) {
  const { data, currency, locale } = props;
  const words = useWords(props);
  const splits = useMemo(() => spendByChannel(data), [data]);
  const config = useMemo(() => spendConfig(splits, words), [splits, words]);
  const table = useMemo(() => ({ columns: spendColumns, data: spendTable(splits) }), [splits]);
  return (
    <Chart
      title={spendTitle(splits, words)}
      caption="Start with the channel whose right-hand part is longest: that is where reducing frees most money."
      config={config}
      table={table}
      legend={[
        { bucket: "scale", label: "Scale" },
        { bucket: "hold", label: "Hold" },
        { bucket: "reduce", label: "Reduce" },
      ]}
      height={Math.max(150, 60 + splits.length * 26)}
      currency={currency}
      locale={locale}
    />
  );
}

function CoverageChart(props: PageProps & { data: TableData }) {
  const { data, outcome, currency, locale } = props;
  const words = useWords(props);
  const names = useMemo(() => curveNames(data), [data]);
  const [curve, setCurve] = useState(whole);
  const share = typeof outcome.params.target_coverage === "number" ? outcome.params.target_coverage : 0.8;
  const points = useMemo(() => curvePoints(data, names.includes(curve) ? curve : whole), [data, curve, names]);
  const config = useMemo(() => coverageConfig(data, points, share, words), [data, points, share, words]);
  const columns = useMemo(() => columnsOf(props, "coverage"), [props.info]);
  if (data.rows === 0) return null;
  const controls = (
    <select
      class="select"
      aria-label="Channel of the curve"
      value={curve}
      onChange={(event) => setCurve(event.currentTarget.value)}
    >
      {names.map((name) => (
        <option key={name} value={name}>
          {name === whole ? "All channels" : name}
        </option>
      ))}
    </select>
  );
  return (
    <Chart
      title={coverageTitle(targetOf(points, share), share, words)}
      caption="Adsets are added from the cheapest CAC on. Where the curve turns steep, further spend buys few orders; the marked CAC is a target for the channel."
      config={config}
      table={{ columns, data }}
      height={210}
      currency={currency}
      locale={locale}
      controls={controls}
    />
  );
}

const tall = 620;
const low = 330;
/** Up to this many adsets all charts come with the page. */
const mostAtOnce = 5_000;

/** A chart of many adsets is prepared in a turn of its own, in a place that is kept for it. */
function InTurn(
  props: PageProps & { of: ComponentType<PageProps & { data: TableData }>; table: string; height: number },
) {
  const { of: Drawn, table, height, outcome } = props;
  const shown = useInTurn(outcome, (outcome.result.tables.adsets?.rows ?? 0) <= mostAtOnce);
  if (!shown) return <div class="chart" aria-busy="true" style={{ minHeight: `${height}px` }} />;
  return <Drawn {...props} outcome={shown} data={shown.result.tables[table] ?? empty} />;
}

export function Charts(props: PageProps) {
  const { tables } = props.outcome.result;
  if ((tables.adsets ?? empty).rows === 0) return null;
  return (
    <div class="chart-grid">
      <InTurn {...props} of={ScatterChart} table="adsets" height={tall} />
      <InTurn {...props} of={SpendChart} table="adsets" height={low} />
      <InTurn {...props} of={CoverageChart} table="coverage" height={low} />
    </div>
  );
}
