// The page stays where it is: what the security policy cannot forbid, moving to another address, is stopped here.

interface Moving extends Event {
  readonly destination: { readonly url: string };
  readonly downloadRequest?: string | null;
}

const own = () => globalThis.location.href.replace(/#.*$/s, "");

/** Within the page, or a file made in it. */
export function stays(address: string, page: string): boolean {
  if (/^(blob|data):/.test(address)) return true;
  return address.replace(/#.*$/s, "") === page;
}

function stopMove(event: Event): void {
  const { destination, downloadRequest } = event as Moving;
  if (typeof downloadRequest === "string" || stays(destination.url, own())) return;
  if (event.cancelable) event.preventDefault();
}

function stopLink(event: MouseEvent): void {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (link && !stays(link.href, own())) event.preventDefault();
}

/** A reload is a move to the same address and goes through. */
export function stayHere(): void {
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener("navigate", stopMove);
  document.addEventListener("click", stopLink, true);
  document.addEventListener("auxclick", stopLink, true);
  globalThis.open = () => null;
}
