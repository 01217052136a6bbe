// The data table and what a page needs to describe its columns.
export { type Bucket, bucketNames, bucketOf, numberAt, textAt } from "./cells";
export { arrange, type CellWords, type ColumnSpec, columnFor, columnsFor } from "./columns";
export { DataTable, type DataTableProps } from "./DataTable";
export type { Filter, Filters } from "./filter";
export type { Sort } from "./model";
