// Keeping the focus where the person is working: into what opens, around inside it, back to where it came from.
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])';

export function focusables(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => element.tabIndex >= 0 && element.getClientRects().length > 0,
  );
}

function cycle(root: HTMLElement, event: KeyboardEvent): void {
  const all = focusables(root);
  const edge = event.shiftKey ? all[0] : all.at(-1);
  const inside = root.contains(document.activeElement);
  if (inside && document.activeElement !== edge && document.activeElement !== root) return;
  event.preventDefault();
  (event.shiftKey ? all.at(-1) : all[0])?.focus();
}

export function useFocusInside(root: RefObject<HTMLElement | null>, active: boolean): void {
  useLayoutEffect(() => {
    const element = root.current;
    if (!active || !element) return;
    const before = document.activeElement;
    const first = element.querySelector<HTMLElement>("[data-autofocus]") ?? element;
    first.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Tab") cycle(element, event);
    };
    element.addEventListener("keydown", onKey);
    return () => {
      element.removeEventListener("keydown", onKey);
      const lost = document.activeElement === document.body || element.contains(document.activeElement);
      if (lost && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [active, root]);
}
