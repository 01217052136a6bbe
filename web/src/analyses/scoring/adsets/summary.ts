// The one-page summary of the scoring: what to reduce and scale first, how sure that is, and what was left out.
import { chance, dash, day, money, percent, plural, roughly } from "../../../ui/format";
import type { Finding } from "../../../ui/layout";
import type { TableData } from "../../../ui/types";
import type { Summary, SummaryContext, SummaryTable, TakeAway } from "../../summary";
import { assumptions } from "./assumptions";
import { shown } from "./columns";
import { figures } from "./figures";
import { allFindings } from "./findings";
import { headline, type Words } from "./headline";
import { empty, reader, readScalars } from "./read";

const mostRows = 5;
/** Half of what an 80% interval leaves out, where the engine does not say what is undecided. */
const usualTail = 0.1;
type Read = ReturnType<typeof reader>;

const decides = (clicks: number, locale?: string) =>
  Number.isFinite(clicks) && clicks > 0 ? `: about ${roughly(clicks, locale)} more clicks would` : "";

/** How sure the advice of a row is: "probably" only where the interval of its CAC leaves out what an order is worth. */
export function sureness(read: Read, row: number, { locale }: Words): string {
  const pays = read.number("p_profitable", row);
  if (!Number.isFinite(pays))
    return read.isOptimistic(row) ? "Best case: too few clicks and orders to measure" : "Measured";
  const undecided = read.number("undecided", row);
  const isUndecided = Number.isFinite(undecided) ? undecided === 1 : pays > usualTail && pays < 1 - usualTail;
  if (isUndecided) {
    return `Cannot tell yet (${chance(pays, locale)} likely to pay)${decides(read.number("clicks_needed", row), locale)}`;
  }
  const share = (p: number) => (p > 0.99 ? "over 99%" : percent(p, locale, 0));
  if (pays >= 0.5) return `Probably pays (${share(pays)})`;
  const optimistic = read.isOptimistic(row) && read.number("score_bucket", row) === 1;
  return `Probably does not pay (${share(1 - pays)})${optimistic ? ": its CAC is a best case" : ""}`;
}

function cacOf(read: Read, row: number, { currency, locale }: Words): string {
  const cac = money(read.number("estimated_cac", row), currency, locale);
  const [low, high] = [read.number("cac_lower", row), read.number("cac_upper", row)];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return cac;
  return `${cac} (${money(low, currency, locale)} to ${money(high, currency, locale)})`;
}

/** What hangs on a row: the money at stake where the engine says it, else this week's spend. */
function weight(read: Read, row: number): number {
  const stake = Math.abs(read.number("money_at_stake", row));
  return Number.isFinite(stake) ? stake : read.number("weekly_spend", row) || 0;
}

function largest(read: Read, bucket: number): { rows: number[]; all: number } {
  const all: number[] = [];
  for (let row = 0; row < read.rows; row++) if (read.number("score_bucket", row) === bucket) all.push(row);
  all.sort((a, b) => weight(read, b) - weight(read, a) || a - b);
  return { rows: all.slice(0, mostRows), all: all.length };
}

const text = (label: string) => ({ label, align: "start" as const });
const figure = (label: string) => ({ label, align: "end" as const });

function adviceTable(
  table: TableData,
  bucket: number,
  title: string,
  words: Words & { level: number },
): SummaryTable[] {
  const { currency, locale, level } = words;
  const read = reader(table);
  const { rows, all } = largest(read, bucket);
  if (rows.length === 0) return [];
  const hasStake = table.columns.money_at_stake !== undefined;
  const hasInterval = table.columns.cac_lower !== undefined;
  const left = all - rows.length;
  return [
    {
      title,
      callout: true,
      columns: [
        text("Adset"),
        text("Channel"),
        figure("Spend this week"),
        ...(hasStake ? [figure("Value less cost")] : []),
        figure(hasInterval ? `CAC (${percent(level, locale, 2)} interval)` : "CAC"),
        figure("pLTV"),
        text("How sure"),
      ],
      rows: rows.map((row) => [
        read.nameOf(row) + (read.text("action", row) === "pause" ? " (pause)" : ""),
        read.text("channel", row) || dash,
        money(read.number("weekly_spend", row), currency, locale),
        ...(hasStake ? [money(read.number("money_at_stake", row), currency, locale)] : []),
        cacOf(read, row, words),
        money(read.number("avg_pltv_influ_LB", row), currency, locale),
        sureness(read, row, words),
      ]),
      ...(left > 0 && { rest: `and ${plural(left, "more adset", "more adsets", locale)} in the workbook` }),
    },
  ];
}

