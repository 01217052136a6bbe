// A chart of one table of a result: read once, then drawn, titled and listed from what was read.
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { Chart, type ChartProps } from "../../../ui/chart";
import type { TableData } from "../../../ui/types";
import { useWords, type Words } from "../../use-words";

interface Drawing<Read> {
  read: (data: TableData) => Read;
  title: (read: Read, words: Words) => string;
  caption: string;
  config: (read: Read, words: Words) => ChartProps["config"];
  table: (read: Read, locale?: string) => ChartProps["table"];
  height: (read: Read) => number;
  controls?: ComponentChildren;
}

/** The component that draws a table so. */
export function drawn<Read>({ read, title, caption, config, table, height, controls }: Drawing<Read>) {
  return ({ data, currency, locale }: Words & { data: TableData }) => {
    const words = useWords({ currency, locale });
    const found = useMemo(() => read(data), [data]);
    return (
      <Chart
        title={title(found, words)}
        caption={caption}
        config={useMemo(() => config(found, words), [found, words])}
        table={useMemo(() => table(found, locale), [found, locale])}
        height={height(found)}
        currency={currency}
        locale={locale}
        controls={controls}
      />
    );
  };
}
