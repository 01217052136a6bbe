// The one-page summary of the decisions: what they made, how sure that is, which kinds paid, and what was not counted.
import { dash, day, number, parseIsoDay, plural } from "../../../ui/format";
import type { Summary, SummaryContext, SummaryTable, TakeAway } from "../../summary";
import { empty, reader, type Words } from "../charts/tables";
import { assumptions } from "./assumptions";
import { figures } from "./figures";
import { exclusions, findings, headline, sum } from "./headline";
import { type Estimate, readScalars, totalsOf, typeNames } from "./read";

const text = (label: string) => ({ label, align: "start" as const });
const figure = (label: string) => ({ label, align: "end" as const });

function withRange({ value, low, high }: Estimate, words: Words): string {
  if (!Number.isFinite(value)) return dash;
  const range = Number.isFinite(low) ? ` (${sum(low, words)} to ${sum(high, words)})` : "";
  return sum(value, words, true) + range;
}

function typeTable(context: SummaryContext, words: Words): SummaryTable[] {
  const rows = totalsOf(context.outcome.result.tables.totals ?? empty, "type").filter(({ name }) => name !== "UNKNOWN");
  if (rows.length === 0) return [];
  return [
    {
      title: "By kind of action",
      columns: [
        text("Action"),
        figure("Logged"),
        figure("Counted"),
        figure("Decision formula"),
        figure("Against look-alikes"),
      ],
      rows: rows.map((row) => [
        typeNames[row.name] ?? row.name,
        number(row.actions, words.locale, 0),
        number(row.counted, words.locale, 0),
        withRange(row.formula, words),
        row.compared > 0 ? withRange(row.controlled, words) : dash,
      ]),
    },
  ];
}

function standOuts(context: SummaryContext, words: Words): SummaryTable[] {
  const read = reader(context.outcome.result.tables.actions ?? empty);
  const rows = read.rows.filter((row) => read.text("finding", row) === "stands_out");
  if (rows.length === 0) return [];
  return [
    {
      title: "Actions that stand out from chance",
      callout: true,
      columns: [text("Target"), text("Action"), figure("Against look-alikes"), figure("Decision formula")],
      rows: rows
        .slice(0, 8)
        .map((row) => [
          read.text("target_text", row) || read.text("campaign_name", row),
          typeNames[read.text("action_type", row)] ?? read.text("action_type", row),
          sum(read.number("controlled_impact", row), words, true),
          sum(read.number("impact", row), words, true),
        ]),
      ...(rows.length > 8 && {
        rest: `and ${plural(rows.length - 8, "more action", "more actions", words.locale)} in the workbook`,
      }),
    },
  ];
}

function summarise(context: SummaryContext): Summary {
  const { outcome, currency, locale } = context;
  const { scalars } = outcome.result;
  const words: Words = { currency, ...(locale && { locale }) };
  const read = readScalars(scalars);
  const confidence = typeof outcome.params.confidence === "number" ? outcome.params.confidence : 0.8;
  const dayOf = (value: unknown) => day(typeof value === "string" ? parseIsoDay(value) : Number(value), locale);
  return {
    headline: headline(read, confidence, words),
    subtitle: `${plural(read.actions, "action", "actions", locale)}, ${dayOf(scalars.first_data_date)} to ${dayOf(scalars.latest_data_date)}`,
    findings: findings(read, words).map((finding) => finding.text),
    figures: figures(read, confidence, words).map(({ label, value, note }) => ({
      label,
      value,
      ...(note && { note }),
    })),
    tables: [...standOuts(context, words), ...typeTable(context, words)],
    assumptions: assumptions(outcome.params, read, words),
    setAside: [exclusions(read, words)],
  };
}

export default {
  summarise,
  sheets: ["actions", "totals", "horizons", "segments", "quadrants", "timeline"],
} satisfies TakeAway;
