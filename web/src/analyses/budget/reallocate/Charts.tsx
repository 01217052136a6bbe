// The charts that answer what the plan leaves open: who wins and loses, at what price, and what another total would bring.
import { useMemo } from "preact/hooks";
import { Chart } from "../../../ui/chart";
import { useMedia } from "../../../ui/media";
import type { ColumnSpec } from "../../../ui/table";
import type { PageProps } from "../../types";
import { specsFor } from "./columns";
import { frontierConfig, frontierOf, frontierTitle } from "./frontier";
import { marginalConfig, marginalOf, marginalSets, marginalTitle } from "./marginal";
import { movesConfig, movesOf, movesTable, movesTitle } from "./moves";
import { empty, readScalars, type Scalars, type Words } from "./read";

interface ChartProps extends PageProps {
  height: number;
  words: Words;
  scalars: Scalars;
}

const columnsOf = ({ info }: PageProps, table: string): ColumnSpec[] =>
  specsFor(table, info.results.tables.find((one) => one.name === table)?.columns ?? []);

function only(specs: ColumnSpec[], names: string[]): ColumnSpec[] {
  return names
    .flatMap((name) => specs.find((spec) => spec.name === name) ?? [])
    .map((spec) => ({ ...spec, hidden: false }));
}

function Moves(props: ChartProps) {
  const { outcome, currency, locale, words } = props;
  const data = outcome.result.tables.campaigns;
  const moves = useMemo(() => movesOf(data), [data]);
  const letters = useMedia("(max-width: 600px)") ? 17 : 30;
  const config = useMemo(() => movesConfig(moves, letters, words), [moves, letters, words]);
  const table = useMemo(
    () => ({
      columns: only(columnsOf(props, "campaigns"), ["campaign", "cost", "optimized_budget", "budget_change"]),
      data: movesTable(moves),
    }),
    [moves, props.info],
  );
  if (moves.length === 0) return null;
  return (
    <Chart
      title={movesTitle(moves, words)}
      caption="The largest raises and cuts. A raise here is paid by the cuts below it; check that no cut hits a campaign you need for other reasons."
      config={config}
      table={table}
      height={props.height}
      currency={currency}
      locale={locale}
    />
  );
}

const marks: Record<string, string> = { free: "\u25cf", capped: "\u25b2", floored: "\u25a0", kept: "\u2715" };

function MarginalLegend({ present }: { present: string[] }) {
  return (
    <ul class="legend list-plain">
      {marginalSets
        .filter(({ id }) => present.includes(id))
        .map(({ id, label, colour }) => (
          <li key={id}>
            <span class={`plan-mark plan-mark-${colour}`} aria-hidden="true">
              {marks[id]}
            </span>
            {label}
          </li>
        ))}
    </ul>
  );
}

function Marginal(props: ChartProps) {
  const { outcome, currency, locale, words, scalars } = props;
  const data = outcome.result.tables.campaigns;
  const read = useMemo(() => marginalOf(data), [data]);
  const price = scalars.marginalCpa;
  const config = useMemo(() => marginalConfig(data, read, price, words), [data, read, price, words]);
  const columns = useMemo(
    () => only(columnsOf(props, "campaigns"), ["campaign", "optimized_budget", "marginal_cpa", "at_bound"]),
    [props.info],
  );
  const present = marginalSets.filter(({ id }) => read[id].length > 0).map(({ id }) => id);
  if (read.total === 0) return null;
  return (
    <Chart
      title={marginalTitle(read, price, words)}
      caption="Each mark is a campaign at its new budget. On the line money is as well spent as anywhere; below it a campaign deserves more than its limit allows, above it less."
      config={config}
      table={{ columns, data: data ?? empty }}
      sampled={{ drawn: read.drawn, total: read.total }}
      height={props.height}
      currency={currency}
      locale={locale}
      controls={<MarginalLegend present={present} />}
    />
  );
}

function Frontier(props: ChartProps) {
  const { outcome, currency, locale, words, scalars } = props;
  const data = outcome.result.tables.frontier;
  const points = useMemo(() => frontierOf(data), [data]);
  const { params } = outcome;
  const config = useMemo(() => frontierConfig(points, scalars, params, words), [points, scalars, params, words]);
  const columns = useMemo(() => columnsOf(props, "frontier"), [props.info]);
  if (points.length < 2) return null;
  return (
    <Chart
      title={frontierTitle(points, scalars, params, words)}
      caption="The line is the best split of each total within the limits, at observed rates; today's point (diamond) lies on or under it. Where the line flattens, further budget brings little."
      config={config}
      table={{ columns, data: data ?? empty }}
      height={300}
      currency={currency}
      locale={locale}
    />
  );
}

/** Side by side the charts are as high as the bars need. */
const heightFor = (bars: number) => Math.max(300, 60 + bars * 22);

/** Drawn from full results only: a redraw of three charts does not fit into a frame. */
export function Charts(props: PageProps & { words: Words }) {
  const { outcome, words } = props;
  const scalars = useMemo(() => readScalars(outcome.result.scalars), [outcome]);
  const height = useMemo(() => heightFor(movesOf(outcome.result.tables.campaigns).length), [outcome]);
  return useMemo(
    () => (
      <div class="chart-grid plan-charts">
        <Moves {...props} scalars={scalars} height={height} />
        <Marginal {...props} scalars={scalars} height={height} />
        <div class="chart-wide">
          <Frontier {...props} scalars={scalars} height={300} />
        </div>
      </div>
    ),
    [outcome, words, scalars],
  );
}
