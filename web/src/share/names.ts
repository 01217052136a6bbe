// Sorted texts, each told by how much of the one before it begins with, and the rest; a line a text.
import { damaged } from "./snapshot";

const mostShared = 90;
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

const escaped = (text: string) => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
const unescaped = (text: string) => text.replace(/\\([\\n])/g, (_, mark) => (mark === "n" ? "\n" : mark));

/** A line a text: a character for how many are shared, then the rest. No line is empty. */
export function frontCoded(sorted: string[]): string[] {
  let before = "";
  return sorted.map((text) => {
    const shared = sharedBy(before, text);
    before = text;
    return String.fromCharCode(32 + shared) + escaped(text.slice(shared));
  });
}

/** Undoes it. */
export function frontDecoded(lines: string[]): string[] {
  let before = "";
  return lines.map((line) => {
    const shared = Math.max(0, line.charCodeAt(0) - 32);
    // No more than is ever written, lest a few lines unfold into more text than there is room for.
    if (shared > mostShared) throw damaged();
    before = before.slice(0, shared) + unescaped(line.slice(1));
    return before;
  });
}
