// A file on the data page: under way, refused with its reason, or read into tables, one card for each file inside it.
import type { FileReport, TableReport } from "../engine/types";
import type { OpenFile } from "../state/files";
import { fileFingerprint, mappingOf, tableFingerprint } from "../state/inputs";
import { answer, answers, engine, files, fits, locale, mappings, setMapping } from "../state/project";
import { modelInText } from "../ui/attribution-words";
import { bytes, plural } from "../ui/format";
import { ErrorBox } from "../ui/layout";
import { ReadingAgain, ReadingCard } from "./reading";
import { headingOf, TableCard, type TableCardProps, TableFacts } from "./table-card";

const fetchRows = engine.preview.bind(engine);

function RefusedCard({ entry, onDismiss }: { entry: OpenFile; onDismiss: () => void }) {
  if (!entry.error) return null;
  return (
    <ErrorBox
      error={entry.error}
      actions={
        <button type="button" class="button" onClick={onDismiss}>
          Dismiss
        </button>
      }
    />
  );
}

function PassedOver({ entry }: { entry: OpenFile }) {
  if (entry.passedOver.length === 0) return null;
  return (
    <details class="fold small">
      <summary>{plural(entry.passedOver.length, "part was passed over", "parts were passed over", locale)}</summary>
      <ul class="list-plain fold-body stack-tight muted">
        {entry.passedOver.map(({ name, reason }) => (
          <li key={name}>
            <strong>{name}</strong>: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** True for the table that an analysis would take, also when it still lacks a column. */
const isUsed = (table: TableReport) => fits.value.some((fit) => fit.inputs.some((input) => input.table === table.id));

function propsFor(entry: OpenFile, table: TableReport): TableCardProps {
  const print = tableFingerprint(table);
  return {
    table,
    locale,
    mapping: mappingOf(table, fits.value, mappings.value),
    isUsed: isUsed(table),
    answered: answers.value[fileFingerprint(table)] ?? {},
    busy: entry.again,
    onAnswer: (change) => void answer(entry.key, table, change),
    onChoose: (roles, column) => setMapping(print, roles, column),
    fetchRows,
  };
}

/** One of several tables of a file: folded to a line, since most serve no analysis. */
function FoldedTable({ entry, table }: { entry: OpenFile; table: TableReport }) {
  const name = headingOf(table);
  return (
    <li class="card stack table-item">
      <details open={table.questions.length > 0 || isUsed(table)}>
        <summary>
          <h3 class="table-name">{name}</h3>
          <TableFacts table={{ ...table, title: "" }} locale={locale} />
        </summary>
        <TableCard {...propsFor(entry, table)} />
      </details>
      <button
        type="button"
        class="button button-quiet table-remove"
        onClick={() => files.removeTables(entry.key, [table.id])}
      >
        Remove <span class="visually-hidden">{name}</span>
      </button>
    </li>
  );
}

function Tables({ entry, report }: { entry: OpenFile; report: FileReport }) {
  const [only, ...others] = report.tables;
  if (!only) return null;
  if (others.length > 0) {
    return (
      <ul class="list-plain stack" aria-label={`Tables of ${report.name}`}>
        {report.tables.map((table) => (
          <FoldedTable key={table.place} entry={entry} table={table} />
        ))}
      </ul>
    );
  }
  return (
    <>
      <TableFacts table={only} locale={locale} />
      <TableCard {...propsFor(entry, only)} />
    </>
  );
}

function ReadCard({ entry, report }: { entry: OpenFile; report: FileReport }) {
  const inside = report.name === entry.file.name ? "" : `in ${entry.file.name}`;
  const several = report.tables.length > 1 ? plural(report.tables.length, "table", "tables", locale) : "";
  const facts = [several, inside, bytes(report.bytes, locale)].filter((fact) => fact !== "");
  const ids = report.tables.map((table) => table.id);
  const isLast = entry.reports.at(-1) === report;
  return (
    <section class="card stack" aria-label={report.name}>
      <div class="card-head flush">
        <h2 class="card-title truncate" title={report.name}>
          {report.name}
        </h2>
        <span class="muted small">{facts.join(", ")}</span>
        <button type="button" class="button button-quiet" onClick={() => files.removeTables(entry.key, ids)}>
          Remove <span class="visually-hidden">{report.name}</span>
        </button>
      </div>
      {entry.made && (
        <p class="small">{`Made in this session: credits of ${modelInText(entry.made.model)} from ${entry.made.from}. Attributed, not proven.`}</p>
      )}
      {entry.again && <ReadingAgain entry={entry} locale={locale} onCancel={() => files.cancel(entry.key)} />}
      <Tables entry={entry} report={report} />
      {isLast && <PassedOver entry={entry} />}
    </section>
  );
}

export function FileCard({ entry }: { entry: OpenFile }) {
  switch (entry.state) {
    case "reading":
      return <ReadingCard entry={entry} locale={locale} onCancel={() => files.cancel(entry.key)} />;
    case "failed":
      return <RefusedCard entry={entry} onDismiss={() => files.remove(entry.key)} />;
    case "ready":
      return (
        <>
          <RefusedCard entry={entry} onDismiss={() => files.dismissError(entry.key)} />
          {entry.reports.map((report) => (
            <ReadCard key={report.name} entry={entry} report={report} />
          ))}
        </>
      );
  }
}
