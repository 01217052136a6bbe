// Which places stand in the bar of a phone, and which are a tap away.
import type { Place } from "./places";

/** What a thumb can hit and an eye can read side by side. */
const mostInBar = 4;

const rank = (place: Place) => (place.needs ? 2 : 0) + (place.isFurther || place.at ? 1 : 0);

/** Data, then what can be used, jobs before their further questions; the open place is always among them. */
export function inBar(all: Place[], isOpen: (place: Place) => boolean): { shown: Place[]; more: Place[] } {
  const ranked = [...all].sort((a, b) => rank(a) - rank(b));
  const here = ranked.findIndex(isOpen);
  if (here >= mostInBar) ranked.splice(mostInBar - 1, 0, ...ranked.splice(here, 1));
  const chosen = new Set(ranked.slice(0, mostInBar));
  return { shown: all.filter((place) => chosen.has(place)), more: all.filter((place) => !chosen.has(place)) };
}
