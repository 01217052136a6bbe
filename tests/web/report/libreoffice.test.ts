// LibreOffice opens the workbook and finds in it what was meant; left out where it is not installed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findCommand } from "../../../scripts/needs.mjs";
import scoring from "../../../web/src/analyses/scoring/adsets/summary";
import { workbookOf } from "../../../web/src/report/workbook";
import { writeBook } from "../../../web/src/report/xlsx/write";
import { given, hostile, ids } from "./given";

const soffice = findCommand("soffice");
const sheets = ["Adsets", "Channels", "Dropped", "Parameters"];
let flat = "";

/** The cells of the first sheet's rows, header first, as LibreOffice holds them. */
function cellsOf(sheet: string): { attributes: string; text: string }[][] {
  const table = flat.match(new RegExp(`<table:table table:name="${sheet}"[\\s\\S]*?</table:table>`))?.[0] ?? "";
  const rows = table.match(/<table:table-row[\s>][\s\S]*?<\/table:table-row>/g) ?? [];
  return rows.map((row) => {
    const cells = [...row.matchAll(/<table:table-cell([^>]*?)(\/>|>([\s\S]*?)<\/table:table-cell>)/g)];
    return cells.flatMap(([, attributes = "", , inside = ""]) => {
      const times = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
      const paragraphs = [...inside.matchAll(/<text:p>([\s\S]*?)<\/text:p>/g)].map(([, one = ""]) => plain(one));
      return Array.from({ length: Math.min(times, 100) }, () => ({ attributes, text: paragraphs.join("\n") }));
    });
  });
}

const plain = (inside: string) =>
  inside
    .replace(/<text:tab\/>/g, "\t")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");

if (!soffice)
  console.log("skipped: the workbook in LibreOffice, which is not installed: node scripts/setup.mjs office");

describe.skipIf(!soffice)("LibreOffice", () => {
  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), "outlay-office-"));
    writeFileSync(join(folder, "report.xlsx"), Buffer.concat(writeBook(workbookOf(given, scoring))));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      soffice ?? "",
      [profile, "--headless", "--convert-to", "fods", "--outdir", folder, `${folder}/report.xlsx`],
      {
        stdio: "ignore",
      },
    );
    flat = readFileSync(join(folder, "report.fods"), "utf8");
    rmSync(folder, { recursive: true });
  }, 120_000);

  it("finds the sheets, and not one formula", () => {
    expect([...flat.matchAll(/<table:table table:name="([^"]*)"/g)].map(([, name]) => name)).toEqual(sheets);
    expect(flat).not.toContain("table:formula");
  });

  it("reads names and ids as texts, just as they are", () => {
    const [header = [], ...rows] = cellsOf("Adsets");
    const at = (name: string) => header.findIndex((cell) => cell.text === name);
    const column = (name: string) => rows.slice(0, hostile.length).map((row) => row[at(name)]);
    expect(column("adset_id").map((cell) => cell?.text)).toEqual(ids);
    expect(column("adset_id").every((cell) => cell?.attributes.includes('value-type="string"'))).toBe(true);
    const names = column("adset_name").map((cell) => cell?.text);
    expect(names.slice(0, 4)).toEqual(hostile.slice(0, 4));
    expect(names[7]).toBe(hostile[7]);
  });

  it("reads numbers, money, shares and dates with their formats", () => {
    const [header = [], ...rows] = cellsOf("Adsets");
    const cell = (name: string, row: number) => rows[row]?.[header.findIndex((one) => one.text === name)];
    expect(cell("weekly_spend", 1)).toMatchObject({ text: "$1,001.50" });
    expect(cell("weekly_spend", 1)?.attributes).toContain('office:value="1001.5"');
    expect(cell("binomial_ub_cvr", 3)).toMatchObject({ text: "3.00%" });
    expect(cell("clicks_LB", 0)).toMatchObject({ text: "300" });
    expect(cell("week", 1)?.attributes).toContain('office:date-value="2024-10-05"');
    expect(cell("week", 1)?.text).toBe("2024-10-05");
    expect(cell("estimated_cac", 2)?.text).toBe("");
    expect(cell("score_bucket", 5)?.text).toBe("-1");
  });

  // Without a window it keeps no views, so the frozen pane itself is read in xlsx.test.ts.
  it("knows the header as one, with filters and colours", () => {
    expect(flat.match(/<table:table-header-rows>/g)).toHaveLength(sheets.length);
    expect(flat.match(/table:display-filter-buttons="true"/g)).toHaveLength(sheets.length);
    expect(flat.match(/<calcext:condition /g)?.length).toBe(3);
  });
});
