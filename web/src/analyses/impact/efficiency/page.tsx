// Efficiency: which parts of the account earn more than their share of the spend.
import { useMemo } from "preact/hooks";
import "../impact.css";
import { day, money, number, parseIsoDay, percent } from "../../../ui/format";
import { type Finding, type KeyFigure, KeyFigures, Notices, Page } from "../../../ui/layout";
import { arrange, columnsFor } from "../../../ui/table";
import type { Field } from "../../../ui/types";
import { ResultTables } from "../../result-tables";
import type { PageProps } from "../../types";
import { QuadrantChart, SegmentChart } from "../charts/Efficiency";
import { efficiencyTitle, segmentsOf } from "../charts/efficiency-bars";
import { quadrantsOf, quadrantTitle } from "../charts/quadrants";
import { accountColumns, empty } from "../charts/tables";

const tabs = [
  { id: "segments", label: "Segments", noun: "segments" },
  { id: "quadrants", label: "Campaigns", noun: "campaigns" },
];

const spec = {
  columnsOf: (table: string, fields: Field[]) => arrange(columnsFor(fields), accountColumns[table] ?? []),
  quick: {},
  cards: {},
};

function figuresOf({ outcome, currency, locale }: PageProps): KeyFigure[] {
  const { scalars } = outcome.result;
  const at = (name: string) => (typeof scalars[name] === "number" ? scalars[name] : Number.NaN);
  const share = (amount: number) => percent(amount / at("spend"), locale, 0);
  return [
    { label: "Spend", value: money(Math.round(at("spend")), currency, locale) },
    { label: "ROAS", value: number(at("roas"), locale, 2), note: "sales per unit of spend" },
    {
      label: "Spend efficiency",
      value: percent(at("spend_efficiency_pct") / 100, locale, 0),
      note: "aim: 50% or more",
      help: "Share of the spend in ad groups whose ROAS reaches the efficient one.",
    },
    { label: "In amplifiers", tone: "scale", value: share(at("amplifier_spend")), note: "of the spend" },
    {
      label: "To review or drag",
      tone: "reduce",
      value: share(at("review_spend") + at("drag_spend")),
      note: "of the spend",
    },
  ];
}

export default function EfficiencyPage(props: PageProps) {
  const { outcome, currency, locale, onView, actions } = props;
  const { scalars, tables } = outcome.result;
  const words = { currency, locale };
  const segments = useMemo(() => segmentsOf(tables.segments ?? empty), [tables]);
  const campaigns = useMemo(() => quadrantsOf(tables.quadrants ?? empty), [tables]);
  const findings: Finding[] = [{ text: quadrantTitle(campaigns, words), view: { table: "quadrants" } }];
  const dated = (name: string) => day(parseIsoDay(String(scalars[name] ?? "")), locale);
  return (
    <Page
      headline={efficiencyTitle(segments, words)}
      subtitle={`${dated("first_data_date")} to ${dated("latest_data_date")}`}
      findings={findings}
      onFinding={onView}
      grade={outcome.grade}
      actions={actions}
    >
      <KeyFigures figures={figuresOf(props)} />
      <ResultTables
        {...props}
        tabs={tabs}
        spec={spec}
        presetOf={() => ({})}
        renewed=""
        onChoose={(table) => onView({ table })}
      />
      <div class="chart-grid impact-charts">
        <SegmentChart data={tables.segments ?? empty} currency={currency} locale={locale} />
        <QuadrantChart data={tables.quadrants ?? empty} currency={currency} locale={locale} />
      </div>
      <Notices notices={outcome.notices} locale={locale} />
    </Page>
  );
}
