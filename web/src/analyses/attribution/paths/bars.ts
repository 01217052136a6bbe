// The plain bar charts of the page: differences, removal effects, lengths and lags.
import type { ChartConfiguration } from "chart.js";
import { axis, type ChartTheme, names, tooltip, withAlpha } from "../../../ui/chart";
import { compact, money, number, percent } from "../../../ui/format";
import type { TableData } from "../../../ui/types";
import { reader, rowsOf, type Words } from "../read";

interface Bars {
  labels: string[];
  values: number[];
  title: string;
  /** What the names stand for, where they do not say it themselves. */
  names?: string;
  tick: (value: number) => string;
  words: (value: number, index: number) => string | string[];
  lying?: boolean;
  /** Colours by sign: what earns more, what less. */
  signed?: boolean;
}

function bars({ labels, values, title, names: about, tick, words, lying = false, signed = false }: Bars) {
  return (theme: ChartTheme): ChartConfiguration => ({
    type: "bar",
    data: {
      labels,
      datasets: [
        {
          data: values,
          backgroundColor: values.map((value) =>
            withAlpha(signed ? (value < 0 ? theme.reduce : theme.scale) : theme.accent, 0.8),
          ),
          maxBarThickness: 20,
        },
      ],
    },
    options: {
      indexAxis: lying ? "y" : "x",
      scales: lying
        ? { x: axis(theme, { title, format: tick }), y: names(theme) }
        : {
            x: {
              ...names(theme),
              title: { display: true, text: about, color: theme["ink-2"], font: { family: theme.font, size: 12 } },
              ticks: { ...names(theme).ticks, autoSkip: true, maxRotation: 0 },
            },
            y: axis(theme, { title, format: tick }),
          },
      plugins: {
        tooltip: { ...tooltip(theme), callbacks: { label: (item) => words(Number(item.raw), item.dataIndex) } },
      },
    },
  });
}

/** What the model gives each channel beyond last touch: in money, or in conversions where there is none. */
export function differenceConfig(data: TableData, inMoney: boolean, { currency, locale }: Words) {
  const read = reader(data);
  const column = inMoney ? "value_difference_to_last" : "difference_to_last";
  const show = (value: number) => (inMoney ? money(value, currency, locale) : number(value, locale, 1));
  return bars({
    labels: rowsOf(data).map((row) => read.text("channel", row)),
    values: rowsOf(data).map((row) => read.number(column, row)),
    title: inMoney ? `Value against last touch${currency ? ` (${currency})` : ""}` : "Conversions against last touch",
    tick: (value) => compact(value, locale, inMoney ? currency : undefined),
    words: (value, index) => [
      `${show(value)} against last touch`,
      `${number(read.number("conversions", index), locale, 1)} conversions credited`,
    ],
    lying: true,
    signed: true,
  });
}

export function removalConfig(data: TableData, { locale }: Words) {
  const read = reader(data);
  return bars({
    labels: rowsOf(data).map((row) => read.text("channel", row)),
    values: rowsOf(data).map((row) => read.number("removal_effect", row)),
    title: "Conversions lost without the channel",
    tick: (value) => percent(value, locale, 0),
    words: (value) => `Without it the chain loses ${percent(value, locale)} of its conversions`,
    lying: true,
  });
}

export function lengthConfig(data: TableData, { locale }: Words) {
  const read = reader(data);
  return bars({
    labels: rowsOf(data).map((row) => number(read.number("touches", row), locale)),
    values: rowsOf(data).map((row) => read.number("conversions", row)),
    title: "Conversions",
    names: "Touches of the journey",
    tick: (value) => compact(value, locale),
    words: (value, index) => [
      `${number(value, locale)} conversions`,
      `${percent(read.number("conversion_rate", index), locale)} of journeys of this length`,
    ],
  });
}

export function lagConfig(data: TableData, { locale }: Words) {
  const read = reader(data);
  return bars({
    labels: rowsOf(data).map((row) => number(read.number("days", row), locale)),
    values: rowsOf(data).map((row) => read.number("conversions", row)),
    title: "Conversions",
    names: "Days since the first touch",
    tick: (value) => compact(value, locale),
    words: (value, index) => [
      `${number(value, locale)} conversions`,
      `${percent(read.number("cumulative_share", index), locale, 0)} had converted by then`,
    ],
  });
}
