// A file while it is read: how far, how fast, how many rows, and a way to stop.
import type { OpenFile } from "../state/files";
import { bytes, number } from "../ui/format";
import { Progress } from "../ui/layout";

/** Bytes a second since the reading began. */
export function speed(entry: Pick<OpenFile, "since" | "progress">, now: number): number {
  const seconds = (now - entry.since) / 1000;
  return seconds > 0 ? entry.progress.bytes / seconds : 0;
}

export function ReadingCard(props: { entry: OpenFile; locale: string; onCancel: () => void }) {
  const { entry, locale } = props;
  const { bytes: read, total, rows } = entry.progress;
  const facts = [`${bytes(read, locale)} of ${bytes(total, locale)}`, `${number(rows, locale, 0)} rows`];
  if (read > 0) facts.push(`${bytes(speed(entry, performance.now()), locale)}/s`);
  return (
    <section class="card" aria-label={`Reading ${entry.file.name}`}>
      <Progress
        fraction={total > 0 ? read / total : Number.NaN}
        phase={`Reading ${entry.file.name}`}
        detail={facts.join(", ")}
        locale={locale}
        onCancel={props.onCancel}
      />
    </section>
  );
}
