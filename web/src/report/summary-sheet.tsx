// The one-page summary on a sheet that can be read, printed and saved as PDF by the browser.
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Summary, SummaryTable } from "../analyses/summaries";
import { Button, IconButton } from "../ui/layout";
import type { Report } from "./report";

function Table({ table }: { table: SummaryTable }) {
  return (
    <section>
      <h2>{table.title}</h2>
      <table class="sheet-table">
        <thead>
          <tr>
            {table.columns.map(({ label, align }) => (
              <th key={label} scope="col" data-align={align}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, k) => (
            <tr key={`${k} ${row[0]}`}>
              {row.map((cell, column) => (
                <td key={table.columns[column]?.label} data-align={table.columns[column]?.align}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rest && <p class="muted">{table.rest}</p>}
    </section>
  );
}

function List({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Figures({ figures }: Pick<Summary, "figures">) {
  return (
    <dl class="sheet-figures">
      {figures.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong>{value}</strong>
            {note && <span class="muted">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Sheet({ report }: { report: Report }) {
  const { summary, grade, doubts } = report;
  const meta = [summary.subtitle, grade.label].filter(Boolean).join(". ");
  return (
    <article class="sheet">
      <p class="muted">{report.title}</p>
      <h1>{summary.headline}</h1>
      <p class="muted">{meta}</p>
      {summary.findings.length > 0 && (
        <ul>
          {summary.findings.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {summary.figures.length > 0 && <Figures figures={summary.figures} />}
      {summary.tables.map((table) => (
        <Table key={table.title} table={table} />
      ))}
      <div class="sheet-notes">
        <List
          title="What to keep in mind"
          lines={[
            ...(grade.meaning ? [`${grade.label}: ${grade.meaning}`] : []),
            ...doubts.map(({ severity, text }) => (severity === "warning" ? `Warning: ${text}` : text)),
          ]}
        />
        <List title="What was assumed" lines={summary.assumptions} />
        <List title="What was left out" lines={summary.setAside} />
        <List title="Data" lines={[...report.data, `Outlay ${report.engine}`]} />
      </div>
    </article>
  );
}

/** While it is open, printing prints the sheet alone, also by the browser's own menu. */
export function SummarySheet({ report, onClose }: { report: Report; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  useLayoutEffect(() => {
    document.documentElement.dataset.printing = "sheet";
    return () => {
      delete document.documentElement.dataset.printing;
    };
  }, []);
  return (
    <dialog ref={dialog} class="dialog dialog-sheet" aria-label="Summary" onClose={onClose}>
      <div class="dialog-head no-print">
        <Button kind="primary" icon="file" onClick={() => window.print()}>
          Print or save as PDF
        </Button>
        <IconButton icon="close" label="Close" onClick={() => dialog.current?.close()} />
      </div>
      <div class="dialog-body">
        <Sheet report={report} />
      </div>
    </dialog>
  );
}
