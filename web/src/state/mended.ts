// A link as it was before chat and mail programs put something around or into it.

/** Spaces, line breaks, signs without width, brackets and quotes: none is part of a link. */
const foreign = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff<>"'`]/g;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What the link itself holds has a checksum: what is mended wrongly is refused like any other damage. */
export const mended = (hash: string): string =>
  decoded(hash)
    .replace(foreign, "")
    .replace(/[?&].*$/s, "")
    .replace(/[^\w-]+$/, "");
