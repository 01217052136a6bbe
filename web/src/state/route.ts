// The address names the page and what it shows: `#/scoring/adsets?table=campaigns`. Nothing in it is sent anywhere.
import { signal } from "@preact/signals";

export interface Route {
  /** "data", "privacy", "methods/<area>", or the id of an analysis. */
  page: string;
  view: Record<string, string>;
}

export const dataPage = "data";
export const privacyPage = "privacy";
/** Followed by an area: how its analyses work. */
export const methodsPage = "methods";

export function parseRoute(hash: string): Route {
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

export const href = (page: string, view: Record<string, string> = {}) => formatRoute({ page, view });

/** Follows the address bar, the links of the page and the back button. */
export function followAddress(window: Window): void {
  const read = () => {
    route.value = parseRoute(window.location.hash);
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
  window.history.replaceState(null, "", formatRoute(next));
  route.value = next;
}
