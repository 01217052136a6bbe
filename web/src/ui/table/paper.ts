// What of a table fits on paper: its first rows and columns, and a line that says so.
import { counted, number } from "../format";
import type { ColumnSpec } from "./columns";
import type { TableModel } from "./model";

/** A few pages: who wants all rows takes the workbook. */
export const mostPrintedRows = 100;
/** In pixels of the screen's layout, which a sheet shows at about 60%. */
const sheetWidth = 1180;

export const printedRows = (model: TableModel) => Math.min(mostPrintedRows, model.shown.length);

/** The columns from the left that still can be read side by side; never fewer than two. */
export function printedColumns(visible: ColumnSpec[]): ColumnSpec[] {
  let width = 0;
  return visible.filter((spec, at) => {
    width += spec.width ?? 104;
    return at < 2 || width <= sheetWidth;
  });
}

/** "The first 100 of 621 adsets in the order shown, with 9 of 18 columns. ..."; empty when nothing is cut. */
export function paperNote(model: TableModel, noun: string): string {
  const { shown, visible, data, locale } = model;
  const rows = printedRows(model);
  const columns = printedColumns(visible).length;
  const cutRows = rows < shown.length;
  const cutColumns = columns < visible.length;
  const filtered = shown.length < data.rows ? `, filtered from ${number(data.rows, locale)}` : "";
  if (!cutRows && !cutColumns && !filtered) return "";
  const first = cutRows
    ? `The first ${number(rows, locale)} of ${counted(shown.length, noun, locale)}`
    : `All ${counted(shown.length, noun, locale)}`;
  const some = cutColumns ? `, with ${number(columns, locale)} of ${number(visible.length, locale)} columns` : "";
  return `${first}${filtered} in the order shown${some}. The workbook and the CSV have everything.`;
}
