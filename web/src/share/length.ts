// How long a link is, and where a link of that length survives.

export interface Advice {
  fits: boolean;
  text: string;
}

/** What the programs take: Outlook and old proxies 2,000, a Slack message 4,000, Safari 80,000, Chrome and Firefox more. */
const limits: { most: number; fits: boolean; text: string }[] = [
  { most: 2000, fits: true, text: "Short enough for chat, e-mail and every browser." },
  {
    most: 4000,
    fits: true,
    text: "Fits a Slack message and browsers; some e-mail programs cut links beyond 2,000 characters.",
  },
  {
    most: 16_000,
    fits: true,
    text: "Works in browsers, documents and most e-mail; too long for one Slack message: put it behind a word, or send the file.",
  },
  {
    most: 80_000,
    fits: false,
    text: "Works when pasted into a browser; chat and e-mail will cut it. Leave tables out, or send the project file.",
  },
];

export function adviceFor(characters: number): Advice {
  return (
    limits.find(({ most }) => characters <= most) ?? {
      fits: false,
      text: "Too long for most browsers. Leave tables out, or send the project file.",
    }
  );
}

/** Of the fragment, from the bytes of the snapshot: four characters for three, and what a passphrase adds. */
export function fragmentLength(bytes: number, isLocked: boolean): number {
  return "#d1.".length + Math.ceil(((bytes + (isLocked ? 44 : 0)) * 4) / 3);
}
