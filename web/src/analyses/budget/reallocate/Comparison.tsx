// Scenarios in a chart and campaign by campaign.
import { useMemo, useRef, useState } from "preact/hooks";
import { Chart } from "../../../ui/chart";
import { download } from "../../../ui/download";
import { Button } from "../../../ui/layout";
import { DataTable } from "../../../ui/table";
import { toCsv } from "../../../ui/table/csv";
import type { PageProps } from "../../types";
import { byCampaign, type Compared, compareConfig, compareTitle, sumsTable } from "./compare";
import { aimOf } from "./headline";
import type { Words } from "./read";

interface ComparisonProps extends PageProps {
  rows: Compared[];
  words: Words;
}

/** Rows that are made anew at each drawing are the same as long as what is in them is. */
function useSteady(rows: Compared[]): Compared[] {
  const held = useRef(rows);
  const before = held.current;
  const isSame = (row: Compared, at: number) => {
    const old = before[at];
    return old?.outcome === row.outcome && old.name === row.name && old.isPlan === row.isPlan;
  };
  if (rows.length !== before.length || !rows.every(isSame)) held.current = rows;
  return held.current;
}

function ByCampaign({ rows, currency, locale }: ComparisonProps) {
  const table = useMemo(() => byCampaign(rows), [rows]);
  const csv = () => {
    // Under the scenarios' names: ids are for the page.
    const names = table.columns.map(({ name, label }) => [label, table.data.columns[name]] as const);
    const columns = Object.fromEntries(names.flatMap(([label, column]) => (column ? [[label, column]] : [])));
    const text = toCsv({ rows: table.data.rows, columns }, true);
    download("budget_scenarios.csv", new Blob([text], { type: "text/csv;charset=utf-8" }));
  };
  return (
    <DataTable
      id="table-scenarios"
      label="Budgets by campaign and scenario"
      noun="campaigns"
      columns={table.columns}
      data={table.data}
      currency={currency}
      locale={locale}
      onCsv={csv}
    />
  );
}

export function Comparison(props: ComparisonProps) {
  const { outcome, currency, locale, words } = props;
  const rows = useSteady(props.rows);
  const [isOpen, setOpen] = useState(false);
  const { noun } = aimOf(outcome.params);
  const config = useMemo(() => compareConfig(rows, noun, words), [rows, noun, words]);
  const table = useMemo(() => sumsTable(rows), [rows]);
  return (
    <div class="stack-loose">
      <Chart
        title={compareTitle(rows, noun, words)}
        caption="What each plan is to change against today's split, once luck is discounted. Bars whose intervals overlap may well change places."
        config={config}
        table={table}
        height={70 + rows.length * 36}
        currency={currency}
        locale={locale}
      />
      <div>
        <Button icon="table" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Compare by campaign
        </Button>
      </div>
      {isOpen && <ByCampaign {...props} rows={rows} />}
    </div>
  );
}
