// What is kept of the work itself, so that a reload or a crash loses nothing: which files, which page, which settings.
import type { Made } from "./files";
import type { Reading } from "./project";
import { readList } from "./scenarios";
import { type Kept, readKept, readParams } from "./storage";

export interface KeptFile {
  /** Its key in the store of files. */
  id: string;
  /** The places of its tables that had been taken away. */
  removed: string[];
  /** What the page made it from; null for a file that was given. */
  made: Made | null;
}

export interface Work {
  version: 1;
  /** The part of the address after "#". */
  address: string;
  settings: Kept;
  files: KeptFile[];
  /** The key of the project file that is open. */
  project: string | null;
  /** What its reader made of it. */
  reading: Reading | null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];

function readMade(value: unknown): Made | null {
  if (!isRecord(value) || typeof value.model !== "string" || typeof value.from !== "string") return null;
  return { leads: texts(value.leads), model: value.model, from: value.from };
}

function readFile(value: unknown): KeptFile[] {
  if (!isRecord(value) || typeof value.id !== "string") return [];
  return [{ id: value.id, removed: texts(value.removed), made: readMade(value.made) }];
}

function readReading(value: unknown): Reading | null {
  if (!isRecord(value)) return null;
  const params = readParams(value.params);
  return params ? { params, scenarios: readList(value.scenarios) } : null;
}

/** Whatever was stored, as something whole; null when it is nothing of ours, or of a later version. */
export function readWork(value: unknown): Work | null {
  if (!isRecord(value) || value.version !== 1) return null;
  return {
    version: 1,
    address: typeof value.address === "string" && value.address.startsWith("#/") ? value.address : "",
    settings: readKept(JSON.stringify(value.settings ?? null)),
    files: Array.isArray(value.files) ? value.files.flatMap(readFile) : [],
    project: typeof value.project === "string" ? value.project : null,
    reading: readReading(value.reading),
  };
}
