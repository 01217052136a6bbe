// The charts of attribution: shares with intervals, agreement, money against last touch, streams, lags, removal.
import { useMemo } from "preact/hooks";
import { modelInText } from "../../../ui/attribution-words";
import { Chart } from "../../../ui/chart";
import { money, percent, plural } from "../../../ui/format";
import { useMedia } from "../../../ui/media";
import { columnsFor } from "../../../ui/table";
import type { TableData } from "../../../ui/types";
import type { PageProps } from "../../types";
import { useWords } from "../../use-words";
import { empty, picked, reader, rowsOf, type Words } from "../read";
import { differenceConfig, lagConfig, lengthConfig, removalConfig } from "./bars";
import { AgreementHeat, TransitionHeat } from "./Heat";
import { mostMoved } from "./headline";
import { type Credit, channelsBy, modelsOf, type Scalars } from "./read";
import { sankeyConfig, streamsOf } from "./sankey";
import { shareConfig } from "./share-chart";

export interface ChartsProps extends PageProps {
  credits: Credit[];
  scalars: Scalars;
  model: string;
}

const columnsOf = ({ info }: PageProps, table: string) =>
  columnsFor(info.results.tables.find((one) => one.name === table)?.columns ?? []);

function ShareChart(props: ChartsProps) {
  const { credits, model, outcome, currency, locale } = props;
  const words = useWords(props);
  const config = useMemo(() => shareConfig(credits, model, words), [credits, model, words]);
  const channels = channelsBy(credits, model);
  const [first] = credits.filter((credit) => credit.model === model && credit.channel === channels[0]);
  const wide = credits.filter((credit) => credit.channel === channels[0]).map((credit) => credit.share);
  const title = first
    ? `${first.channel} leads with ${percent(first.share, locale, 0)} by ${modelInText(model)}; the models range from ${percent(Math.min(...wide), locale, 0)} to ${percent(Math.max(...wide), locale, 0)}`
    : "No channel has a share";
  const columns = useMemo(() => columnsOf(props, "channels"), [props.info]);
  return (
    <div class="chart-tall" id="shares">
      <Chart
        title={title}
        caption={`Each dot is a model's share of a channel; the large one with its interval is ${modelInText(model)}. Dots far apart mean that the answer depends on the model. Attributed, not proven.`}
        config={config}
        table={{ columns, data: outcome.result.tables.channels ?? empty }}
        height={Math.max(260, 70 + channels.length * 40)}
        currency={currency}
        locale={locale}
      />
    </div>
  );
}

function differenceTitle(moved: Credit | undefined, inMoney: boolean, { currency, locale }: Words): string {
  if (!moved || moved.lessLast === 0) return "Last touch and this model credit the same";
  const amount = inMoney
    ? `${money(Math.abs(moved.valueLessLast), currency, locale)} of value`
    : plural(Math.round(Math.abs(moved.lessLast)), "conversion", "conversions", locale);
  return moved.lessLast > 0
    ? `Last touch hides ${amount} that ${moved.channel} earned`
    : `Last touch gives ${moved.channel} ${amount} too much`;
}

function DifferenceChart(props: ChartsProps & { data: TableData }) {
  const { credits, scalars, model, data, currency, locale } = props;
  const words = useWords(props);
  const own = useMemo(() => {
    const { text, number: at } = reader(data);
    const column = scalars.hasValue ? "value_difference_to_last" : "difference_to_last";
    const rows = rowsOf(data).filter((row) => text("model", row) === model);
    return picked(
      data,
      rows.sort((a, b) => at(column, b) - at(column, a)),
    );
  }, [data, model, scalars]);
  const config = useMemo(() => differenceConfig(own, scalars.hasValue, words), [own, scalars, words]);
  const moved = mostMoved(credits, model);
  return (
    <Chart
      title={differenceTitle(moved, scalars.hasValue, props)}
      caption={`What ${modelInText(model)} credits beyond last touch. To the right: channels that a last-touch report undervalues.`}
      config={config}
      table={{ columns: columnsOf(props, "channels"), data: own }}
      height={Math.max(170, 60 + own.rows * 24)}
      currency={currency}
      locale={locale}
    />
  );
}

