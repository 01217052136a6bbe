// Which rows are chosen, as a mask over the table; every change makes a new value so that it can be compared.

export interface Selection {
  mask: Uint8Array;
  count: number;
  /** The row from which a shift-click reaches. */
  anchor: number;
}

export function noSelection(rows: number): Selection {
  return { mask: new Uint8Array(rows), count: 0, anchor: -1 };
}

function counted(mask: Uint8Array, anchor: number): Selection {
  let count = 0;
  for (let row = 0; row < mask.length; row++) count += mask[row];
  return { mask, count, anchor };
}

export function selectOnly(before: Selection, row: number): Selection {
  const mask = new Uint8Array(before.mask.length);
  mask[row] = 1;
  return { mask, count: 1, anchor: row };
}

export function toggle(before: Selection, row: number): Selection {
  const mask = before.mask.slice();
  mask[row] = mask[row] ? 0 : 1;
  return { mask, count: before.count + (mask[row] ? 1 : -1), anchor: row };
}

/** All rows shown between the anchor and this one, in the order on the screen. */
export function extend(before: Selection, shown: Uint32Array, row: number): Selection {
  const from = shown.indexOf(before.anchor);
  const to = shown.indexOf(row);
  if (from < 0 || to < 0) return selectOnly(before, row);
  const mask = new Uint8Array(before.mask.length);
  for (let at = Math.min(from, to); at <= Math.max(from, to); at++) mask[shown[at]] = 1;
  return counted(mask, before.anchor);
}

export function selectAll(before: Selection, shown: Uint32Array): Selection {
  const mask = new Uint8Array(before.mask.length);
  for (const row of shown) mask[row] = 1;
  return counted(mask, shown[0] ?? -1);
}

/** The chosen rows that are shown, in the order on the screen. */
export function chosenRows(selection: Selection, shown: Uint32Array): Uint32Array {
  return shown.filter((row) => selection.mask[row] === 1);
}
