// The two charts of where the account earns: segments and campaigns.
import { useMemo } from "preact/hooks";
import { Chart } from "../../../ui/chart";
import type { TableData } from "../../../ui/types";
import { useWords, type Words } from "../../use-words";
import { efficiencyConfig, efficiencyTable, efficiencyTitle, segmentsOf } from "./efficiency-bars";
import { quadrantConfig, quadrantsOf, quadrantTable, quadrantTitle } from "./quadrants";

export function SegmentChart({ data, currency, locale }: Words & { data: TableData }) {
  const words = useWords({ currency, locale });
  const segments = useMemo(() => segmentsOf(data), [data]);
  const config = useMemo(() => efficiencyConfig(segments, words), [segments, words]);
  const table = useMemo(() => efficiencyTable(segments), [segments]);
  return (
    <Chart
      title={efficiencyTitle(segments, words)}
      caption="Right of the dashed line a segment earns more than its share of the spend. Below 0.75 look at it, below 0.50 it drags."
      config={config}
      table={table}
      height={Math.max(150, 70 + segments.length * 28)}
      currency={currency}
      locale={locale}
    />
  );
}

export function QuadrantChart({ data, currency, locale }: Words & { data: TableData }) {
  const words = useWords({ currency, locale });
  const quadrants = useMemo(() => quadrantsOf(data), [data]);
  const config = useMemo(() => quadrantConfig(quadrants, words), [quadrants, words]);
  const table = useMemo(() => quadrantTable(quadrants), [quadrants]);
  return (
    <Chart
      title={quadrantTitle(quadrants, words)}
      caption="Each shape is a campaign, its area its spend; the dashed lines are the medians. Give to the top right; a campaign at the bottom right sells at a good price but loses many clicks."
      config={config}
      table={table}
      height={330}
      currency={currency}
      locale={locale}
    />
  );
}
