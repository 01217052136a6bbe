// Text as the XML of a workbook may hold it.

/** Excel takes no longer text in a cell. */
export const longestText = 32_767;

const notXml = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "_x000D_" };

export function xml(text: string): string {
  // "_x0041_" in a cell reads as "A": what looks like such an escape has its own underscore escaped.
  const plain = text.replace(notXml, "\ufffd").replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_");
  return plain.replace(/[&<>"\r]/g, (character) => escapes[character] ?? "");
}

export function cellText(text: string): string {
  if (text.length <= longestText) return text;
  // Not in the middle of a pair of surrogates.
  const end = /[\ud800-\udbff]$/.test(text.slice(0, longestText - 1)) ? longestText - 2 : longestText - 1;
  return `${text.slice(0, end)}\u2026`;
}

/** Texts that would be a formula if they were typed; in a workbook they are typed as text and stay so. */
export const looksLikeFormula = (text: string) => /^[=+\-@\t\r]/.test(text);

/** 0 -> A, 25 -> Z, 26 -> AA. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? columnLetters(before - 1) : "") + String.fromCharCode(65 + (index % 26));
}

const noName = /[[\]:*?/\\]|^'|'$/g;

/** At most 31 characters, none that a sheet's name may not hold, and no name twice. */
export function sheetNames(wanted: string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean = xmlSafe(name.replace(noName, " ").trim()) || "Sheet";
    let made = clean.slice(0, 31).trim();
    for (let k = 2; taken.has(made.toLowerCase()); k++) made = `${clean.slice(0, 27)} ${k}`;
    taken.add(made.toLowerCase());
    return made;
  });
}

const xmlSafe = (text: string) => text.replace(notXml, " ").replace(/[\t\r\n]/g, " ");
