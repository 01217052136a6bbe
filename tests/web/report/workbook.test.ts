// The workbook of a scoring: sheets, interface names, formats, and the sheet that says how it was made.
import readBook from "read-excel-file/universal";
import { describe, expect, it } from "vitest";
import { generic } from "../../../web/src/analyses/generic-summary";
import scoring from "../../../web/src/analyses/scoring/adsets/summary";
import { extentOf, numberFormat } from "../../../web/src/report/number-format";
import { workbookOf } from "../../../web/src/report/workbook";
import { writeBook } from "../../../web/src/report/xlsx/write";
import { adsetColumns, given, hostile, info, outcome } from "./given";

const book = workbookOf(given, scoring);
const sheetOf = (name: string) => book.sheets.find((sheet) => sheet.name === name);

async function readAll(made = book) {
  const sheets = await readBook(new Blob(writeBook(made)), { trim: false });
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]));
}

describe("the workbook", () => {
  it("has the sheets of the interface in their order", () => {
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(["Adsets", "Channels", "Dropped", "Parameters"]);
    const bare = workbookOf(given, generic).sheets.map((sheet) => sheet.name);
    expect(bare).toEqual(["Adsets", "Dropped", "Channels", "Parameters"]);
  });

  it("names columns as the interface does and holds their values", async () => {
    const { Adsets = [] } = await readAll();
    expect(Adsets[0]).toEqual(Object.keys(adsetColumns));
    expect(Adsets).toHaveLength(hostile.length + 1);
    const cac = Adsets[0]?.indexOf("estimated_cac") ?? -1;
    expect(Adsets.map((row) => row[cac]).slice(1, 5)).toEqual([80.125, 81.125, null, 83.125]);
    const week = Adsets[0]?.indexOf("week") ?? -1;
    expect(Adsets[2]?.[week]).toEqual(new Date(20_001 * 86_400_000));
    expect(Adsets[4]?.[2]).toBe("TRUE");
  });

  it("gives money, shares and counts their formats", () => {
    const formats = Object.fromEntries(
      (sheetOf("Adsets")?.columns ?? []).map(({ header, format }) => [header, format]),
    );
    expect(formats.weekly_spend).toBe('"$"#,##0.00;-"$"#,##0.00');
    expect(formats.binomial_ub_cvr).toBe("0.00%");
    expect(formats.clicks_LB).toBe("#,##0");
    expect(formats.score_bucket).toBe("+0;-0;0");
    const whole = extentOf([1, 2, 3]);
    expect(numberFormat("money", whole, "CHF")).toBe('"CHF "#,##0.00;-"CHF "#,##0.00');
    expect(numberFormat("money", whole, "")).toBe("#,##0.00");
    expect(numberFormat("money", whole, '"];bad')).toBe("#,##0.00");
    expect(numberFormat("count", extentOf([1.5]), "")).toBe("#,##0.00");
    expect(numberFormat("share", extentOf([0.5]), "")).toBe("0.0%");
  });

  it("says in Parameters what was in force, on what, and what to doubt", async () => {
    const { Parameters = [] } = await readAll();
    const at = (part: string, name: string) => Parameters.find((row) => row[0] === part && row[1] === name)?.[2];
    expect(Parameters[0]).toEqual(["part", "name", "value", "unit", "meaning"]);
    expect(at("Parameter", "min_spend")).toBe(100);
    expect(at("Parameter", "uplift: =x")).toBe(2);
    expect(at("Parameter", "as_of_week")).toBe("not set");
    expect(at("Report", "Engine version")).toBe("0.1.0");
    expect(at("Report", "Grade")).toBe("Attributed");
    expect(at("Data", "weeks | of *ads*")).toBe(1234);
    expect(at("Data", "weeks | of *ads*: from")).toEqual(new Date("2026-09-28"));
    expect(at("Figure", "as_of_week")).toEqual(new Date("2026-11-16"));
    expect(Parameters.filter((row) => row[0] === "Notice")).toHaveLength(2);
    expect(at("Column", "Adsets: weekly_spend")).toBe("weekly_spend");
  });

  it("says so when a sheet cannot hold all rows", () => {
    const rows = 1_048_580;
    const long = {
      rows,
      columns: { gate: { kind: "text" as const, codes: new Int32Array(rows), dictionary: ["spend"] } },
    };
    const result = { ...outcome.result, tables: { dropped: long } };
    const cut = workbookOf({ ...given, info, outcome: { ...outcome, result } }, generic);
    const value = cut.sheets.at(-1)?.columns[2]?.cells;
    const texts = value?.kind === "mixed" ? value.cells : [];
    expect(texts).toContain("Dropped holds the first 1048575 of 1048580 rows: a sheet ends there. The CSV has all.");
  });
});
