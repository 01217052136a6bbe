// Where a key moves the active cell; row -1 is the header.

export interface Active {
  row: number;
  column: number;
}

export interface GridSize {
  rows: number;
  columns: number;
  page: number;
}

type Move = (at: Active, size: GridSize, far: boolean) => Active;

const moves: Record<string, Move> = {
  ArrowDown: (at, size, far) => ({ ...at, row: far ? size.rows - 1 : at.row + 1 }),
  ArrowUp: (at, _size, far) => ({ ...at, row: far ? 0 : at.row - 1 }),
  ArrowRight: (at, size, far) => ({ ...at, column: far ? size.columns - 1 : at.column + 1 }),
  ArrowLeft: (at, _size, far) => ({ ...at, column: far ? 0 : at.column - 1 }),
  PageDown: (at, size) => ({ ...at, row: at.row + size.page }),
  PageUp: (at, size) => ({ ...at, row: Math.max(0, at.row - size.page) }),
  Home: (at, _size, far) => (far ? { row: 0, column: 0 } : { ...at, column: 0 }),
  End: (at, size, far) => ({ row: far ? size.rows - 1 : at.row, column: size.columns - 1 }),
};

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

export function moveActive(at: Active, key: string, far: boolean, size: GridSize): Active | null {
  const move = moves[key];
  if (!move) return null;
  const next = move(at, size, far);
  return { row: clamp(next.row, -1, size.rows - 1), column: clamp(next.column, 0, size.columns - 1) };
}

export interface Window {
  first: number;
  last: number;
}

/** The rows worth drawing for a scroll position, a few more on each side. */
export function windowOf(scroll: number, height: number, rowHeight: number, rows: number, spare = 8): Window {
  const first = Math.max(0, Math.floor(scroll / rowHeight) - spare);
  return { first, last: Math.min(rows, Math.ceil((scroll + height) / rowHeight) + spare) };
}
