// The state of one table: order, filters, search, columns and selection, and the rows that follow from them.
import { useMemo, useState } from "preact/hooks";
import type { TableData } from "../types";
import { type CellStyle, cellStyle } from "./cells";
import type { ColumnSpec } from "./columns";
import { type Filter, type Filters, filterMask, keepRows } from "./filter";
import { noSelection, type Selection } from "./selection";
import { type Direction, identity, sortRows } from "./sort";
import { maskedTotals } from "./sums";

export interface Sort {
  name: string;
  direction: Direction;
}

export interface TableOptions {
  columns: ColumnSpec[];
  data: TableData;
  currency: string;
  locale?: string;
  /** Filters to begin with. */
  preset?: Filters;
  sort?: Sort;
}

/** Large numbers and words from A are what a person wants first; then the other way, then as it was. */
export function nextSort(before: Sort | null, spec: ColumnSpec): Sort | null {
  const first: Direction = spec.kind === "number" ? "descending" : "ascending";
  if (before?.name !== spec.name) return { name: spec.name, direction: first };
  if (before.direction !== first) return null;
  return { name: spec.name, direction: first === "ascending" ? "descending" : "ascending" };
}

function useRows({ data, preset, sort: initial }: TableOptions) {
  const [sort, setSort] = useState<Sort | null>(initial ?? null);
  const [filters, setFilters] = useState<Filters>(preset ?? {});
  const [search, setSearch] = useState("");
  const order = useMemo(() => (sort ? sortRows(data, sort.name, sort.direction) : identity(data.rows)), [data, sort]);
  const mask = useMemo(() => filterMask(data, filters, search), [data, filters, search]);
  const shown = useMemo(() => keepRows(order, mask), [order, mask]);
  const setFilter = (name: string, filter: Filter | null) => {
    const { [name]: _before, ...others } = filters;
    setFilters(filter ? { ...others, [name]: filter } : others);
  };
  const clear = () => {
    setFilters({});
    setSearch("");
  };
  return { sort, setSort, filters, setFilter, search, setSearch, clear, shown, mask };
}

/** Made when they are first asked for: most columns are never shown. */
function stylesOf(known: ColumnSpec[], data: TableData, currency: string, locale?: string) {
  const made = new Map<string, CellStyle>();
  return {
    get(name: string): CellStyle | undefined {
      const spec = made.has(name) ? undefined : known.find((one) => one.name === name);
      if (spec) made.set(name, cellStyle(data, spec, currency, locale));
      return made.get(name);
    },
  };
}

function useColumns({ columns, data, currency, locale }: TableOptions) {
  const [changed, setChanged] = useState<Record<string, boolean>>({});
  const known = useMemo(() => columns.filter((spec) => data.columns[spec.name]), [columns, data]);
  const isHidden = (spec: ColumnSpec) => changed[spec.name] ?? spec.hidden ?? false;
  const visible = useMemo(() => known.filter((spec, at) => at === 0 || !isHidden(spec)), [known, changed]);
  const styles = useMemo(() => stylesOf(known, data, currency, locale), [known, data, currency, locale]);
  const hide = (name: string, hidden: boolean) => setChanged({ ...changed, [name]: hidden });
  return { known, visible, styles, isHidden, hide, resetColumns: () => setChanged({}) };
}

export function useTable(options: TableOptions) {
  const { data } = options;
  const rows = useRows(options);
  const columns = useColumns(options);
  const [held, setHeld] = useState<{ data: TableData; selection: Selection }>({
    data,
    selection: noSelection(data.rows),
  });
  // A selection belongs to the rows it was made on; a new result starts without one.
  const selection = useMemo(() => (held.data === data ? held.selection : noSelection(data.rows)), [held, data]);
  const totals = useMemo(() => maskedTotals(data, columns.visible, rows.mask), [data, columns.visible, rows.mask]);
  const setSelection = (next: Selection) => setHeld({ data, selection: next });
  const { currency, locale } = options;
  return { ...rows, ...columns, data, currency, locale, totals, selection, setSelection };
}

export type TableModel = ReturnType<typeof useTable>;
