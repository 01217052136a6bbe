// Where one can go: a rail at the left, a bar at the bottom of a phone.
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
      class={`${kind}-item`}
      href={place.href}
      aria-current={isHere(place) ? "page" : undefined}
      data-waiting={needs ? "" : undefined}
      title={needs ? `${label} ${needs}` : undefined}
    >
      <Icon name={icon} />
      <span class="truncate">{label}</span>
    </a>
  );
}

export function Rail() {
  return (
    <nav class="rail" aria-label="Pages">
      <Brand />
      <ul class="rail-nav">
        {places.value.map((place) => (
          <li key={place.page}>
            <Item place={place} kind="rail" />
            {place.brief && <p class="rail-note">{place.brief}</p>}
          </li>
        ))}
      </ul>
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

function More({ more }: { more: Place[] }) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  useEffect(close, [route.value.page]);
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
          <ul class="list-plain bottombar-more">
            {more.map((place) => (
              <li key={place.page}>
                <Item place={place} kind="rail" />
                {place.brief && <p class="rail-note">{place.brief}</p>}
              </li>
            ))}
            <li>
              <a class="rail-item" href={href(privacyPage)}>
                <Icon name="lock" />
                Nothing is sent
              </a>
            </li>
          </ul>
        </Popover>
      )}
    </>
  );
}

export function BottomBar() {
  const { shown, more } = inBar(places.value, route.value.page);
  return (
    <nav class="bottombar" aria-label="Pages">
      {shown.map((place) => (
        <Item key={place.page} place={place} kind="bottombar" />
      ))}
      <More more={more} />
    </nav>
  );
}
