// Words that Slack shows as they are: its own marks in them mean nothing, and they fit where they go.

/** Slack counts UTF-16 units; what is cut ends in an ellipsis and never in half a character. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "");
  return `${cut}\u2026`;
}

/** Cut before it is escaped, so that no "&amp;" is cut through; the escaped text fits as well. */
function clipEscaped(text: string, most: number, escaped: (text: string) => string): string {
  let limit = Math.min(text.length, most);
  let made = escaped(clip(text, most));
  while (made.length > most && limit > 1) {
    limit = Math.max(1, Math.floor((limit * most) / made.length) - 1);
    made = escaped(clip(text, Math.max(1, limit)));
  }
  return made;
}

const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
const entities = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** In plain_text nothing is a mark. */
export const plainWords = (text: string, most: number) => clip(oneLine(text), most);

const lookAlikes: Record<string, string> = { "*": "\u2217", "~": "\u223c", "`": "\u2019" };

/** A sentence in mrkdwn: marks become look-alikes, and an underscore that could begin or end italics is set apart. */
export function prose(text: string, most = 3000): string {
  const shown = (part: string) =>
    entities(part)
      .replace(/[*~`]/g, (mark) => lookAlikes[mark] ?? mark)
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\uff3f")
      .replace(/@(?=\w)/g, "@\u2060")
      .replace(/:(?=[a-z0-9_+-]+:)/gi, ":\u2060");
  return clipEscaped(oneLine(text), most, shown);
}

/** A name in mrkdwn as code: nothing inside is a mark, a mention or an emoji, and it can be copied. */
export function name(text: string, most = 200): string {
  const inside = (part: string) => entities(part.replaceAll("`", "\u2019"));
  return `\`${clipEscaped(oneLine(text) || "no name", most, inside)}\``;
}
