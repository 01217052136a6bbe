// Names left out of a snapshot: letters stand in, the same letter for the same name wherever it is.
import type { Column, Field, Notice } from "../engine/types";
import { isOurs, ourNames } from "./engine-words";
import { columnLetters } from "./letters";
import type { Frame, Snapshot } from "./snapshot";

/** "adset_name" -> "Adset". */
function kindOf(column: string): string {
  // A curve is one of a channel, and so is each end of a path.
  if (/^(curve|from|to|target|channel_[ab])$/.test(column)) return "Channel";
  const base = column.replace(/_(name|id)$/, "").replaceAll("_", " ") || "name";
  return base.charAt(0).toUpperCase() + base.slice(1);
}

class Letters {
  private readonly known = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  constructor(private readonly words: readonly string[]) {}

  letterOf(name: string, column: string): string {
    if (name === "" || this.words.includes(name) || ourNames.includes(name)) return name;
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const kind = kindOf(column);
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

  /** Whether one of the names stands somewhere in a text, as words of their own. */
  isIn(text: string): boolean {
    const isApart = (at: number) => !/[\p{L}\p{N}]/u.test(text.charAt(at));
    return [...this.known.keys()].some((name) => {
      const at = name === "" ? -1 : text.indexOf(name);
      return at >= 0 && name !== text && isApart(at - 1) && isApart(at + name.length);
    });
  }
}

function hideColumn(table: string, name: string, column: Column, letters: Letters): Column {
  if (column.kind !== "text") return column;
  const used = new Set(column.codes);
  const replace = (text: string) => {
    if (!isOurs(table, name)) return letters.letterOf(text, name);
    return letters.isIn(text) ? "" : text;
  };
  // What no row uses is dropped: a dictionary may know more names than the result shows.
  return { ...column, dictionary: column.dictionary.map((text, code) => (used.has(code) ? replace(text) : "")) };
}

type NamedFrame = readonly [table: string, frame: Frame];

/** Where a name and an id tell of the same thing, the id goes: it is a name too. */
const keptColumns = ({ columns }: Frame) =>
  Object.entries(columns).filter(([name]) => !(name.endsWith("_id") && name.replace(/_id$/, "_name") in columns));

/** All names are known before any text that may hold one is looked at. */
function learnNames(frames: NamedFrame[], letters: Letters): void {
  for (const [table, frame] of frames) {
    for (const [name, column] of keptColumns(frame)) {
      if (!isOurs(table, name)) hideColumn(table, name, column, letters);
    }
  }
}

const hideFrame = (table: string, frame: Frame, letters: Letters): Frame => ({
  rows: frame.rows,
  columns: Object.fromEntries(
    keptColumns(frame).map(([name, column]) => [name, hideColumn(table, name, column, letters)]),
  ),
});

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

/** A key that is no name of the data, such as a misspelt channel, tells one all the same, and what was typed freely may. */
function withoutStrangers(
  params: Record<string, unknown>,
  letters: Letters,
  fields: readonly Field[],
): Record<string, unknown> {
  const stranger = (value: unknown) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).some((key) => !letters.nameFor(key));
  const isTyped = (name: string) => fields.some((field) => field.name === name && field.type === "text");
  return Object.fromEntries(Object.entries(params).filter(([name, value]) => !isTyped(name) && !stranger(value)));
}

/** `fields`: the analysis's parameters. */
export function hideNames(snapshot: Snapshot, words: readonly string[] = [], fields: readonly Field[] = []): Snapshot {
  const letters = new Letters(words);
  const { result, inputs } = snapshot;
  const named: NamedFrame[] = Object.entries(result?.tables ?? {});
  const given = Object.entries(inputs ?? {});
  learnNames([...named, ...given.flatMap(([name, frames]) => frames.map((frame) => [name, frame] as const))], letters);
  const tables = named.map(([name, frame]) => [name, hideFrame(name, frame, letters)] as const);
  const nameless = (params: Record<string, unknown>) =>
    hideValue(withoutStrangers(params, letters, fields), letters) as Record<string, unknown>;
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
    inputs:
      inputs &&
      Object.fromEntries(given.map(([name, frames]) => [name, frames.map((frame) => hideFrame(name, frame, letters))])),
  };
}
