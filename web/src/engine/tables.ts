// Table ids that stay the same for the page while workers come and go underneath.
import { EngineFailure, engineError, type FileReport, type RunOutcome, type RunRequest, type Suits } from "./protocol";

interface HeldFile {
  file: File;
  /** The page's id of each of its tables, in the file's order; null for one that was removed. */
  ids: (number | null)[];
}

const remedy = "Drop the file again.";
const lost = "A table this needs is no longer loaded: its file could not be read a second time.";

/** The entries of a record with each value changed. */
function mapped<A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

export class TableBook {
  private held: HeldFile[] = [];
  private next = 1;
  private inWorker = new Map<number, number>();

  /** Notes what a worker made of a file and gives the report back with the page's ids. */
  note(file: File, report: FileReport): FileReport {
    const known = this.held.find((entry) => entry.file === file);
    const ids = known?.ids ?? report.tables.map(() => this.next++);
    if (!known) this.held.push({ file, ids });
    const tables = report.tables.map((table, k) => {
      const id = ids[k] ?? null;
      if (id === null) return table;
      this.inWorker.set(id, table.id);
      return { ...table, id };
    });
    return { ...report, tables };
  }

  /** The files that a new worker has to read, in their order. */
  files(): File[] {
    return this.held.map((entry) => entry.file);
  }

  /** The worker's ids of tables that it has just read and the page had removed. */
  removedIn(file: File, report: FileReport): number[] {
    const ids = this.held.find((entry) => entry.file === file)?.ids ?? [];
    return report.tables.filter((_, k) => ids[k] === null).map((table) => table.id);
  }

  forgetWorker(): void {
    this.inWorker.clear();
  }

  forgetFile(file: File): void {
    this.held = this.held.filter((entry) => entry.file !== file);
  }

  /** Removes a table; a file without tables is not read again. */
  remove(id: number): null {
    this.inWorker.delete(id);
    for (const entry of this.held) entry.ids = entry.ids.map((known) => (known === id ? null : known));
    this.held = this.held.filter((entry) => entry.ids.some((known) => known !== null));
    return null;
  }

  has(id: number): boolean {
    return this.inWorker.has(id);
  }

  /** The worker's id of a table. */
  current(id: number): number {
    const current = this.inWorker.get(id);
    if (current === undefined) throw new EngineFailure(engineError("bad_file", lost, remedy));
    return current;
  }

  private stable(current: number): number {
    for (const [id, known] of this.inWorker) if (known === current) return id;
    return current;
  }

  request(request: RunRequest): RunRequest {
    return { ...request, inputs: mapped(request.inputs, (input) => ({ ...input, table: this.current(input.table) })) };
  }

  outcome(outcome: RunOutcome): RunOutcome {
    return { ...outcome, inputs: mapped(outcome.inputs, (input) => ({ ...input, table: this.stable(input.table) })) };
  }

  suits(suits: Suits): Suits {
    const inputs = suits.inputs.map((input) => ({
      ...input,
      table: input.table === null ? null : this.stable(input.table),
    }));
    return { ...suits, inputs };
  }
}
