// The writers of reports, brought in together and only when something is taken away.
export { textOf, typeOf } from "./files";
export { makeReport } from "./report";
export { SummarySheet } from "./summary-sheet";
export { workbookOf } from "./workbook";
export { writeWorkbook } from "./write-workbook";
