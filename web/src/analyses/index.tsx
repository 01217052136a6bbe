// The page of an analysis: its own where there is a folder of its name, else the one drawn from the schema.
import { useEffect, useState } from "preact/hooks";
import type { AnalysisPage, PageProps } from "./types";

export type { Editing, PageProps, View } from "./types";

const found = import.meta.glob<{ default: AnalysisPage }>("./*/*/page.tsx");
const loaded = new Map<string, AnalysisPage>();

export async function pageFor(id: string): Promise<AnalysisPage> {
  const known = loaded.get(id);
  if (known) return known;
  const load = found[`./${id}/page.tsx`];
  const page = load ? (await load()).default : (await import("./generic")).Generic;
  loaded.set(id, page);
  return page;
}

export function AnalysisResult(props: PageProps) {
  const { id } = props.info;
  const [, arrived] = useState(id);
  const Page = loaded.get(id);
  useEffect(() => {
    let wanted = true;
    // Also when it is there by now: it may have arrived between the drawing above and this effect.
    void pageFor(id).then(() => wanted && arrived(`${id} loaded`));
    return () => {
      wanted = false;
    };
  }, [id]);
  return Page ? <Page key={id} {...props} /> : null;
}
