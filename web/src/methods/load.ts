// The methods' texts: the README of each area of the engine, and what draws them; both come when they are needed.
import type { ComponentType } from "preact";

const texts = import.meta.glob<string>("../../../cpp/analyses/*/README.md", { query: "?raw", import: "default" });

export interface Method {
  text: string;
  Markdown: ComponentType<{ text: string }>;
}

const areaOf = (path: string) => path.split("/").at(-2) ?? "";

/** The areas whose method is written down. */
export const areas = Object.keys(texts).map(areaOf);

/** Null for an area that has no text. */
export async function loadMethod(area: string): Promise<Method | null> {
  const path = Object.keys(texts).find((one) => areaOf(one) === area);
  if (!path) return null;
  const [text, { Markdown }] = await Promise.all([texts[path](), import("../ui/markdown/Markdown")]);
  return { text, Markdown };
}
