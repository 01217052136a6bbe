// One table that was read: what it is, its columns and their roles, what was set aside, its first rows.
import { useState } from "preact/hooks";
import type { Preview as Rows } from "../engine/protocol";
import type { ReadOptions, TableReport } from "../engine/types";
import type { ShownMapping } from "../state/inputs";
import { day, number, parseIsoDay, plural } from "../ui/format";
import { Notices } from "../ui/layout";
import { ControlTotals } from "./control-totals";
import { BadCells, SetAside } from "./doubts";
import { Mapping } from "./mapping";
import { Preview } from "./preview";
import { Questions } from "./questions";
import { ShapeLine, saidByShape, shapeFact } from "./shape";

export interface TableCardProps {
  table: TableReport;
  locale: string;
  /** The input the columns are mapped to, and how far they fit it. */
  mapping: ShownMapping | null;
  /** False for a table that no analysis would take: its mapping stays folded and asks for nothing. */
  isUsed: boolean;
  answered: ReadOptions;
  /** True while its file is read again. */
  busy: boolean;
  onAnswer: (change: ReadOptions) => void;
  onChoose: (roles: string[], column: string | undefined) => void;
  fetchRows: (table: number, first: number, count: number) => Promise<Rows>;
}

export function periodText(period: TableReport["period"], locale: string): string {
  if (!period) return "";
  return `${day(parseIsoDay(period.from), locale)} to ${day(parseIsoDay(period.to), locale)}`;
}

/** What stands in a line of its own elsewhere on the card. */
const saidElsewhere = /^(rows_set_aside|personal_dropped|.*_open)$/;

export function platformOf(table: TableReport): string {
  return table.platform === "generic" ? "" : table.platform_label;
}

const hasMoney = (table: TableReport) =>
  table.columns.some((column) =>
    /^(spend|cost|budget|revenue|.*value|cp[acm]|pltv|price|amount)$/.test(column.role ?? ""),
  );

/** What one of several tables is called: by its title, else by what it lists. */
export function headingOf(table: TableReport): string {
  const names = table.columns.slice(0, 3).map((column) => column.name);
  return table.title || names.join(", ") || table.name;
}

export function factsOf(table: TableReport, locale: string): string[] {
  const facts = [
    platformOf(table),
    table.title,
    plural(table.rows, "row", "rows", locale),
    plural(table.columns.length, "column", "columns", locale),
    shapeFact(table, locale),
    periodText(table.period, locale),
    table.currency ?? (hasMoney(table) ? "currency not stated" : ""),
    table.set_aside_count > 0 ? plural(table.set_aside_count, "row set aside", "rows set aside", locale) : "",
  ];
  return [...new Set(facts)].filter((fact) => fact !== "");
}

function mappingSummary(mapping: TableCardProps["mapping"], locale: string): string {
  if (!mapping) return "Columns";
  const { input, fit } = mapping;
  const lacking = input.roles.filter((role) => fit.missing_roles.includes(role.name)).map((role) => role.label);
  if (lacking.length > 0) return `Choose a column for ${lacking.join(", ")}`;
  const own = input.roles.filter((role) => !role.isOther);
  const mapped = own.filter((role) => fit.roles[role.name]).length;
  return `${number(mapped, locale, 0)} of ${number(own.length, locale, 0)} roles have a column`;
}

export function TableFacts({ table, locale }: { table: TableReport; locale: string }) {
  const platform = platformOf(table);
  return (
    <p class="table-facts muted">
      {factsOf(table, locale).map((fact) => (
        <span key={fact} class={fact === platform ? "table-platform" : undefined}>
          {fact}
        </span>
      ))}
    </p>
  );
}

function MappingFold(props: TableCardProps) {
  const { table, locale, mapping, isUsed } = props;
  if (!mapping) return null;
  const lacking = isUsed && mapping.fit.missing_roles.length > 0;
  return (
    <details class="fold" open={isUsed}>
      <summary class={lacking ? "warn-text" : ""}>{isUsed ? mappingSummary(mapping, locale) : "Columns"}</summary>
      <div class="fold-body">
        <Mapping mapping={mapping} table={table} onChoose={props.onChoose} />
      </div>
    </details>
  );
}

export function TableCard(props: TableCardProps) {
  const { table, locale } = props;
  const [looking, setLooking] = useState(false);
  const notices = table.notices.filter(({ code }) => !saidElsewhere.test(code) && !saidByShape.has(code));
  return (
    <div class="stack" aria-busy={props.busy}>
      <ShapeLine {...props} />
      <Questions {...props} />
      <ControlTotals table={table} locale={locale} />
      <Notices notices={notices} locale={locale} label={`Notes on ${table.name}`} />
      <BadCells table={table} locale={locale} />
      <SetAside table={table} locale={locale} />
      <MappingFold {...props} />
      <details class="fold" onToggle={(event) => setLooking(event.currentTarget.open)}>
        <summary>First rows</summary>
        <div class="fold-body">{looking && <Preview table={table} fetchRows={props.fetchRows} />}</div>
      </details>
    </div>
  );
}
