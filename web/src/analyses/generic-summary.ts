// The summary of an analysis that has none of its own: its question, its figures, and the head of each table.
import { byUnit, dash, day, number, plural } from "../ui/format";
import { numberAt, textAt } from "../ui/table/cells";
import { type ColumnSpec, columnsFor } from "../ui/table/columns";
import type { TableData } from "../ui/types";
import { figuresOf } from "./generic-figures";
import type { Summary, SummaryContext, SummaryTable, TakeAway } from "./summary";

const mostRows = 5;
const mostColumns = 5;
const mostFigures = 8;

function cell(data: TableData, spec: ColumnSpec, row: number, currency: string, locale?: string): string {
  const column = data.columns[spec.name];
  if (column?.kind === "text") return textAt(column, row) || dash;
  const value = numberAt(column, row);
  return column?.kind === "day" ? day(value, locale) : byUnit(value, spec.unit, currency, locale);
}

function headOf(context: SummaryContext, table: SummaryContext["info"]["results"]["tables"][number]): SummaryTable[] {
  const { outcome, currency, locale } = context;
  const data = outcome.result.tables[table.name];
  if (!data || data.rows === 0) return [];
  const present = columnsFor(table.columns).filter((spec) => data.columns[spec.name]);
  // The row's name stands first.
  const name = present.find((spec) => spec.kind === "text") ?? present[0];
  if (!name) return [];
  const specs = [name, ...present.filter((spec) => spec !== name)].slice(0, mostColumns);
  const rows = Array.from({ length: Math.min(mostRows, data.rows) }, (_, row) =>
    specs.map((spec) => cell(data, spec, row, currency, locale)),
  );
  const left = data.rows - rows.length;
  return [
    {
      title: table.label || table.name,
      columns: specs.map(({ label, align }) => ({ label, align })),
      rows,
      ...(left > 0 && { rest: `and ${plural(left, "more row", "more rows", locale)} in the workbook` }),
    },
  ];
}

function summarise(context: SummaryContext): Summary {
  const { info, outcome, locale } = context;
  const used = Object.values(outcome.inputs).map(({ name, rows }) => `${name}: ${number(rows, locale)} rows`);
  return {
    headline: info.question || info.title,
    ...(used.length > 0 && { subtitle: used.join(", ") }),
    findings: [],
    figures: figuresOf(context)
      .slice(0, mostFigures)
      .map(({ label, value }) => ({ label, value })),
    tables: info.results.tables.slice(0, 2).flatMap((table) => headOf(context, table)),
    assumptions: [],
    setAside: [],
  };
}

export const generic: TakeAway = { summarise };
