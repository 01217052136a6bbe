// Closes what would get around the policy: windows and frames of their own, and clicks that no one made.
import "../ui/disarm";
import { leadsAway } from "./stay";

/** Elements that load, refresh or frame other pages, or speak to other hosts before they load anything. */
const refused = new Set("area base embed fencedframe frame frameset iframe link meta object portal".split(" "));

const { apply } = Reflect;
type Method = (this: unknown, ...words: never[]) => unknown;

/** For good: what was there before is in reach of `made` alone. */
function replace(owner: object, name: string, made: (before: Method) => Method): void {
  const before = Reflect.get(owner, name) as Method | undefined;
  if (before) Object.defineProperty(owner, name, { value: made(before), writable: false, configurable: false });
}

function refuse(): never {
  throw new TypeError("Outlay's page does not do this.");
}

/** `place` says which argument is the name; the prefix before ":" does not change what an element is. */
const onlyHarmless =
  (place: number) =>
  (make: Method): Method =>
    function (...words) {
      const name = String(words[place]);
      const bare = name.replace(/^.*:/s, "").toLowerCase();
      if (refused.has(bare) || (bare === "a" && place === 1 && !/xhtml$/.test(String(words[0])))) refuse();
      return apply(make, this, words.with(place, name as never));
    };

const isClick = (event: unknown) => event instanceof Event && /^(aux)?click$/.test(event.type);

function close(): void {
  globalThis.opener = null;
  replace(globalThis, "open", () => () => null);
  replace(Document.prototype, "open", () => refuse);
  replace(Document.prototype, "createElement", onlyHarmless(0));
  replace(Document.prototype, "createElementNS", onlyHarmless(1));
  replace(CustomElementRegistry.prototype, "define", () => refuse);
  replace(Element.prototype, "attachShadow", () => refuse);
  // Forms are for keys and labels here; none is ever sent, and one that goes to a new window connects before it is refused.
  replace(HTMLFormElement.prototype, "submit", () => refuse);
  replace(
    HTMLElement.prototype,
    "click",
    (click) =>
      function () {
        return leadsAway(this) ? undefined : apply(click, this, []);
      },
  );
  replace(
    EventTarget.prototype,
    "dispatchEvent",
    (dispatch) =>
      function (...[event]) {
        return isClick(event) && leadsAway(this) ? false : apply(dispatch, this, [event]);
      },
  );
}

close();
