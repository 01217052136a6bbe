// What a dropped file holds to read: itself, what gzip packed, the files of an archive, the sheets of a workbook.
import { EngineFailure, type PassedOver, type ReadOptions } from "../protocol";
import { chunksOf } from "../reading";
import { directoryOf, type Entry } from "./directory";
import { type Chunks, gunzipped } from "./inflate";
import { Budget, badFile, Hopeless, type Limits, tooManyFiles } from "./limits";
import { csvOf, hasFractions } from "./sheet-csv";
import { documentKind, refuseDocument, sheetsOf } from "./workbook";
import { opened, type Watch, watched } from "./zip";

export interface Part {
  /** How the engine and the page call it. */
  name: string;
  /** The file it belongs to on the page: sheets of one workbook share one. */
  file: string;
  /** What is known of its size, 0 for nothing. */
  bytes: number;
  chunks: Chunks;
  /** What the container already knows of how to read it. */
  options: ReadOptions;
  /** Encoding to report in place of that of the text made from it. */
  encoding?: string;
  title?: string;
  /** The size to report, where it is not that of the text. */
  size?: number;
}

export interface Source {
  blob: Blob;
  name: string;
  budget: Budget;
  limits: Limits;
  watch: Watch;
  passOver: (passed: PassedOver) => void;
  /** False inside an archive, where no further one is opened. */
  mayHold: boolean;
}

type Kind = "gzip" | "zip" | "text";

function kindOf(head: Uint8Array): Kind {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  const zip =
    head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
  return zip ? "zip" : "text";
}

const plain = (name: string, bytes: number, chunks: Chunks): Part => ({
  name,
  file: name,
  bytes,
  chunks,
  options: {},
});

/** Folders, and what systems leave in archives without being asked. */
const isFolder = (name: string) => name.endsWith("/");
const isClutter = (name: string) =>
  name.startsWith("__MACOSX/") ||
  name.split("/").some((step) => step.startsWith(".")) ||
  /(^|\/)Thumbs\.db$/i.test(name);

async function* partsOfWorkbook(source: Source, entries: Entry[]): AsyncGenerator<Part> {
  const { blob, name, budget, limits, watch } = source;
  const all = await sheetsOf(blob, entries, name, budget, limits, watch);
  const shown = all.filter((sheet) => !sheet.hidden);
  const sheets = shown.length > 0 ? shown : all;
  for (const sheet of all) {
    if (!sheets.includes(sheet)) source.passOver({ name: `${name} / ${sheet.name}`, reason: "a hidden sheet" });
  }
  for (const sheet of sheets) {
    const text = new Blob([...csvOf(sheet.rows)] as Uint8Array<ArrayBuffer>[]);
    const options: ReadOptions = hasFractions(sheet.rows) ? { decimal_mark: "." } : {};
    sheet.rows.length = 0;
    const own = sheets.length > 1 ? `${name} / ${sheet.name}` : name;
    const part = {
      ...plain(own, text.size, chunksOf(text)),
      file: name,
      options,
      encoding: "workbook",
      size: blob.size,
    };
    yield sheets.length > 1 ? { ...part, title: sheet.name } : part;
  }
}

async function blobOf(chunks: Chunks): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of chunks) parts.push(chunk as Uint8Array<ArrayBuffer>);
  return new Blob(parts);
}

/** Looks at the first bytes of a stream and gives it back whole. */
async function peeked(chunks: Chunks): Promise<{ head: Uint8Array; rest: Chunks }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  async function* rest() {
    if (first.done) return;
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head: first.done ? new Uint8Array(0) : first.value, rest: rest() };
}

/** The stated size serves to reserve memory, so one that only a bomb would have is not passed on. */
const believable = ({ packed, unpacked }: Entry) => (unpacked <= 50 * packed ? unpacked : 0);

async function* partsOfEntry(source: Source, entry: Entry): AsyncGenerator<Part> {
  const { blob, budget, watch } = source;
  const name = entry.name;
  const { head, rest } = await peeked(opened(blob, entry, name, budget, watch));
  const kind = kindOf(head);
  if (kind === "gzip") yield plain(name, 0, gunzipped(rest, name, budget));
  else if (kind === "text") yield plain(name, believable(entry), rest);
  else yield* partsOf({ ...source, blob: await blobOf(rest), name, watch: () => undefined, mayHold: false });
}

async function* partsOfArchive(source: Source, entries: Entry[]): AsyncGenerator<Part> {
  const { name, limits, passOver } = source;
  const files = entries.filter((entry) => !isFolder(entry.name));
  const wanted = files.filter((entry) => !isClutter(entry.name));
  if (!source.mayHold) {
    throw badFile(name, "is an archive inside an archive.", "Unpack it yourself and drop what is inside.");
  }
  if (wanted.length > limits.files) throw tooManyFiles(name, wanted.length, limits.files);
  for (const entry of files.filter((one) => isClutter(one.name))) {
    passOver({ name: entry.name, reason: "a file of the system" });
  }
  if (wanted.length === 0) throw badFile(name, "is an archive without files.", "Check what was packed into it.");
  for (const entry of wanted) {
    try {
      yield* partsOfEntry(source, entry);
    } catch (thrown) {
      if (!(thrown instanceof EngineFailure) || thrown instanceof Hopeless) throw thrown;
      passOver({ name: entry.name, reason: thrown.error.message });
    }
  }
}

export async function* partsOf(source: Source): AsyncGenerator<Part> {
  const { blob, name, budget, watch } = source;
  const head = new Uint8Array(
    await blob
      .slice(0, 4)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0)),
  );
  const kind = kindOf(head);
  if (kind === "text") yield plain(name, blob.size, watched(chunksOf(blob, { reuse: true }), watch));
  else if (kind === "gzip") yield plain(name, 0, gunzipped(watched(chunksOf(blob), watch), name, budget));
  else {
    const entries = await directoryOf(blob, name);
    const document = documentKind(entries);
    if (document === "workbook") yield* partsOfWorkbook(source, entries);
    else if (document) refuseDocument(name, document);
    else yield* partsOfArchive(source, entries);
  }
}

export const sourceOf = (file: File, limits: Limits, watch: Watch, passOver: Source["passOver"]): Source => ({
  blob: file,
  name: file.name,
  budget: new Budget(limits),
  limits,
  watch,
  passOver,
  mayHold: true,
});
