// The reading of one dropped file: how far it is, what came of its parts, and what was passed over.
import { EngineFailure, type FileReport, type LoadProgress, type LoadReport, type PassedOver } from "./protocol";
import { Hopeless } from "./unpack/limits";
import type { Part } from "./unpack/parts";

export class Loading {
  private readonly files = new Map<string, FileReport>();
  private readonly passed: PassedOver[] = [];
  private firstRefusal: EngineFailure | null = null;
  private bytes = 0;
  private rowsBefore = 0;

  constructor(
    private readonly file: File,
    private readonly tell: (progress: LoadProgress) => void,
  ) {}

  /** Counts the dropped file's own bytes, packed as they are. */
  readonly watch = (bytes: number): void => {
    this.bytes += bytes;
  };

  readonly passOver = (passed: PassedOver): void => {
    this.passed.push(passed);
  };

  say(rows: number): void {
    this.tell({ bytes: Math.min(this.bytes, this.file.size), total: this.file.size, rows: this.rowsBefore + rows });
  }

  /** Sheets of one workbook become tables of one file. */
  add(part: Part, report: FileReport): void {
    const tables = report.tables.map((table, k) => ({
      ...table,
      part: part.name,
      place: `${part.name}#${k}${table.shape?.part ? `/${table.shape.part}` : ""}`,
      title: table.title || part.title || "",
    }));
    for (const table of tables) this.rowsBefore += table.rows;
    const known = this.files.get(part.file);
    const facts = { name: part.file, bytes: part.size ?? report.bytes, encoding: part.encoding ?? report.encoding };
    const first = known ?? { ...report, ...facts, tables: [] };
    this.files.set(part.file, { ...first, tables: [...first.tables, ...tables] });
  }

  /** One part that is no table costs the others nothing; a bomb, a fault of the engine or of the disk ends it all. */
  refuse(part: Part, thrown: unknown): void {
    if (!(thrown instanceof EngineFailure) || thrown instanceof Hopeless || thrown.error.code === "internal")
      throw thrown;
    this.firstRefusal ??= thrown;
    this.passOver({ name: part.name, reason: thrown.error.message });
  }

  tables(): number[] {
    return [...this.files.values()].flatMap((report) => report.tables.map((table) => table.id));
  }

  report(): LoadReport {
    if (this.files.size > 0) return { files: this.sized(), passed_over: this.passed };
    throw this.firstRefusal ?? this.nothingReadable();
  }

  /** The size of the dropped file says more than that of the text made from it. */
  private sized(): FileReport[] {
    const [only, ...others] = this.files.values();
    if (!only) return [];
    if (others.length > 0 || only.name !== this.file.name) return [only, ...others];
    return [{ ...only, bytes: this.file.size }];
  }

  private nothingReadable(): EngineFailure {
    const [first] = this.passed;
    const why = first ? ` ${first.name}: ${first.reason}` : "";
    return new EngineFailure({
      code: "bad_file",
      message: `${this.file.name} holds no table that can be read.${why}`,
      remedy: "Unpack it and drop the tables that are inside.",
      where: { file: this.file.name },
    });
  }
}
