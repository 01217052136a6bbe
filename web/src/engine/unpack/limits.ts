// How far a packed file may unpack before it is taken for a trap, and the words for each refusal.
import { EngineFailure, engineError } from "../protocol";

export interface Limits {
  /** Unpacked bytes of everything inside one dropped file. */
  bytes: number;
  /** Unpacked to packed, watched once past `ratioFrom` bytes. */
  ratio: number;
  ratioFrom: number;
  files: number;
  /** A workbook is held whole while it is read. */
  workbookBytes: number;
}

export const usualLimits: Limits = {
  bytes: 2e9,
  ratio: 200,
  ratioFrom: 50e6,
  files: 100,
  workbookBytes: 400e6,
};

export function badFile(file: string, what: string, remedy: string): EngineFailure {
  return new EngineFailure(engineError("bad_file", `${file} ${what}`, remedy, { file }));
}

/** A bomb or a damaged archive: nothing else inside it is worth trying. */
export class Hopeless extends EngineFailure {}

const hopeless = (file: string, what: string, remedy: string) => new Hopeless(badFile(file, what, remedy).error);

export const damaged = (file: string, what = "is damaged: its packed data does not unpack."): Hopeless =>
  hopeless(file, what, "Download or export it again and drop the new file.");

export const tooManyFiles = (file: string, count: number, most: number): Hopeless =>
  hopeless(file, `holds ${count} files; at most ${most} are read at once.`, "Unpack it and drop the files you need.");

const inMegabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

/** Counts what comes out of one dropped file, over all its inner files. */
export class Budget {
  private unpacked = 0;

  constructor(private readonly limits: Limits) {}

  /** Notes `bytes` more from the part `name`, of which `fromPart` came so far out of `packed` bytes. */
  take(name: string, bytes: number, fromPart: number, packed: number): void {
    const { limits } = this;
    this.unpacked += bytes;
    const remedy = "Unpack it yourself, check what is inside, and drop the table alone.";
    if (this.unpacked > limits.bytes) {
      throw hopeless(name, `unpacks to more than ${inMegabytes(limits.bytes)}.`, remedy);
    }
    if (fromPart > limits.ratioFrom && fromPart > limits.ratio * packed) {
      throw hopeless(name, `unpacks to more than ${limits.ratio} times its size, which no table export does.`, remedy);
    }
  }
}
