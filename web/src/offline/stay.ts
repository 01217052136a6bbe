// The page stays where it is: what the security policy cannot forbid, moving to another address, is stopped here.

interface Moving extends Event {
  readonly destination: { readonly url: string };
  readonly downloadRequest?: string | null;
}

const own = () => globalThis.location.href.replace(/#.*$/s, "");

/** Within the page, or a file made in it: that is saved, and never a page of its own. */
export function stays(address: string, page: string, isSaved: boolean): boolean {
  if (/^(blob|data):/.test(address)) return isSaved;
  return address.replace(/#.*$/s, "") === page;
}

function stopMove(event: Event): void {
  const { destination, downloadRequest } = event as Moving;
  // Browsers that do not say whether a file is saved get the benefit of the doubt.
  if (!stays(destination.url, own(), downloadRequest !== null) && event.cancelable) event.preventDefault();
}

/** Whether a click on a node, or within it, would follow a link of any kind to elsewhere. */
export function leadsAway(node: unknown): boolean {
  const link = node instanceof Element ? node.closest("a, area") : null;
  if (!link) return false;
  // Links in pictures, whose address may even be animated, are none of the page's.
  if (!(link instanceof HTMLAnchorElement)) return true;
  return link.hasAttribute("href") && !stays(link.href, own(), link.hasAttribute("download"));
}

function stopLink(event: Event): void {
  if (event.composedPath().some(leadsAway)) event.preventDefault();
}

/** What a form would send, and to where, is nothing of the page's. */
const stopForm = (event: Event) => event.preventDefault();

/** A reload is a move to the same address and goes through. */
export function stayHere(): void {
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener("navigate", stopMove);
  globalThis.addEventListener("click", stopLink, true);
  globalThis.addEventListener("auxclick", stopLink, true);
  globalThis.addEventListener("submit", stopForm, true);
}