const bucketWords: Record<string, string> = { "1": "Scale", "0": "Hold", "-1": "Reduce" };

function channelTable(table: TableData, words: Words): SummaryTable[] {
  const { currency, locale } = words;
  const read = reader(table);
  if (read.rows < 2) return [];
  const order = Array.from({ length: read.rows }, (_, row) => row);
  order.sort((a, b) => (read.number("weekly_spend", b) || 0) - (read.number("weekly_spend", a) || 0) || a - b);
  const shown = order.slice(0, 8);
  const left = order.length - shown.length;
  return [
    {
      title: "By channel",
      columns: [
        text("Channel"),
        text("Advice"),
        figure("Spend this week"),
        figure("CAC"),
        figure("Target CAC"),
        figure("pLTV"),
      ],
      rows: shown.map((row) => [
        read.text("channel", row) || "No channel",
        bucketWords[String(read.number("score_bucket", row))] ?? "Not scored",
        ...["weekly_spend", "estimated_cac", "target_cac", "avg_pltv_influ_LB"].map((name) =>
          money(read.number(name, row), currency, locale),
        ),
      ]),
      ...(left > 0 && { rest: `and ${plural(left, "more channel", "more channels", locale)} in the workbook` }),
    },
  ];
}

const gateWords: Record<string, string> = {
  spend: "spent too little",
  engagement: "had too few clicks or orders",
  "spend and engagement": "had too little spend, clicks or orders",
};

function leftOut(table: TableData, words: Words): string[] {
  const read = reader(table);
  const counts = new Map<string, number>();
  for (let row = 0; row < read.rows; row++) {
    const gate = read.text("gate", row);
    counts.set(gate, (counts.get(gate) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(
      ([gate, count]) =>
        `${plural(count, "adset", "adsets", words.locale)} ${gateWords[gate] ?? `left out by: ${gate}`}.`,
    );
}

/** What changed stands second wherever it stood, since a weekly reader asks for it. */
function withChangesSecond(found: Finding[]): string[] {
  const isChange = ({ view }: Finding) => view?.table === "changes";
  const [first, ...rest] = found.filter((finding) => !isChange(finding));
  const ordered = [first ?? [], found.filter(isChange), rest].flat();
  return ordered.slice(0, 3).map(({ text }) => text);
}

function summarise({ outcome, currency, locale }: SummaryContext): Summary {
  const { scalars, tables } = outcome.result;
  const alpha = outcome.params.alpha;
  const level = 1 - (typeof alpha === "number" ? alpha : 0.2);
  const words = { currency, level, ...(locale && { locale }) };
  const read = readScalars(scalars);
  const adsets = tables.adsets ?? empty;
  const week = Number.isFinite(read.asOf) ? `Week of ${day(read.asOf, locale, "long")}, ` : "";
  return {
    headline: headline(read, words),
    subtitle: `${week}${plural(read.weeks, "week", "weeks", locale)} of data`,
    findings: withChangesSecond(allFindings(read, adsets, words)),
    figures:
      read.seen > 0
        ? figures(read, words).map(({ label, value, note }) => ({ label, value, ...(note && { note }) }))
        : [],
    tables: [
      ...adviceTable(adsets, -1, "To reduce first", words),
      ...adviceTable(adsets, 1, "To scale first", words),
      ...channelTable(tables.channels ?? empty, words),
    ],
    assumptions: assumptions(outcome.params, words),
    setAside: leftOut(tables.dropped ?? empty, words),
  };
}

export default {
  summarise,
  sheets: ["adsets", "campaigns", "channels", "coverage", "dropped"],
  share: {
    tables: {
      channels: shown.channels ?? [],
      campaigns: shown.campaigns ?? [],
      adsets: [
        ...(shown.adsets ?? []),
        "cac_lower",
        "cac_upper",
        "p_profitable",
        "action",
        "clicks_needed",
        "money_at_stake",
      ],
      dropped: shown.dropped ?? [],
      coverage: ["curve", "rank", "coverage", "cum_cac"],
    },
    words: ["ALL"],
  },
} satisfies TakeAway;
