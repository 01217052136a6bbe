// Which places stand in the bar of a phone, and which are a tap away.
import type { Place } from "./places";

/** What a thumb can hit and an eye can read side by side. */
const mostInBar = 4;

/** Data, then what can be used, then what waits for data; the open page is always among them. */
export function inBar(all: Place[], open: string): { shown: Place[]; more: Place[] } {
  const ranked = [...all.filter((place) => !place.needs), ...all.filter((place) => place.needs)];
  const here = ranked.findIndex((place) => place.page === open);
  if (here >= mostInBar) ranked.splice(mostInBar - 1, 0, ...ranked.splice(here, 1));
  const chosen = new Set(ranked.slice(0, mostInBar));
  return { shown: all.filter((place) => chosen.has(place)), more: all.filter((place) => !chosen.has(place)) };
}
