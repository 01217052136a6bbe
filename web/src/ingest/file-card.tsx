// A file on the data page: under way, refused with its reason, or read into tables.

import type { OpenFile } from "../state/files";
import { mappingOf, tableFingerprint } from "../state/inputs";
import { engine, files, fits, locale, mappings, setMapping } from "../state/project";
import { bytes } from "../ui/format";
import { ErrorBox } from "../ui/layout";
import { ReadingCard } from "./reading";
import { TableCard } from "./table-card";

const fetchRows = engine.preview.bind(engine);

function RefusedCard({ entry }: { entry: OpenFile }) {
  if (!entry.error) return null;
  return (
    <ErrorBox
      error={entry.error}
      actions={
        <button type="button" class="button" onClick={() => files.remove(entry.key)}>
          Dismiss
        </button>
      }
    />
  );
}

function ReadCard({ entry }: { entry: OpenFile }) {
  const { report, file } = entry;
  if (!report) return null;
  const known = report.platform === "generic" ? [] : [report.platform];
  const facts = [...known, bytes(report.bytes, locale)].filter(Boolean);
  return (
    <section class="card stack" aria-label={file.name}>
      <div class="card-head flush">
        <h2 class="card-title truncate" title={file.name}>
          {file.name}
        </h2>
        <span class="muted small">{facts.join(", ")}</span>
        <button type="button" class="button button-quiet" onClick={() => files.remove(entry.key)}>
          Remove <span class="visually-hidden">{file.name}</span>
        </button>
      </div>
      {report.tables.map((table) => (
        <TableCard
          key={table.id}
          table={table}
          locale={locale}
          mapping={mappingOf(table, fits.value, mappings.value)}
          onChoose={(role, column) => setMapping(tableFingerprint(table), role, column)}
          fetchRows={fetchRows}
        />
      ))}
    </section>
  );
}

export function FileCard({ entry }: { entry: OpenFile }) {
  switch (entry.state) {
    case "reading":
      return <ReadingCard entry={entry} locale={locale} onCancel={() => files.cancel(entry.key)} />;
    case "failed":
      return <RefusedCard entry={entry} />;
    case "ready":
      return <ReadCard entry={entry} />;
  }
}
