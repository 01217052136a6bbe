// The scrolling grid: one tab stop, arrows move an active cell, only the rows in sight are in the page.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { gridActions } from "./actions";
import { asGrid } from "./aria";
import { Body, rowHeight, Totals } from "./Body";
import type { ColumnSpec } from "./columns";
import { Head } from "./Head";
import { type Active, type Window, windowOf } from "./keys";
import type { TableModel } from "./model";
import { printedRows } from "./paper";

export interface GridProps {
  id: string;
  label: string;
  noun: string;
  model: TableModel;
  printing: boolean;
  onOpen?: (row: number) => void;
  onCopy: () => void;
  onFilter: (spec: ColumnSpec, anchor: HTMLElement) => void;
}

const headHeight = 36;

/** "minmax(96px, 96fr)" for each column: never narrower, and spare room is shared. */
export function tracks(specs: ColumnSpec[]): string {
  return specs.map(({ width = 104 }) => `minmax(${width}px, ${width}fr)`).join(" ");
}

function reveal(grid: HTMLElement, id: string, active: Active): void {
  if (active.row >= 0) {
    const top = active.row * rowHeight;
    const room = grid.clientHeight - headHeight - rowHeight;
    if (top < grid.scrollTop) grid.scrollTop = top;
    else if (top + rowHeight > grid.scrollTop + room) grid.scrollTop = top + rowHeight - room;
  }
  const cell = document.getElementById(
    active.row < 0 ? `${id}-h${active.column}` : `${id}-r${active.row}c${active.column}`,
  );
  if (!cell || active.column === 0) {
    if (active.column === 0) grid.scrollLeft = 0;
    return;
  }
  const fixed = grid.querySelector<HTMLElement>(".head-cell")?.offsetWidth ?? 0;
  const left = cell.offsetLeft;
  if (left < grid.scrollLeft + fixed) grid.scrollLeft = left - fixed;
  else if (left + cell.offsetWidth > grid.scrollLeft + grid.clientWidth) {
    grid.scrollLeft = left + cell.offsetWidth - grid.clientWidth;
  }
}

function useViewport() {
  const grid = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ first: 0, height: 640 });
  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    const update = () => {
      // Redrawing every few rows is enough: the spare rows cover what lies between.
      const first = Math.floor(element.scrollTop / (4 * rowHeight)) * 4;
      const height = element.clientHeight;
      setView((before) => (before.first === first && before.height === height ? before : { first, height }));
    };
    const watcher = new ResizeObserver(update);
    watcher.observe(element);
    element.addEventListener("scroll", update, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener("scroll", update);
    };
  }, []);
  return { grid, view };
}

/** "e" opens the row at hand, also while the focus is not in the table; of several tables the first one hears it. */
function useExplainKey(grid: { current: HTMLElement | null }, open: (() => void) | undefined): void {
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "e" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (typing || !latest.current || document.querySelector(".grid") !== grid.current) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [grid]);
}

/** On paper columns share the sheet's width and the first rows are drawn, wherever the grid is scrolled to. */
function onPaper(model: TableModel): { style: Record<string, string>; window: Window } {
  const share = model.visible.map(({ width = 104 }) => `minmax(0, ${width}fr)`).join(" ");
  return { style: { "--columns": share, "--width": "0px" }, window: { first: 0, last: printedRows(model) } };
}

export function Grid(props: GridProps) {
  const { id, label, noun, model, printing, onOpen, onFilter } = props;
  const { grid, view } = useViewport();
  const [wanted, setActive] = useState<Active>({ row: 0, column: 0 });
  const last = { row: model.shown.length - 1, column: model.visible.length - 1 };
  const active = { row: Math.min(wanted.row, last.row), column: Math.min(wanted.column, last.column) };
  const columns = useMemo(() => tracks(model.visible), [model.visible]);
  const width = useMemo(() => model.visible.reduce((sum, spec) => sum + (spec.width ?? 104), 0), [model.visible]);
  useLayoutEffect(() => {
    if (grid.current) grid.current.scrollTop = 0;
  }, [model.sort, model.filters, model.search]);
  const go = (next: Active) => {
    setActive(next);
    if (grid.current) reveal(grid.current, id, next);
  };
  const actions = gridActions({ ...props, active, go, page: Math.max(1, Math.floor(view.height / rowHeight) - 3) });
  const atHand = model.shown[Math.max(0, active.row)];
  useExplainKey(grid, onOpen && atHand !== undefined ? () => onOpen(atHand) : undefined);
  const range = windowOf(view.first * rowHeight, view.height, rowHeight, model.shown.length);
  const paper = printing ? onPaper(model) : null;
  const current = active.row < 0 ? `${id}-h${active.column}` : `${id}-r${active.row}c${active.column}`;
  return (
    <div
      ref={grid}
      id={id}
      class="grid"
      {...asGrid(label, model.shown.length + 2, model.visible.length, current)}
      {...actions}
      style={paper?.style ?? { "--columns": columns, "--width": `${width}px` }}
    >
      <Head id={id} model={model} active={active.row < 0 ? active.column : null} onFilter={onFilter} />
      <Body id={id} model={model} window={paper?.window ?? range} active={active} opens={onOpen !== undefined} />
      {model.shown.length > 0 && <Totals model={model} noun={noun} />}
    </div>
  );
}
