// The colours of the page as a canvas can use them; a canvas does not understand variables.

const names = [
  "ink",
  "ink-2",
  "ink-3",
  "line",
  "line-strong",
  "surface",
  "sunken",
  "accent",
  "scale",
  "hold",
  "hold-fill",
  "reduce",
  "unscored",
] as const;

export type ColourName = (typeof names)[number];
export type ChartTheme = Record<ColourName, string> & { font: string };

/** A probe element resolves each variable the way the page does, light or dark. */
export function readTheme(): ChartTheme {
  const probe = document.createElement("span");
  document.body.append(probe);
  const colours = names.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color] as const;
  });
  const font = getComputedStyle(probe).fontFamily;
  probe.remove();
  return { ...(Object.fromEntries(colours) as Record<ColourName, string>), font };
}

export function withAlpha(colour: string, alpha: number): string {
  const parts = colour.match(/[\d.]+/g);
  return parts && parts.length >= 3 ? `rgba(${parts[0]}, ${parts[1]}, ${parts[2]}, ${alpha})` : colour;
}
