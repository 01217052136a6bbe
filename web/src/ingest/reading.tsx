// A file while it is read: how far, how fast, how many rows, and a way to stop.
import type { OpenFile } from "../state/files";
import { bytes, number } from "../ui/format";
import { Progress } from "../ui/layout";

/** Bytes a second since the reading began. */
export function speed(entry: Pick<OpenFile, "since" | "progress">, now: number): number {
  const seconds = (now - entry.since) / 1000;
  return seconds > 0 ? entry.progress.bytes / seconds : 0;
}

interface ReadingProps {
  entry: OpenFile;
  locale: string;
  onCancel: () => void;
}

function HowFar({ entry, locale, onCancel, phase }: ReadingProps & { phase: string }) {
  const { bytes: read, total, rows } = entry.progress;
  const facts = [`${bytes(read, locale)} of ${bytes(total, locale)}`, `${number(rows, locale, 0)} rows`];
  if (read > 0) facts.push(`${bytes(speed(entry, performance.now()), locale)}/s`);
  const fraction = total > 0 ? read / total : Number.NaN;
  return <Progress fraction={fraction} phase={phase} detail={facts.join(", ")} locale={locale} onCancel={onCancel} />;
}

export function ReadingCard(props: ReadingProps) {
  const phase = `Reading ${props.entry.file.name}`;
  return (
    <section class="card" aria-label={phase}>
      <HowFar {...props} phase={phase} />
    </section>
  );
}

/** Inside the card of what was read before, which stays in use meanwhile. */
export const ReadingAgain = (props: ReadingProps) => <HowFar {...props} phase="Reading it again" />;
