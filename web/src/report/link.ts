// A link that a report may carry: to a page, and without anything that the forms it is put into would take for their own.

/** The address, or "" when it is not one of a page. */
export function safeLink(text: string): string {
  let address: URL;
  try {
    address = new URL(text);
  } catch {
    return "";
  }
  if (address.protocol !== "https:" && address.protocol !== "http:") return "";
  return address.href.replace(
    /[<>|()"'\\`\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
