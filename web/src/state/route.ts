// The address names the page and what it shows: `#/scoring/adsets?table=campaigns`. Nothing in it is sent anywhere.
import { signal } from "@preact/signals";
import { mended } from "./mended";

export interface Route {
  /** "data", "privacy", "methods/<area>", "shared", or the id of an analysis. */
  page: string;
  view: Record<string, string>;
}

export const dataPage = "data";
export const privacyPage = "privacy";
/** Followed by an area: how its analyses work. */
export const methodsPage = "methods";
/** Routines for every Monday, month and quarter. */
export const playbookPage = `${methodsPage}/playbook`;
/** What a link or a project file shows; the link itself stays in the address. */
export const sharedPage = "shared";

const isLink = (hash: string) => /^#[de]\d{1,3}\./.test(hash);

/** The link that an address holds, whatever happened to it on the way; "" when it is an address within the page. */
export function linkIn(hash: string): string {
  const whole = mended(hash);
  if (isLink(whole)) return whole;
  return isLink(hash) ? hash : "";
}

export function parseRoute(hash: string): Route {
  if (linkIn(hash)) return { page: sharedPage, view: {} };
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const page = /^[a-z0-9_]+(\/[a-z0-9_]+)*$/.test(path) ? path : dataPage;
  return { page, view: Object.fromEntries(new URLSearchParams(query)) };
}

export function formatRoute({ page, view }: Route): string {
  const query = new URLSearchParams(view).toString();
  const path = page === dataPage ? "" : page;
  return `#/${path}${query ? `?${query}` : ""}`;
}

export const route = signal<Route>({ page: dataPage, view: {} });

/** The fragment of the link that is open; "" when none is. */
export const link = signal("");

export const href = (page: string, view: Record<string, string> = {}) => formatRoute({ page, view });

/** Follows the address bar, the links of the page and the back button. */
export function followAddress(window: Window): void {
  const read = () => {
    const { hash } = window.location;
    link.value = linkIn(hash);
    route.value = parseRoute(hash);
  };
  window.addEventListener("hashchange", read);
  window.addEventListener("popstate", read);
  read();
}

export function go(page: string, view: Record<string, string> = {}): void {
  window.location.hash = formatRoute({ page, view });
}

/** Notes a detail of the view in the address without a new entry in the history; "" takes it out. */
export function noteView(change: Record<string, string>): void {
  const view = Object.fromEntries(Object.entries({ ...route.peek().view, ...change }).filter(([, value]) => value));
  const next = { page: route.peek().page, view };
  if (formatRoute(next) === formatRoute(route.peek())) return;
  if (next.page === sharedPage) {
    // A link in the address is the report: it must outlive a click on a tab.
    route.value = next;
    return;
  }
  window.history.replaceState(null, "", formatRoute(next));
  route.value = next;
}

/** Shows what an address names without a new entry in the history, unless the address bar names something already. */
export function replaceAddress(hash: string): void {
  if (!["", "#", "#/"].includes(window.location.hash)) return;
  window.history.replaceState(null, "", hash);
  route.value = parseRoute(hash);
}
