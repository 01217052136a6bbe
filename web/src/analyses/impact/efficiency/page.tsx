// Efficiency: which parts of the account earn more than their share of the spend.
import { useMemo } from "preact/hooks";
import "../impact.css";
import { day, money, number, parseIsoDay, percent } from "../../../ui/format";
import { type Finding, type KeyFigure, KeyFigures, Notices, Page, Tabs } from "../../../ui/layout";
import { arrange, columnsFor, DataTable } from "../../../ui/table";
import type { PageProps } from "../../types";
import { QuadrantChart, SegmentChart } from "../charts/Efficiency";
import { efficiencyTitle, segmentsOf } from "../charts/efficiency-bars";
import { quadrantsOf, quadrantTitle } from "../charts/quadrants";
import { empty } from "../charts/tables";

const shown: Record<string, string[]> = {
  segments: ["name", "label", "efficiency_index", "spend", "sales", "spend_share_pct", "revenue_share_pct", "clicks"],
  quadrants: ["name", "quadrant", "spend", "sales", "roas", "cvr", "clicks", "orders"],
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

function Tables(props: PageProps) {
  const { info, outcome, view, onView, onCsv, onOpen, currency, locale } = props;
  const about = info.results.tables.find((table) => table.name === view.table) ?? info.results.tables[0];
  const columns = useMemo(() => (about ? arrange(columnsFor(about.columns), shown[about.name] ?? []) : []), [about]);
  if (!about) return null;
  const tabs = info.results.tables.map(({ name, label }) => ({ id: name, label }));
  return (
    <Tabs label="Tables" tabs={tabs} active={about.name} onChange={(table) => onView({ table })}>
      <DataTable
        key={about.name}
        id={`table-${about.name}`}
        label={about.label}
        columns={columns}
        data={outcome.result.tables[about.name] ?? empty}
        currency={currency}
        locale={locale}
        onCsv={() => onCsv(about.name)}
        onOpen={onOpen && ((row) => onOpen(about.name, row))}
      />
    </Tabs>
  );
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
      <Tables {...props} />
      <div class="chart-grid impact-charts">
        <SegmentChart data={tables.segments ?? empty} currency={currency} locale={locale} />
        <QuadrantChart data={tables.quadrants ?? empty} currency={currency} locale={locale} />
      </div>
      <Notices notices={outcome.notices} locale={locale} />
    </Page>
  );
}
