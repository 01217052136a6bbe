// The data page: the first screen while nothing is open, then what the data answers and a card a file.
import type { OpenFile } from "../state/files";
import { files, fits, tables, takeFiles } from "../state/project";
import { Icon } from "../ui/layout";
import { FilePicker } from "./drop";
import { EnoughFor } from "./enough";
import { FileCard } from "./file-card";
import { Landing } from "./landing";

/** What needs attention stands first: refused files, then those under way. */
const order: Record<OpenFile["state"], number> = { failed: 0, reading: 1, ready: 2 };

export function DataPage({ over }: { over: boolean }) {
  const open = [...files.open.value].sort((a, b) => order[a.state] - order[b.state]);
  if (open.length === 0) return <Landing over={over} fits={fits.value} onFiles={takeFiles} />;
  return (
    <div class="stack data-page">
      <div class="row spread">
        <h1>Data</h1>
        <FilePicker class="button" onFiles={takeFiles}>
          <Icon name="upload" />
          Add files
        </FilePicker>
      </div>
      {tables.value.length > 0 && <EnoughFor fits={fits.value} />}
      {open.map((entry) => (
        <FileCard key={entry.key} entry={entry} />
      ))}
    </div>
  );
}
