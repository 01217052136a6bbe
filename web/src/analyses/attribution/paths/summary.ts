// The one-page summary of attribution: who earned what by the chain, how sure that is, and where last touch differs.
import { modelInText } from "../../../ui/attribution-words";
import { dash, money, number, percent, plural } from "../../../ui/format";
import type { Summary, SummaryContext, SummaryTable, TakeAway } from "../../summary";
import { empty, reader, rowsOf, type Words } from "../read";
import { assumptions } from "./assumptions";
import { figures } from "./figures";
import { findings, headline } from "./headline";
import { type Credit, channelsBy, readCredits, readScalars, type Scalars, speaking } from "./read";

const mostRows = 8;

const text = (label: string) => ({ label, align: "start" as const });
const figure = (label: string) => ({ label, align: "end" as const });

function shareOf(credit: Credit, locale?: string): string {
  const range = Number.isFinite(credit.low)
    ? ` (${percent(credit.low, locale)} to ${percent(credit.high, locale)})`
    : "";
  return percent(credit.share, locale) + range;
}

function channelTable(credits: Credit[], model: string, scalars: Scalars, words: Words): SummaryTable {
  const { currency, locale } = words;
  const names = channelsBy(credits, model);
  const own = names.map((name) => credits.find((one) => one.channel === name && one.model === model));
  const shown = own.filter((credit) => credit !== undefined).slice(0, mostRows);
  const left = names.length - shown.length;
  const inMoney = scalars.hasValue;
  return {
    title: `Credits by ${modelInText(model)}`,
    callout: true,
    columns: [
      text("Channel"),
      figure("Share"),
      figure(inMoney ? "Value" : "Conversions"),
      figure("Against last touch"),
    ],
    rows: shown.map((credit) => [
      credit.channel,
      shareOf(credit, locale),
      inMoney ? money(credit.value, currency, locale) : number(credit.conversions, locale, 1),
      Number.isFinite(credit.lessLast)
        ? inMoney
          ? money(credit.valueLessLast, currency, locale)
          : number(credit.lessLast, locale, 1)
        : dash,
    ]),
    ...(left > 0 && { rest: `and ${plural(left, "more channel", "more channels", locale)} in the workbook` }),
  };
}

function pathTable(context: SummaryContext): SummaryTable[] {
  const { outcome, locale } = context;
  const table = outcome.result.tables.top_paths ?? empty;
  const read = reader(table);
  const rows = rowsOf(table).slice(0, 5);
  if (rows.length === 0) return [];
  return [
    {
      title: "Paths that convert most",
      columns: [text("Path"), figure("Conversions"), figure("Conversion rate")],
      rows: rows.map((row) => [
        read.text("path", row),
        number(read.number("conversions", row), locale, 0),
        percent(read.number("conversion_rate", row), locale),
      ]),
    },
  ];
}

function summarise(context: SummaryContext): Summary {
  const { outcome, currency, locale } = context;
  const { scalars, tables } = outcome.result;
  const words: Words = { currency, ...(locale && { locale }) };
  const read = readScalars(scalars);
  const credits = readCredits(tables.channels ?? empty);
  const model = speaking(credits, undefined);
  return {
    headline: headline(read, credits, model, words),
    subtitle: `${plural(read.touches, "touch", "touches", locale)}, ${plural(read.channels, "channel", "channels", locale)}`,
    findings: findings(credits, tables, words).map((finding) => finding.text),
    figures: figures(read, tables, words).map(({ label, value, note }) => ({ label, value, ...(note && { note }) })),
    tables: [channelTable(credits, model, read, words), ...pathTable(context)],
    assumptions: assumptions(outcome.params, read, words),
    setAside: [],
  };
}

export default {
  summarise,
  sheets: ["channels", "top_paths", "assists", "removal_effects", "synergy"],
  share: {
    tables: {
      channels: [
        "channel",
        "model",
        "conversions",
        "value",
        "share",
        "share_low",
        "share_high",
        "spend",
        "cpa",
        "roas",
        "difference_to_last",
        "value_difference_to_last",
      ],
      top_paths: ["path", "conversions", "nulls", "conversion_rate"],
      assists: ["channel", "journeys", "conversions", "first", "last", "assists", "assist_ratio"],
      removal_effects: ["channel", "removal_effect", "conversions"],
      agreement: ["model_a", "model_b", "agreement"],
      flows: ["step", "source", "target", "journeys", "conversions"],
      lags: ["days", "conversions", "cumulative_share"],
      lengths: ["touches", "conversions", "nulls"],
    },
    words: [],
  },
} satisfies TakeAway;
