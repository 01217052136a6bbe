// The ROAS bridge: why the return changed between two periods, cause by cause.
import { useMemo } from "preact/hooks";
import "../impact.css";
import { Chart } from "../../../ui/chart";
import { day, money, parseIsoDay } from "../../../ui/format";
import { type KeyFigure, KeyFigures, Notices, Page } from "../../../ui/layout";
import { columnsFor, DataTable } from "../../../ui/table";
import type { PageProps } from "../../types";
import { empty, type Words } from "../charts/tables";
import { type Cause, causesOf, causeTable, headline, signed, stepsConfig } from "./steps";

function figures(causes: Cause[], { currency, locale }: Words): KeyFigure[] {
  return causes.map(({ name, points, sales }) => ({
    label: name,
    value: signed(points, locale),
    tone: points < 0 ? "reduce" : points > 0 ? "scale" : "hold",
    note: `${money(Math.round(sales), currency, locale)} of sales`,
    help: "Points of ROAS, and what they are worth at the later period's spend.",
  }));
}

export default function BridgePage(props: PageProps) {
  const { info, outcome, currency, locale, actions, onCsv, onOpen } = props;
  const { scalars, tables } = outcome.result;
  const at = (name: string) => (typeof scalars[name] === "number" ? scalars[name] : Number.NaN);
  const dated = (name: string) => day(parseIsoDay(String(scalars[name] ?? "")), locale);
  const causes = useMemo(() => causesOf(tables.effects ?? empty), [tables]);
  const [earlier, later] = [at("roas_earlier"), at("roas_later")];
  const config = useMemo(() => stepsConfig(earlier, later, causes, locale), [earlier, later, causes, locale]);
  const table = useMemo(() => causeTable(causes), [causes]);
  const about = info.results.tables.find(({ name }) => name === "parts");
  const columns = useMemo(() => columnsFor(about?.columns ?? []), [about]);
  const said = headline(earlier, later, causes, locale);
  const periods = `${dated("later_from")} to ${dated("later_to")}, against ${dated("earlier_from")} to ${dated("earlier_to")}`;
  return (
    <Page headline={said} subtitle={periods} grade={outcome.grade} actions={actions}>
      <KeyFigures figures={figures(causes, { currency, locale })} />
      {about && (
        <DataTable
          id="table-parts"
          label={about.label}
          columns={columns}
          data={tables.parts ?? empty}
          currency={currency}
          locale={locale}
          onCsv={() => onCsv("parts")}
          onOpen={onOpen && ((row) => onOpen("parts", row))}
        />
      )}
      <Chart
        title={said}
        caption="The steps add up exactly. Mix is money moving between campaigns; the others are what happened within them. The axis may begin above 0."
        config={config}
        table={table}
        height={320}
        currency={currency}
        locale={locale}
      />
      <Notices notices={outcome.notices} locale={locale} />
    </Page>
  );
}
