// Files that are being read or were refused, wherever the person is: a drop is never answered by silence.
import { files } from "../state/project";
import { FileCard } from "./file-card";

export function FilesUnderWay() {
  const open = files.open.value.filter((entry) => entry.state !== "ready");
  if (open.length === 0) return null;
  return (
    <div class="stack under-way">
      {open.map((entry) => (
        <FileCard key={entry.key} entry={entry} />
      ))}
    </div>
  );
}
