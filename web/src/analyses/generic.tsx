// The page that every analysis has at once, drawn from its schema alone.
import { useMemo } from "preact/hooks";
import type { AnalysisInfo } from "../engine/protocol";
import { Chart } from "../ui/chart";
import { Empty, KeyFigures, Notices, Page, Tabs } from "../ui/layout";
import { columnsFor, DataTable } from "../ui/table";
import type { TableData } from "../ui/types";
import { chartable, firstChart } from "./generic-chart";
import { figuresOf } from "./generic-figures";
import type { PageProps } from "./types";

type TableInfo = AnalysisInfo["results"]["tables"][number];

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
