// One table that was read: what it is, its columns and their roles, what was set aside, its first rows.
import { useState } from "preact/hooks";
import type { Preview as Rows } from "../engine/protocol";
import type { TableReport } from "../engine/types";
import type { InputFit } from "../state/inputs";
import { day, number, parseIsoDay, plural } from "../ui/format";
import { BadCells, SetAside } from "./doubts";
import { Mapping } from "./mapping";
import { Preview } from "./preview";

export interface TableCardProps {
  table: TableReport;
  locale: string;
  /** The input the columns are mapped to, and how far they fit it. */
  mapping: { input: Parameters<typeof Mapping>[0]["input"]; fit: InputFit } | null;
  onChoose: (role: string, column: string | undefined) => void;
  fetchRows: (table: number, first: number, count: number) => Promise<Rows>;
}

export function periodText(period: TableReport["period"], locale: string): string {
  if (!period) return "";
  return `${day(parseIsoDay(period.from), locale)} to ${day(parseIsoDay(period.to), locale)}`;
}

function factsOf(table: TableReport, locale: string): string[] {
  const facts = [
    plural(table.rows, "row", "rows", locale),
    plural(table.columns.length, "column", "columns", locale),
    periodText(table.period, locale),
    table.currency ?? "currency not stated",
  ];
  return facts.filter((fact) => fact !== "");
}

function mappingSummary(mapping: TableCardProps["mapping"], locale: string): string {
  if (!mapping) return "Columns";
  const { input, fit } = mapping;
  const lacking = input.roles.filter((role) => fit.missing_roles.includes(role.name)).map((role) => role.label);
  if (lacking.length > 0) return `Choose a column for ${lacking.join(", ")}`;
  const mapped = input.roles.filter((role) => fit.roles[role.name]).length;
  return `${number(mapped, locale, 0)} of ${number(input.roles.length, locale, 0)} roles have a column`;
}

export function TableFacts({ table, locale }: { table: TableReport; locale: string }) {
  return (
    <p class="table-facts muted">
      {factsOf(table, locale).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}

export function TableCard(props: TableCardProps) {
  const { table, locale, mapping } = props;
  const [looking, setLooking] = useState(false);
  const lacking = (mapping?.fit.missing_roles.length ?? 0) > 0;
  return (
    <div class="stack">
      <TableFacts table={table} locale={locale} />
      <BadCells table={table} locale={locale} />
      <SetAside table={table} locale={locale} />
      {mapping && (
        <details class="fold" open>
          <summary class={lacking ? "warn-text" : ""}>{mappingSummary(mapping, locale)}</summary>
          <div class="fold-body">
            <Mapping input={mapping.input} fit={mapping.fit} table={table} onChoose={props.onChoose} />
          </div>
        </details>
      )}
      <details class="fold" onToggle={(event) => setLooking(event.currentTarget.open)}>
        <summary>First rows</summary>
        <div class="fold-body">{looking && <Preview table={table} fetchRows={props.fetchRows} />}</div>
      </details>
    </div>
  );
}
