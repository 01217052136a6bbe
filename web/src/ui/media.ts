// Following a media query and the chosen theme.
import { useEffect, useState } from "preact/hooks";

export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const update = () => setMatches(list.matches);
    update();
    list.addEventListener("change", update);
    return () => list.removeEventListener("change", update);
  }, [query]);
  return matches;
}

/** A number that changes when the colours do. */
export function useThemeVersion(): number {
  const dark = useMedia("(prefers-color-scheme: dark)");
  const paper = useMedia("print");
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const watcher = new MutationObserver(() => setVersion((before) => before + 1));
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    return () => watcher.disconnect();
  }, []);
  return version * 4 + (dark ? 2 : 0) + (paper ? 1 : 0);
}
