// The sheet that says how a workbook was made: data, period, parameters in force, figures, doubts, and every column.
import type { Field } from "../engine/types";
import { parseIsoDay } from "../ui/format";
import { extentOf, numberFormat } from "./number-format";
import type { Given, Report } from "./report";
import type { Mixed, Sheet } from "./xlsx/book";

type Row = [part: string, name: string, value: Mixed, unit: string, meaning: string];

const excelEpoch = 25_569;

function dayCell(iso: string): Mixed {
  const days = parseIsoDay(iso);
  return Number.isFinite(days) ? { value: days + excelEpoch, format: "yyyy-mm-dd" } : iso;
}

function valueCell(field: Field, value: unknown, currency: string): Mixed {
  if (value === null || value === undefined || value === "") return null;
  if (field.type === "day") return dayCell(String(value));
  if (typeof value === "number") return { value, format: numberFormat(field.unit, extentOf([value]), currency) };
  if (typeof value === "string") return field.options?.find((option) => option.value === value)?.label ?? value;
  return typeof value === "boolean" ? (value ? "yes" : "no") : JSON.stringify(value);
}

function parameterRows(field: Field, value: unknown, currency: string): Row[] {
  const meaning = [field.label, field.help].filter(Boolean).join(". ");
  if (field.type !== "map" || typeof value !== "object" || value === null) {
    const cell = valueCell(field, value, currency) ?? "not set";
    return [["Parameter", field.name, cell, field.unit, meaning]];
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return [["Parameter", field.name, "not set", field.unit, meaning]];
  return entries.map(([key, one]) => [
    "Parameter",
    `${field.name}: ${key}`,
    valueCell({ ...field, type: "number" }, one, currency),
    field.unit,
    meaning,
  ]);
}

function reportRows(given: Given, report: Report): Row[] {
  const { info, currency } = given;
  const { summary, grade } = report;
  return [
    ["Report", "Title", report.title, "", ""],
    ["Report", "Analysis", info.id, "", info.question],
    ["Report", "Headline", summary.headline, "", summary.subtitle ?? ""],
    ["Report", "Grade", grade.label, "", grade.meaning],
    ["Report", "Engine version", report.engine, "", "The build of Outlay that computed this."],
    ["Report", "Currency", currency || "not stated", "", ""],
    ...(report.link ? [["Report", "Link", report.link, "", ""] satisfies Row] : []),
  ];
}

function dataRows({ data }: Given): Row[] {
  return data.flatMap(({ name, rows, period }): Row[] => {
    const count: Row = ["Data", name, { value: rows, format: "#,##0" }, "rows", ""];
    if (!period) return [count];
    return [
      count,
      ["Data", `${name}: from`, dayCell(period.from), "day", "First day of the data."],
      ["Data", `${name}: to`, dayCell(period.to), "day", "Last day of the data."],
    ];
  });
}

function figureRows({ info, outcome, currency }: Given): Row[] {
  return info.results.scalars.map((field) => [
    "Figure",
    field.name,
    valueCell(field, outcome.result.scalars[field.name], currency),
    field.unit,
    [field.label, field.help].filter(Boolean).join(". "),
  ]);
}

function columnRows({ info }: Given, places: { table: string; sheet: string }[]): Row[] {
  return places.flatMap(({ table, sheet }) => {
    const fields = info.results.tables.find((one) => one.name === table)?.columns ?? [];
    return fields.map(({ name, label, unit, help }): Row => ["Column", `${sheet}: ${name}`, label, unit, help]);
  });
}

const headers = ["part", "name", "value", "unit", "meaning"];
const widths = [12, 34, 34, 10, 90];

export function parameterSheet(
  given: Given,
  report: Report,
  places: { table: string; sheet: string }[],
  cut: string[],
): Sheet {
  const { info, outcome, currency } = given;
  const doubts: Row[] = report.doubts.map(({ severity, text }) => ["Notice", severity, text, "", ""]);
  const rows: Row[] = [
    ...reportRows(given, report),
    ...dataRows(given),
    ...info.parameters.flatMap((field) => parameterRows(field, outcome.params[field.name], currency)),
    ...figureRows(given),
    ...cut.map((text): Row => ["Notice", "warning", text, "", ""]),
    ...doubts,
    ...report.summary.assumptions.map((text): Row => ["Assumption", "", text, "", ""]),
    ...columnRows(given, places),
  ];
  const columns = headers.map((header, k) => ({
    header,
    width: widths[k] ?? 12,
    cells: { kind: "mixed" as const, cells: rows.map((row) => row[k] ?? null) },
  }));
  return { name: "Parameters", rows: rows.length, columns };
}
