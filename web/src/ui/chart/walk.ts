// Walking a chart with the arrow keys: from point to point, left to right, said aloud.
import type { ActiveElement, Chart } from "chart.js";

interface Stop {
  datasetIndex: number;
  index: number;
  x: number;
  y: number;
}

function stopsOf(chart: Chart): Stop[] {
  const stops = chart.getSortedVisibleDatasetMetas().flatMap((meta) =>
    meta.data.map((element, index) => {
      const { x, y } = element.getProps(["x", "y"], true) as { x: number; y: number };
      return { datasetIndex: meta.index, index, x, y };
    }),
  );
  const vertical = chart.options.indexAxis === "y";
  return stops.sort((a, b) => (vertical ? a.y - b.y || a.x - b.x : a.x - b.x || a.y - b.y));
}

const steps: Record<string, number> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageDown: 20,
  PageUp: -20,
};

/** The words of the point that is now shown, or null when the key means nothing here. */
export function walk(chart: Chart, key: string, current: number): { at: number; words: string } | null {
  const stops = stopsOf(chart);
  const edges: Record<string, number> = { Home: 0, End: stops.length - 1 };
  const target = key in edges ? edges[key] : key in steps ? current + steps[key] : null;
  if (target === null || stops.length === 0) return null;
  const at = Math.max(0, Math.min(stops.length - 1, target));
  const stop = stops[at];
  const active: Pick<ActiveElement, "datasetIndex" | "index">[] = [stop];
  chart.setActiveElements(active);
  chart.tooltip?.setActiveElements(active, { x: stop.x, y: stop.y });
  chart.update("none");
  const words = [...(chart.tooltip?.title ?? []), ...(chart.tooltip?.body ?? []).flatMap((part) => part.lines)];
  return { at, words: words.join(". ") };
}
