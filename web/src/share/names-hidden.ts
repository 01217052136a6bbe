// Names left out of a snapshot: letters stand in, the same letter for the same name wherever it is.
import type { Column, Notice } from "../engine/types";
import { columnLetters } from "./letters";
import type { Frame, Snapshot } from "./snapshot";

const nameLike =
  /(^|_)(name|id)$|^(campaign|adset|ad|channel|group|curve|keyword|placement|creative|source|medium|region|geo|product|audience|topic|location)s?$/;

const isName = (column: string) => nameLike.test(column);

/** "adset_name" -> "Adset". */
function kindOf(column: string): string {
  const base = column.replace(/_(name|id)$/, "").replaceAll("_", " ") || "name";
  return base.charAt(0).toUpperCase() + base.slice(1);
}

class Letters {
  private readonly known = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  constructor(private readonly words: readonly string[]) {}

  letterOf(name: string, column: string): string {
    if (name === "" || this.words.includes(name)) return name;
    const known = this.known.get(name);
    if (known !== undefined) return known;
    // A curve is one of a channel.
    const kind = kindOf(column === "curve" ? "channel" : column);
    const next = this.counts.get(kind) ?? 0;
    this.counts.set(kind, next + 1);
    const letter = `${kind} ${columnLetters(next)}`;
    this.known.set(name, letter);
    return letter;
  }

  /** For what is a name only where it is known as one. */
  nameFor(text: string): string | undefined {
    return this.known.get(text);
  }

  /** Whether one of the names stands somewhere in a text. */
  isIn(text: string): boolean {
    return [...this.known.keys()].some((name) => name.length > 2 && text.includes(name));
  }
}

function hideColumn(name: string, column: Column, letters: Letters): Column {
  if (column.kind !== "text") return column;
  const used = new Set(column.codes);
  const replace = (text: string) => {
    if (isName(name)) return letters.letterOf(text, name);
    return letters.isIn(text) ? "" : text;
  };
  // What no row uses is dropped: a dictionary may know more names than the result shows.
  return { ...column, dictionary: column.dictionary.map((text, code) => (used.has(code) ? replace(text) : "")) };
}

/** Where a name and an id tell of the same thing, the id goes: it is a name too. */
function hideFrame({ rows, columns }: Frame, letters: Letters): Frame {
  const kept = Object.entries(columns).filter(
    ([name]) => !(name.endsWith("_id") && name.replace(/_id$/, "_name") in columns),
  );
  // Names before words, so that a name is known when a word that holds it comes.
  kept.sort(([a], [b]) => Number(isName(b)) - Number(isName(a)));
  return { rows, columns: Object.fromEntries(kept.map(([name, column]) => [name, hideColumn(name, column, letters)])) };
}

function hideNotice(notice: Notice, letters: Letters): Notice[] {
  const texts = Object.entries(notice.texts).map(
    ([name, text]) => [name, text === "" ? "" : letters.nameFor(text)] as const,
  );
  // A notice on anything else may name a file, a column, a person.
  if (texts.some(([, text]) => text === undefined)) return [];
  return [{ ...notice, texts: Object.fromEntries(texts) as Record<string, string> }];
}

/** Names in parameters, as keys or values, however deep. */
function hideValue(value: unknown, letters: Letters): unknown {
  if (typeof value === "string") return letters.nameFor(value) ?? value;
  if (Array.isArray(value)) return value.map((entry) => hideValue(entry, letters));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) => [letters.nameFor(key) ?? key, hideValue(entry, letters)]);
  return Object.fromEntries(entries);
}

/** A key that is no name of the data, such as a misspelt channel, tells one all the same. */
function withoutStrangers(params: Record<string, unknown>, letters: Letters): Record<string, unknown> {
  const stranger = (value: unknown) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).some((key) => !letters.nameFor(key));
  return Object.fromEntries(Object.entries(params).filter(([, value]) => !stranger(value)));
}

export function hideNames(snapshot: Snapshot, words: readonly string[] = []): Snapshot {
  const letters = new Letters(words);
  const { result, inputs } = snapshot;
  const tables = Object.entries(result?.tables ?? {}).map(
    ([name, frame]) => [name, hideFrame(frame, letters)] as const,
  );
  const given = Object.entries(inputs ?? {}).map(
    ([name, frames]) => [name, frames.map((frame) => hideFrame(frame, letters))] as const,
  );
  const nameless = (params: Record<string, unknown>) =>
    hideValue(withoutStrangers(params, letters), letters) as Record<string, unknown>;
  return {
    ...snapshot,
    params: nameless(snapshot.params),
    // What the sender called them may name something.
    ...(snapshot.scenarios && {
      scenarios: snapshot.scenarios.map(({ isPlan, params }, k) => ({
        name: `Scenario ${columnLetters(k)}`,
        isPlan,
        params: nameless(params),
      })),
    }),
    data: snapshot.data.map((one, k) => ({ ...one, name: `Data ${k + 1}` })),
    hidden: { ...snapshot.hidden, names: true },
    result: result && {
      ...result,
      scalars: Object.fromEntries(
        Object.entries(result.scalars).map(([name, value]) => [
          name,
          typeof value === "string" ? (letters.nameFor(value) ?? (letters.isIn(value) ? "" : value)) : value,
        ]),
      ),
      tables: Object.fromEntries(tables),
      notices: result.notices.flatMap((notice) => hideNotice(notice, letters)),
    },
    inputs: inputs && Object.fromEntries(given),
  };
}
