// Everything the result says about one row, with what each figure means.
import type { AnalysisInfo, Column, Field, RunOutcome } from "../engine/types";
import { byUnit, dash, day, number } from "../ui/format";
import { BucketMark, Panel } from "../ui/layout";
import { bucketOf, numberAt, textAt } from "../ui/table";

export interface OpenRow {
  table: string;
  row: number;
}

function shown(field: Field, column: Column, row: number, currency: string, locale: string) {
  if (column.kind === "text") return textAt(column, row) || dash;
  const value = numberAt(column, row);
  if (field.unit === "bucket") return <BucketMark bucket={bucketOf(value)} />;
  if (!Number.isFinite(value)) return dash;
  if (column.kind === "day") return day(value, locale, "long");
  return field.type === "integer" ? number(value, locale, 0) : byUnit(value, field.unit, currency, locale);
}

/** The name of a row: what the table is of ("adset_name" in "adsets"), else its first name, else its first text. */
export function rowName(table: string, fields: Field[], columns: Record<string, Column>, row: number): string {
  const own = table.replace(/s$/, "");
  const rank = ({ name }: Field) => ([`${own}_name`, own].includes(name) ? 0 : name.endsWith("_name") ? 1 : 2);
  const texts = fields.filter((field) => columns[field.name]?.kind === "text").sort((a, b) => rank(a) - rank(b));
  const named = texts.find((field) => textAt(columns[field.name], row) !== "");
  return named ? textAt(columns[named.name], row) : `Row ${row + 1}`;
}

interface RowProps {
  info: AnalysisInfo;
  outcome: RunOutcome;
  open: OpenRow;
  currency: string;
  locale: string;
}

export function RowFacts({ info, outcome, open, currency, locale }: RowProps) {
  const fields = info.results.tables.find((table) => table.name === open.table)?.columns ?? [];
  const columns = outcome.result.tables[open.table]?.columns ?? {};
  return (
    <dl class="row-facts">
      {fields.map((field) => {
        const column = columns[field.name];
        return (
          column && (
            <div key={field.name}>
              <dt title={field.help}>{field.label}</dt>
              <dd>{shown(field, column, open.row, currency, locale)}</dd>
            </div>
          )
        );
      })}
    </dl>
  );
}

export function RowPanel({ onClose, ...props }: RowProps & { onClose: () => void }) {
  const { info, outcome, open } = props;
  const data = outcome.result.tables[open.table];
  if (!data || open.row >= data.rows) return null;
  const fields = info.results.tables.find((table) => table.name === open.table)?.columns ?? [];
  return (
    <Panel title={rowName(open.table, fields, data.columns, open.row)} onClose={onClose}>
      <RowFacts {...props} />
    </Panel>
  );
}
