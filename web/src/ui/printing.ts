// Whether the page is being printed, told in time to draw for paper what a screen shows by scrolling.
import { options } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Preact draws a moment after a change; the browser takes the paper's picture before that. */
function drawNow(change: () => void): void {
  const later = options.debounceRendering;
  let draw: (() => void) | undefined;
  options.debounceRendering = (drawing) => {
    draw = drawing;
  };
  try {
    change();
    draw?.();
  } finally {
    if (later) options.debounceRendering = later;
    else delete options.debounceRendering;
  }
}

export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const paper = window.matchMedia("print");
    const begin = () => drawNow(() => setPrinting(true));
    const end = () => setPrinting(false);
    const change = () => (paper.matches ? begin() : end());
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    paper.addEventListener("change", change);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
      paper.removeEventListener("change", change);
    };
  }, []);
  return printing;
}
