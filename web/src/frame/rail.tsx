// Where one can go and what one can do there: a rail at the left, a bar at the bottom of a phone.
import { useEffect, useRef, useState } from "preact/hooks";
import { href, privacyPage, route } from "../state/route";
import { Icon, Popover } from "../ui/layout";
import { inBar } from "./bar";
import { isHere, type Place, places } from "./places";

export function Brand() {
  return (
    <a class="rail-brand" href={href("data")}>
      <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="var(--accent)" />
        <path d="M7 25 25 7" stroke="var(--accent-ink)" stroke-width="2.5" stroke-linecap="round" />
        <circle cx="11" cy="12" r="3.5" fill="var(--accent-ink)" />
        <circle cx="21" cy="21" r="2.5" fill="var(--accent-ink)" opacity="0.6" />
      </svg>
      Outlay
    </a>
  );
}

function Item({ place, kind }: { place: Place; kind: "rail" | "bottombar" }) {
  const { label, icon, needs } = place;
  return (
    <a
      class={place.isFurther ? `${kind}-item ${kind}-further` : `${kind}-item`}
      href={place.href}
      aria-current={isHere(place) ? "page" : undefined}
      data-waiting={needs ? "" : undefined}
      title={needs ? `${label} ${needs}` : undefined}
    >
      {!(kind === "rail" && place.isFurther) && <Icon name={icon} />}
      <span class="truncate">{label}</span>
    </a>
  );
}

/** What a further analysis of an area lacks is told by the first, unless that has what it needs. */
function List({ list, onShare, style }: { list: Place[]; onShare: (() => void) | null; style: string }) {
  const isTold = (place: Place, k: number) => place.isFurther && list[k - 1]?.brief !== "";
  return (
    <ul class={style}>
      {list.map((place, k) => (
        <li key={place.href}>
          <Item place={place} kind="rail" />
          {place.brief && !isTold(place, k) && place.at === "" && <p class="rail-note">{place.brief}</p>}
        </li>
      ))}
      <li>
        <button
          type="button"
          class="rail-item"
          aria-disabled={onShare ? undefined : "true"}
          title={onShare ? undefined : "Share needs a result"}
          onClick={() => onShare?.()}
        >
          <Icon name="share" />
          Share
        </button>
      </li>
    </ul>
  );
}

/** `onShare` shares the result that is open; null while there is none. */
interface Nav {
  onShare: (() => void) | null;
}

export function Rail({ onShare }: Nav) {
  return (
    <nav class="rail" aria-label="Pages">
      <Brand />
      <List list={places.value} onShare={onShare} style="rail-nav" />
      <a
        class="rail-item rail-foot"
        href={href(privacyPage)}
        aria-current={route.value.page === privacyPage ? "page" : undefined}
      >
        <Icon name="lock" />
        Nothing is sent
      </a>
    </nav>
  );
}

function More({ more, onShare }: Nav & { more: Place[] }) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  useEffect(close, [route.value]);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="bottombar-item"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
        <span class="truncate">More</span>
      </button>
      {open && button.current && (
        <Popover anchor={button.current} label="More pages" align="end" onClose={close}>
          <div class="bottombar-more">
            <List list={more} onShare={onShare} style="list-plain" />
            <a class="rail-item" href={href(privacyPage)}>
              <Icon name="lock" />
              Nothing is sent
            </a>
          </div>
        </Popover>
      )}
    </>
  );
}

export function BottomBar({ onShare }: Nav) {
  const { shown, more } = inBar(places.value, isHere);
  return (
    <nav class="bottombar" aria-label="Pages">
      {shown.map((place) => (
        <Item key={place.href} place={place} kind="bottombar" />
      ))}
      <More more={more} onShare={onShare} />
    </nav>
  );
}