function RemovalChart(props: ChartsProps & { data: TableData }) {
  const { data: unsorted, currency, locale } = props;
  const words = useWords(props);
  const data = useMemo(() => {
    const { number: at } = reader(unsorted);
    const rows = rowsOf(unsorted).sort((a, b) => at("removal_effect", b) - at("removal_effect", a));
    return picked(unsorted, rows);
  }, [unsorted]);
  const config = useMemo(() => removalConfig(data, words), [data, words]);
  const read = reader(data);
  const most = 0;
  return (
    <Chart
      title={`Without ${read.text("channel", most)} the chain would lose ${percent(read.number("removal_effect", most), locale, 0)} of the conversions`}
      caption="The removal effect: every visit to the channel ends the journey. The effects overlap, so they sum to more than all; the Markov credit scales them."
      config={config}
      table={{ columns: columnsOf(props, "removal_effects"), data }}
      height={Math.max(170, 60 + data.rows * 24)}
      currency={currency}
      locale={locale}
    />
  );
}

function SankeyChart(props: ChartsProps & { data: TableData }) {
  const { data, scalars, currency, locale } = props;
  const words = useWords(props);
  const narrow = useMedia("(max-width: 600px)");
  const streams = useMemo(() => (narrow ? streamsOf(data, 3, 2) : streamsOf(data)), [data, narrow]);
  const config = useMemo(() => sankeyConfig(streams, words), [streams, words]);
  return (
    <Chart
      title={`${percent(scalars.rate, locale)} of ${plural(scalars.journeys, "journey", "journeys", locale)} converted; the first touches on the left, the ends on the right`}
      caption="The width is the number of journeys; smaller channels are drawn together. Follow a channel from the left to see what people touch after it and how they end."
      config={config as Parameters<typeof Chart>[0]["config"]}
      table={{ columns: columnsOf(props, "flows"), data }}
      height={narrow ? 460 : 420}
      currency={currency}
      locale={locale}
    />
  );
}

function LagChart(props: ChartsProps & { data: TableData }) {
  const { data, currency, locale } = props;
  const words = useWords(props);
  const config = useMemo(() => lagConfig(data, words), [data, words]);
  const read = reader(data);
  const same = rowsOf(data).find((row) => read.number("days", row) === 0);
  const share = same === undefined ? 0 : read.number("cumulative_share", same);
  return (
    <div id="lags">
      <Chart
        title={`${percent(share, locale, 0)} convert on the day of their first touch`}
        caption="Days from the first touch to the conversion. A long tail that ends at the lookback window says that the window is too short."
        config={config}
        table={{ columns: columnsOf(props, "lags"), data }}
        height={210}
        currency={currency}
        locale={locale}
      />
    </div>
  );
}

function LengthChart(props: ChartsProps & { data: TableData }) {
  const { data, scalars, currency, locale } = props;
  const words = useWords(props);
  const config = useMemo(() => lengthConfig(data, words), [data, words]);
  const read = reader(data);
  const one = rowsOf(data).find((row) => read.number("touches", row) === 1);
  const single = one === undefined ? 0 : read.number("conversions", one) / scalars.conversions;
  return (
    <Chart
      title={`${percent(1 - single, locale, 0)} of conversions had more than one touch`}
      caption="For journeys of one touch all models agree: only the longer ones can be argued about."
      config={config}
      table={{ columns: columnsOf(props, "lengths"), data }}
      height={210}
      currency={currency}
      locale={locale}
    />
  );
}

export function Charts(props: ChartsProps) {
  const { tables } = props.outcome.result;
  const table = (name: string) => tables[name] ?? empty;
  const compared = modelsOf(props.credits).length > 1;
  return (
    <>
      <div class="chart-grid">
        <ShareChart {...props} />
        {props.model !== "last" && compared && <DifferenceChart {...props} data={table("channels")} />}
        {table("removal_effects").rows > 0 && <RemovalChart {...props} data={table("removal_effects")} />}
      </div>
      {compared && <AgreementHeat data={table("agreement")} locale={props.locale} />}
      {table("flows").rows > 0 && <SankeyChart {...props} data={table("flows")} />}
      <div class="chart-grid chart-grid-even">
        {table("lags").rows > 0 && <LagChart {...props} data={table("lags")} />}
        <LengthChart {...props} data={table("lengths")} />
      </div>
      <TransitionHeat data={table("transitions")} locale={props.locale} />
    </>
  );
}
