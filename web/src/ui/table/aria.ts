// The roles of a grid whose rows are placed by hand; table elements would insist on their own layout.
export const asGrid = (label: string, rows: number, columns: number, current: string) =>
  ({
    role: "grid",
    tabIndex: 0,
    "aria-label": label,
    "aria-multiselectable": true,
    "aria-rowcount": rows,
    "aria-colcount": columns,
    "aria-activedescendant": current,
  }) as const;
export const asRowGroup = { role: "rowgroup" } as const;
export const asRow = (index: number, selected?: boolean) =>
  ({ role: "row", "aria-rowindex": index, "aria-selected": selected }) as const;
export const asCell = (index: number) =>
  ({ role: index === 0 ? "rowheader" : "gridcell", "aria-colindex": index + 1 }) as const;
export const asHeader = (index: number, sort: "ascending" | "descending" | "none") =>
  ({ role: "columnheader", "aria-colindex": index + 1, "aria-sort": sort }) as const;
