// What the mouse and the keys do in a grid.
import type { ColumnSpec } from "./columns";
import { type Active, moveActive } from "./keys";
import { nextSort, type TableModel } from "./model";
import { extend, noSelection, selectAll, selectOnly, toggle } from "./selection";

interface GridContext {
  id: string;
  model: TableModel;
  active: Active;
  page: number;
  go: (next: Active) => void;
  onOpen?: (row: number) => void;
  onCopy: () => void;
  onFilter: (spec: ColumnSpec, anchor: HTMLElement) => void;
}

type Command = (context: GridContext, event: KeyboardEvent) => boolean;

const rowOf = ({ model, active }: GridContext) => model.shown[active.row];

const inHeader: Record<string, Command> = {
  Enter: ({ model, active }) => {
    model.setSort(nextSort(model.sort, model.visible[active.column]));
    return true;
  },
  f: ({ model, active, id, onFilter }) => {
    const anchor = document.getElementById(`${id}-h${active.column}`);
    if (anchor) onFilter(model.visible[active.column], anchor);
    return anchor !== null;
  },
};

const openRow: Command = (context) => {
  context.onOpen?.(rowOf(context));
  return context.onOpen !== undefined;
};

const inRows: Record<string, Command> = {
  Enter: openRow,
  e: openRow,
  " ": (context, event) => {
    const { model } = context;
    const row = rowOf(context);
    model.setSelection(event.shiftKey ? extend(model.selection, model.shown, row) : toggle(model.selection, row));
    return true;
  },
};

const withControl: Record<string, Command> = {
  a: ({ model }) => {
    model.setSelection(selectAll(model.selection, model.shown));
    return true;
  },
  c: ({ onCopy }) => {
    if (window.getSelection()?.isCollapsed === false) return false;
    onCopy();
    return true;
  },
};

function clearSelection({ model }: GridContext): boolean {
  if (model.selection.count === 0) return false;
  model.setSelection(noSelection(model.data.rows));
  return true;
}

function move(context: GridContext, event: KeyboardEvent): boolean {
  const { model, active, page, go } = context;
  const size = { rows: model.shown.length, columns: model.visible.length, page };
  const next = moveActive(active, event.key, event.ctrlKey || event.metaKey, size);
  if (!next) return false;
  if (event.shiftKey && next.row >= 0 && next.row !== active.row) {
    const anchored = model.selection.anchor >= 0 ? model.selection : selectOnly(model.selection, rowOf(context));
    model.setSelection(extend(anchored, model.shown, model.shown[next.row]));
  }
  go(next);
  document.getElementById(context.id)?.scrollIntoView({ block: "nearest" });
  return true;
}

function command(context: GridContext, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) {
    const chosen = withControl[event.key.toLowerCase()];
    return chosen ? chosen(context, event) : move(context, event);
  }
  if (event.key === "Escape") return clearSelection(context);
  const header = context.active.row < 0;
  if (header && event.altKey && event.key === "ArrowDown") return inHeader.f(context, event);
  const keys = header ? inHeader : inRows;
  const chosen = keys[header && event.key === " " ? "Enter" : event.key];
  if (chosen && (header || context.model.shown.length > 0)) return chosen(context, event);
  return !event.altKey && move(context, event);
}

interface Hit {
  at: number;
  column: number;
  pick: boolean;
  opens: boolean;
}

function hitOf(target: EventTarget | null): Hit | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>(".body-row");
  const cell = target.closest<HTMLElement>("[data-column]");
  if (!row || !cell) return null;
  const pick = target.closest(".pick") !== null;
  const opens = target.closest(".opens") !== null;
  return { at: Number(row.dataset.at), column: Number(cell.dataset.column), pick, opens };
}

/** The full value is worked out for the one cell under the pointer, not for all that are drawn. */
function explain({ model }: GridContext, event: MouseEvent): void {
  const hit = hitOf(event.target);
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-column]") : null;
  if (!hit || !cell) return;
  cell.title = model.styles.get(model.visible[hit.column].name)?.full(model.shown[hit.at]) ?? "";
}

function clickHead({ model, active, go }: GridContext, event: MouseEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  const head = target?.closest<HTMLElement>("[data-head]");
  if (!head) return false;
  const column = Number(head.dataset.head);
  go({ row: active.row, column });
  if (!target?.closest("button")) model.setSort(nextSort(model.sort, model.visible[column]));
  return true;
}

function click(context: GridContext, event: MouseEvent): void {
  if (clickHead(context, event)) return;
  const hit = hitOf(event.target);
  if (!hit || window.getSelection()?.isCollapsed === false) return;
  const { model, go, onOpen } = context;
  const row = model.shown[hit.at];
  go({ row: hit.at, column: hit.column });
  if (event.shiftKey) model.setSelection(extend(model.selection, model.shown, row));
  else if (event.ctrlKey || event.metaKey || hit.pick) model.setSelection(toggle(model.selection, row));
  else if (hit.opens && onOpen) onOpen(row);
  else model.setSelection(selectOnly(model.selection, row));
}

export function gridActions(context: GridContext) {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget && event.target instanceof HTMLButtonElement) return;
      if (command(context, event)) event.preventDefault();
    },
    // A shift-click chooses rows; it must not select the text between them.
    onMouseDown: (event: MouseEvent) => {
      if (!event.shiftKey || !(event.currentTarget instanceof HTMLElement)) return;
      event.preventDefault();
      event.currentTarget.focus();
    },
    onMouseOver: (event: MouseEvent) => explain(context, event),
    onClick: (event: MouseEvent) => click(context, event),
    onDblClick: (event: MouseEvent) => {
      const hit = hitOf(event.target);
      if (hit && !hit.pick && context.onOpen) context.onOpen(context.model.shown[hit.at]);
    },
  };
}
