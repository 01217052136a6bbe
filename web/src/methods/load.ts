// What there is to read: the README of each area of the engine and the playbook, and what draws them; all come when needed.
import type { ComponentType } from "preact";

const texts = import.meta.glob<string>("../../../cpp/analyses/*/README.md", { query: "?raw", import: "default" });
const guides = import.meta.glob<string>("./*.md", { query: "?raw", import: "default" });

export interface Method {
  text: string;
  Markdown: ComponentType<{ text: string }>;
}

const named = new Map([
  ...Object.entries(texts).map(([path, load]) => [path.split("/").at(-2) ?? "", load] as const),
  ...Object.entries(guides).map(([path, load]) => [path.slice(2, -3), load] as const),
]);

/** The areas whose method is written down, and the guides. */
export const areas = [...named.keys()];

/** Null for an area that has no text. */
export async function loadMethod(area: string): Promise<Method | null> {
  const load = named.get(area);
  if (!load) return null;
  const [text, { Markdown }] = await Promise.all([load(), import("../ui/markdown/Markdown")]);
  return { text, Markdown };
}
