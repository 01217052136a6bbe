// Sorted texts, each told by how much of the one before it begins with, and the rest.
const separator = "\u0001";
const mostShared = 90;
const escapes: Record<string, string> = { "\u0000": "\u0002c", "\u0001": "\u0002a", "\u0002": "\u0002b" };
const marks: Record<string, string> = { a: "\u0001", b: "\u0002", c: "\u0000" };
const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Half a character cannot travel: the sign for what is unknown stands in its place. */
export const whole = (text: string) => text.replace(lone, "\ufffd");

const isHigh = (text: string, at: number) => /[\ud800-\udbff]/.test(text[at] ?? "");

function sharedBy(before: string, text: string): number {
  const most = Math.min(before.length, text.length, mostShared);
  let shared = 0;
  while (shared < most && text[shared] === before[shared]) shared += 1;
  return shared > 0 && isHigh(text, shared - 1) ? shared - 1 : shared;
}

/** One entry a text: a character for how many are shared, the rest, and a separator; a text may hold any of them. */
export function frontCoded(sorted: string[]): string {
  let before = "";
  return sorted
    .map((text) => {
      const shared = sharedBy(before, text);
      before = text;
      const rest = text.slice(shared).replace(/[^\u0003-\uffff]/g, (mark) => escapes[mark] ?? "");
      return String.fromCharCode(32 + shared) + rest + separator;
    })
    .join("");
}

/** Undoes it; what is no front coding gives texts of no use, but gives them. */
export function frontDecoded(coded: string): string[] {
  let before = "";
  return coded
    .split(separator)
    .slice(0, -1)
    .map((entry) => {
      const shared = Math.max(0, entry.charCodeAt(0) - 32);
      before = before.slice(0, shared) + entry.slice(1).replace(/\u0002([abc])/g, (_, mark) => marks[mark] ?? "");
      return before;
    });
}
