// The one-page summary of a plan: what to raise and cut first, what it should bring, and how sure that is.
import type { RunOutcome } from "../../../engine/protocol";
import { dash, money, number, plural } from "../../../ui/format";
import type { TableData } from "../../../ui/types";
import type { Budgets, ShownUnits, Summary, SummaryContext, SummaryTable, TakeAway } from "../../summary";
import { assumptions } from "./assumptions";
import { shown } from "./columns";
import { figures } from "./figures";
import { findings, headline, signedShare } from "./headline";
import { heldWords, readCampaigns, readScalars, type Words } from "./read";

const mostRows = 5;

const text = (label: string) => ({ label, align: "start" as const });
const figure = (label: string) => ({ label, align: "end" as const });

function movesTable(table: TableData | undefined, isRaise: boolean, words: Words): SummaryTable[] {
  const read = readCampaigns(table);
  const { currency, locale } = words;
  const change = (row: number) => read.at("budget_change", row);
  const all = Array.from({ length: read.rows }, (_, row) => row).filter((row) =>
    isRaise ? change(row) > 0.005 : change(row) < -0.005,
  );
  if (all.length === 0) return [];
  all.sort((a, b) => Math.abs(change(b)) - Math.abs(change(a)) || a - b);
  const rows = all.slice(0, mostRows);
  const left = all.length - rows.length;
  return [
    {
      title: isRaise ? "To raise first" : "To cut first",
      callout: true,
      columns: [
        text("Campaign"),
        text("Group"),
        figure("Today"),
        figure("New budget"),
        figure("Change"),
        figure("Next conversion"),
        text("Held by"),
      ],
      rows: rows.map((row) => [
        read.name(row),
        read.group(row) || dash,
        money(read.at("cost", row), currency, locale),
        money(read.at("optimized_budget", row), currency, locale),
        signedShare(change(row) / read.at("cost", row), locale) || dash,
        money(read.at("marginal_cpa", row), currency, locale),
        heldWords[read.held(row)]?.text ?? dash,
      ]),
      ...(left > 0 && { rest: `and ${plural(left, "more campaign", "more campaigns", locale)} in the workbook` }),
    },
  ];
}

function groupsTable(table: TableData | undefined, words: Words): SummaryTable[] {
  const read = readCampaigns(table);
  if (read.rows < 2) return [];
  const { currency, locale } = words;
  const rows = Array.from({ length: read.rows }, (_, row) => row).slice(0, 8);
  return [
    {
      title: "By group",
      columns: [text("Group"), figure("Campaigns"), figure("Today"), figure("New budget"), figure("Change")],
      rows: rows.map((row) => [
        read.group(row) || "No group",
        number(read.at("campaigns", row), locale),
        money(read.at("cost", row), currency, locale),
        money(read.at("optimized_budget", row), currency, locale),
        signedShare(read.at("budget_change", row) / read.at("cost", row), locale) || dash,
      ]),
      ...(read.rows > rows.length && {
        rest: `and ${plural(read.rows - rows.length, "more group", "more groups", locale)} in the workbook`,
      }),
    },
  ];
}

function summarise({ outcome, currency, locale }: SummaryContext): Summary {
  const { scalars, tables } = outcome.result;
  const words: Words = { currency, ...(locale && { locale }) };
  const s = readScalars(scalars);
  const { params } = outcome;
  const none = s.noEvidence > 0;
  return {
    headline: headline(s, outcome, words),
    subtitle: plural(s.campaigns, "campaign", "campaigns", locale),
    findings: findings(s, params, tables.campaigns, words).map((finding) => finding.text),
    figures: figures(s, params, words).map(({ label, value, note }) => ({ label, value, ...(note && { note }) })),
    tables: [
      ...movesTable(tables.campaigns, true, words),
      ...movesTable(tables.campaigns, false, words),
      ...groupsTable(tables.groups, words),
    ],
    assumptions: assumptions(params, locale),
    setAside: none
      ? [`${plural(s.noEvidence, "campaign keeps its", "campaigns keep their", locale)} spend for lack of evidence.`]
      : [],
  };
}

/** With dates the amounts are those of an average week. */
function budgets({ inputs, result }: RunOutcome): Budgets {
  const read = readCampaigns(result.tables.campaigns);
  const hasDates = inputs.campaigns?.roles.date !== undefined;
  const lines = Array.from({ length: read.rows }, (_, row) => ({
    campaign: read.name(row),
    group: read.group(row),
    before: read.at("cost", row),
    budget: read.at("optimized_budget", row),
  }));
  return { lines, days: hasDates ? 7 : null, nameRole: "campaign" };
}

const worths = "baseline_value optimized_value lift shrunk_lift lift_low lift_high left_on_table bound value".split(
  " ",
);

/** What is maximised is conversions or money, and rates are per unit of money or shares of it. */
function units({ objective = "conversions" }: Record<string, unknown>): Record<string, ShownUnits> {
  const rates = ["conversions_per_dollar", "shrunk_rate"];
  const perMoney = objective === "conversions" ? [...rates, "price", "marginal_value"] : rates;
  const money = objective === "conversions" ? [] : worths;
  return Object.fromEntries([
    ...perMoney.map((name) => [name, "per money"] as const),
    ...money.map((name) => [name, "money"] as const),
  ]);
}

export default {
  summarise,
  budgets,
  sheets: ["campaigns", "groups", "frontier", "summary"],
  share: {
    live: true,
    units,
    tables: {
      campaigns: [...(shown.campaigns ?? []), "min_budget", "max_budget"],
      groups: shown.groups ?? [],
      frontier: ["total_budget", "value"],
    },
  },
} satisfies TakeAway;
