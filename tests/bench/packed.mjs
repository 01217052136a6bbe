// Several workbooks dropped at once into the built page: with the helpers that unpack ahead, and without.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { makeFile } from "./data.mjs";
import { fixed, median, progress, say, table, times } from "./figures.mjs";
import { onSite } from "./site.mjs";

const files = 8;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
function cell(text, place) {
  if (text !== "" && Number.isFinite(Number(text))) return `<c r="${place}"><v>${text}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
}

const fields = (line) =>
  [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)]
    .slice(0, 12)
    .map(([, quoted, plain]) => (quoted ?? plain).replaceAll('""', '"'));

/** A workbook of one sheet with the least that programs need to open it. */
function workbook(csv) {
  const rows = csv
    .trimEnd()
    .split("\n")
    .map(
      (line, r) =>
        `<row r="${r + 1}">${fields(line)
          .map((text, k) => cell(text, `${String.fromCharCode(65 + k)}${r + 1}`))
          .join("")}</row>`,
    );
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const relation = (id, type, target) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (text) => `<Relationships xmlns="${packages}/relationships">${text}</Relationships>`;
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"/>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="Weeks" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(relation("rId1", "worksheet", "worksheets/sheet1.xml")),
    "xl/worksheets/sheet1.xml": `<worksheet ${main}><sheetData>${rows.join("")}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const rows = 16_000;

function workbooks(folder) {
  const { file } = makeFile(join(folder, `packed_${rows}.csv`), { rows });
  return Array.from({ length: files }, (_, k) => {
    const path = join(folder, `packed_${rows}_${k + 1}.xlsx`);
    // Each is another export: the same ad sets in other weeks.
    if (!existsSync(path)) writeFileSync(path, workbook(readFileSync(file, "utf8").replaceAll("-08-", `-0${k + 1}-`)));
    return path;
  });
}

/** From the choice of the files until the last of them stands there as read; `cores` 1 leaves the engine alone. */
const once = (paths, cores) =>
  onSite(async (page, address) => {
    if (cores) {
      await page.addInitScript((count) => {
        Object.defineProperty(Navigator.prototype, "hardwareConcurrency", { get: () => count });
      }, cores);
    }
    await page.goto(address);
    await page.locator("input[type=file]").first().waitFor({ state: "attached" });
    await page.waitForTimeout(500);
    const start = performance.now();
    await page.locator("input[type=file]").first().setInputFiles(paths);
    await page.waitForFunction(
      (count) => document.querySelectorAll("section.card[aria-label] .table-facts").length === count,
      paths.length,
    );
    return performance.now() - start;
  });

export async function benchPacked({ rounds, folder }) {
  const paths = workbooks(folder);
  const found = { alone: [], helped: [] };
  for (let round = 0; round <= Math.min(rounds, 3); round++) {
    progress(`workbooks, ${round}`);
    found.alone.push(await once(paths, 1));
    found.helped.push(await once(paths, 0));
  }
  progress("");
  const [alone, helped] = [median(found.alone.slice(1)), median(found.helped.slice(1))];
  say(`\n${files} workbooks of ${rows.toLocaleString("en-US")} rows dropped at once into the page`);
  say(
    table([
      ["workbooks", "helped is faster", "ms"],
      ["unpacked ahead by helpers", times(alone / helped), fixed(helped, 0)],
      ["by the engine's worker alone", "", fixed(alone, 0)],
    ]),
  );
}
