// Outlay as one HTML file, with a report inside when one is given: the page puts it together out of what it carries.
import { packedEngine, unpackText } from "../engine/load";

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 32_768) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  }
  return btoa(binary);
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

const reportId = "outlay-report";

/** The page as it came from a disk, before anything was drawn; "" for the site. */
let ownSource = "";

const reportBlock = () => document.getElementById(reportId);

/** Of the single file only: what it says of itself is kept, to be given on. */
export function rememberSource(): void {
  if (reportBlock()) ownSource = `<!doctype html>\n${document.documentElement.outerHTML}`;
}

/** The project file that came inside the page, or null; what is no such thing is refused when it is opened. */
export function reportInside(): File | null {
  const text = reportBlock()?.textContent?.trim() ?? "";
  if (text === "") return null;
  try {
    return new File([fromBase64(text)], "report.outlay");
  } catch {
    return new File(["damaged"], "report.outlay");
  }
}

/** The text of the block with this id is replaced; ids and texts hold nothing that would need escaping. */
export function filled(html: string, id: string, text: string): string {
  const opening = `id="${id}">`;
  const from = html.indexOf(opening);
  if (from < 0) throw new Error(`the page has no place for ${id}`);
  const start = from + opening.length;
  return html.slice(0, start) + text + html.slice(html.indexOf("</script>", start));
}

/** The site carries the single file without the engine, which it has anyway. */
async function fromTemplate(): Promise<string> {
  const { default: packed } = await import("@build/single/template.html?lzma");
  return filled(await unpackText(packed), "carried-engine.wasm", await packedEngine());
}

/** Fetches the script that carries the template, so that a later click asks the host for nothing. */
export const warmOneFile = () => import("@build/single/template.html?lzma");

/** `report` holds the bytes of a project file. */
export async function oneFile(report: Uint8Array | null): Promise<Blob> {
  const html = ownSource || (await fromTemplate());
  return new Blob([filled(html, reportId, report ? toBase64(report) : "")], { type: "text/html;charset=utf-8" });
}
