// The page that every analysis has at once, drawn from its schema alone.
import { useMemo } from "preact/hooks";
import type { AnalysisInfo } from "../engine/protocol";
import { Chart } from "../ui/chart";
import { byUnit, day, parseIsoDay } from "../ui/format";
import { Empty, type KeyFigure, KeyFigures, Notices, Page, Tabs } from "../ui/layout";
import { columnsFor, DataTable } from "../ui/table";
import type { Field, TableData } from "../ui/types";
import { chartable, firstChart } from "./generic-chart";
import type { PageProps } from "./types";

type TableInfo = AnalysisInfo["results"]["tables"][number];

function figure(field: Field, value: unknown, currency: string, locale?: string): KeyFigure | null {
  const { label, help } = field;
  if (value === null || value === undefined || value === "") return null;
  if (field.type === "day") {
    const days = typeof value === "number" ? value : parseIsoDay(String(value));
    return { label, help, value: day(days, locale) };
  }
  if (typeof value !== "number") return { label, help, value: String(value) };
  return { label, help, value: byUnit(value, field.unit, currency, locale), full: String(value) };
}

export function figuresOf({ info, outcome, currency, locale }: PageProps): KeyFigure[] {
  const { scalars } = outcome.result;
  return info.results.scalars.flatMap((field) => figure(field, scalars[field.name], currency, locale) ?? []);
}

type TableProps = Pick<PageProps, "currency" | "locale" | "onCsv" | "onOpen"> & { info: TableInfo; data: TableData };

function ResultTable({ info, data, currency, locale, onCsv, onOpen }: TableProps) {
  const columns = useMemo(() => columnsFor(info.columns), [info]);
  const drawn = useMemo(() => chartable(columns, data), [columns, data]);
  const chart = useMemo(() => drawn && firstChart(drawn, data, currency, locale), [drawn, data, currency, locale]);
  return (
    <div class="stack-loose">
      {info.help && <p class="muted">{info.help}</p>}
      <DataTable
        id={`table-${info.name}`}
        label={info.label || info.name}
        columns={columns}
        data={data}
        currency={currency}
        locale={locale}
        onCsv={() => onCsv(info.name)}
        onOpen={onOpen && ((row) => onOpen(info.name, row))}
      />
      {chart && drawn && (
        <Chart {...chart} table={{ columns: [drawn.name, drawn.value], data }} currency={currency} locale={locale} />
      )}
    </div>
  );
}

export function Generic(props: PageProps) {
  const { info, outcome, view, onView, actions, locale } = props;
  const tables = info.results.tables.filter((table) => outcome.result.tables[table.name]);
  const open = tables.find((table) => table.name === view.table) ?? tables[0];
  const tabs = tables.map(({ name, label }) => ({ id: name, label: label || name }));
  return (
    <Page headline={info.title} subtitle={info.question} grade={outcome.grade} actions={actions}>
      <KeyFigures figures={figuresOf(props)} />
      <Notices notices={outcome.notices} locale={locale} />
      {open ? (
        <Tabs label="Tables" tabs={tabs} active={open.name} onChange={(table) => onView({ table })}>
          <ResultTable key={open.name} {...props} info={open} data={outcome.result.tables[open.name]} />
        </Tabs>
      ) : (
        <Empty title="This analysis has no tables">The figures above are all there is to see.</Empty>
      )}
    </Page>
  );
}
