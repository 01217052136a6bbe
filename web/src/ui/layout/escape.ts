// Esc closes the top thing and only that: what is open stands in a stack.
import { useLayoutEffect, useRef } from "preact/hooks";

const open: (() => void)[] = [];

function onKey(event: KeyboardEvent): void {
  const top = open.at(-1);
  if (event.key !== "Escape" || !top || event.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  top();
}

export function pushEscape(close: () => void): () => void {
  if (open.length === 0) document.addEventListener("keydown", onKey, true);
  open.push(close);
  return () => {
    const at = open.lastIndexOf(close);
    if (at >= 0) open.splice(at, 1);
    if (open.length === 0) document.removeEventListener("keydown", onKey, true);
  };
}

export function useEscape(active: boolean, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  // Before it is painted: whoever sees it can close it.
  useLayoutEffect(() => (active ? pushEscape(() => latest.current()) : undefined), [active]);
}
