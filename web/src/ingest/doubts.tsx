// What a table's reader set aside or could not read, with line and text, so that nothing is dropped silently.
import type { TableReport } from "../engine/types";
import { download } from "../state/download";
import { number, plural } from "../ui/format";

/** Starts of formulas are disarmed, since the list may be opened in a spreadsheet. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function setAsideCsv(table: TableReport): string {
  const rows = table.set_aside.map((row) => [String(row.line), cell(row.reason), cell(row.text)].join(","));
  return `${["line,reason,text", ...rows].join("\r\n")}\r\n`;
}

/** Total rows and notes that stood around the table: listed to be seen, but no loss. */
export const isHarmless = (reason: string) => /^(total row|note)/.test(reason);

type Row = TableReport["set_aside"][number];

function Lines({ rows, locale }: { rows: Row[]; locale: string }) {
  return rows.map((row) => (
    <li key={row.line}>
      Line {number(row.line, locale, 0)}: {row.reason} <code class="mono muted">{row.text}</code>
    </li>
  ));
}

export function SetAside({ table, locale }: { table: TableReport; locale: string }) {
  const lost = table.set_aside.filter((row) => !isHarmless(row.reason));
  const around = table.set_aside.filter((row) => isHarmless(row.reason));
  const lossText = plural(table.set_aside_count, "row set aside", "rows set aside", locale);
  const aroundText = plural(around.length, "total or note row", "total and note rows", locale);
  const parts = [...(table.set_aside_count > 0 ? [lossText] : []), ...(around.length > 0 ? [aroundText] : [])];
  if (parts.length === 0) return null;
  const listed = table.set_aside.length;
  const isPart = lost.length < table.set_aside_count;
  return (
    <details class="fold">
      <summary>{parts.join(", ")}</summary>
      <ul class="list-plain fold-body stack-tight small">
        <Lines rows={[...lost, ...around].slice(0, 20)} locale={locale} />
        <li>
          <button
            type="button"
            class="link"
            onClick={() => download(`set_aside_${table.name}.csv`, setAsideCsv(table))}
          >
            {isPart ? `Download the first ${number(listed, locale, 0)}` : "Download them"}
          </button>
        </li>
      </ul>
    </details>
  );
}

export function BadCells({ table, locale }: { table: TableReport; locale: string }) {
  const bad = table.columns.filter((column) => column.bad !== null);
  if (bad.length === 0) return null;
  return (
    <details class="fold" open>
      <summary class="warn-text">
        {plural(bad.length, "column has cells that cannot be read", "columns have cells that cannot be read", locale)}
      </summary>
      <ul class="list-plain fold-body stack-tight small">
        {bad.map((column) => (
          <li key={column.name}>
            <strong>{column.name}</strong>: {plural(column.bad?.count ?? 0, "cell is", "cells are", locale)} not a{" "}
            {column.type}, first on line {number(column.bad?.line ?? 0, locale, 0)}:{" "}
            <code class="mono">{column.bad?.text}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
