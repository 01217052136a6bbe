// Table ids that stay the same for the page while workers come and go underneath.
import {
  EngineFailure,
  engineError,
  type LoadReport,
  type PartOptions,
  type RunOutcome,
  type RunRequest,
  type Suits,
  type TableReport,
} from "./protocol";

/** A reading of a file, as a new worker would have to repeat it. */
export interface HeldFile {
  readonly file: File;
  readonly options: PartOptions;
  /** The page's id of each of its tables by place; null for one that was removed. Empty until it was read. */
  ids: Map<string, number | null>;
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

  /** Notes what a worker made of a file and gives the report back with the page's ids, without removed tables. */
  note(held: HeldFile, report: LoadReport): LoadReport {
    const isNew = !this.held.includes(held);
    if (isNew) this.held.push(held);
    const files = report.files.map((file) => ({
      ...file,
      tables: file.tables.flatMap((table) => this.numbered(held, table, isNew)),
    }));
    return { ...report, files };
  }

  private numbered(held: HeldFile, table: TableReport, isNew: boolean): TableReport[] {
    if (isNew) held.ids.set(table.place, this.next++);
    const id = held.ids.get(table.place) ?? null;
    if (id === null) return [];
    this.inWorker.set(id, table.id);
    return [{ ...table, id }];
  }

  /** The readings that a new worker has to repeat, in their order. */
  files(): HeldFile[] {
    return this.held;
  }

  /** The worker's ids of tables that it has just read and the page had removed. */
  removedIn(held: HeldFile, report: LoadReport): number[] {
    const tables = report.files.flatMap((file) => file.tables);
    return tables.filter((table) => !held.ids.get(table.place)).map((table) => table.id);
  }

  forgetWorker(): void {
    this.inWorker.clear();
  }

  forgetFile(held: HeldFile): void {
    this.held = this.held.filter((entry) => entry !== held);
  }

  /** Removes a table; a file without tables is not read again. */
  remove(id: number): null {
    this.inWorker.delete(id);
    for (const { ids } of this.held) {
      for (const [place, known] of ids) if (known === id) ids.set(place, null);
    }
    this.held = this.held.filter(({ ids }) => [...ids.values()].some((known) => known !== null));
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
    const current = (table: number | null) => (table === null ? null : this.current(table));
    const inputs = mapped(request.inputs, (input) => ({ ...input, table: current(input.table) }));
    const apart = request.apart?.flatMap((table) => this.inWorker.get(table) ?? []);
    return { ...request, inputs, ...(apart && { apart }) };
  }

  outcome(outcome: RunOutcome): RunOutcome {
    const stable = (table: number) => this.stable(table);
    const inputs = mapped(outcome.inputs, (input) => ({
      ...input,
      table: stable(input.table),
      ...(input.tables && { tables: input.tables.map(stable) }),
    }));
    return { ...outcome, inputs };
  }

  suits(suits: Suits): Suits {
    const inputs = suits.inputs.map((input) => ({
      ...input,
      table: input.table === null ? null : this.stable(input.table),
    }));
    return { ...suits, inputs };
  }
}
