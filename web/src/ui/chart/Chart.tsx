// A chart that says what it found, can be read as a table, walked with the keys, and taken away as a picture.
import type { ChartConfiguration, Chart as ChartJs } from "chart.js";
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { number } from "../format";
import { BucketShape } from "../layout/Bucket";
import { IconButton } from "../layout/Button";
import { useThemeVersion } from "../media";
import type { Bucket } from "../table/cells";
import type { ColumnSpec } from "../table/columns";
import { DataTable } from "../table/DataTable";
import { inTurn } from "../turns";
import type { TableData } from "../types";
import { savePng } from "./png";
import { Chart as ChartKind } from "./register";
import { type ChartTheme, readTheme } from "./theme";
import { walk } from "./walk";

export interface ChartProps {
  /** The finding. */
  title: string;
  /** What to conclude. */
  caption: string;
  /** Made anew for each theme; keep its identity while the data is the same. */
  config: (theme: ChartTheme) => ChartConfiguration;
  table?: { columns: ColumnSpec[]; data: TableData };
  legend?: { bucket: Bucket; label: string }[];
  sampled?: { drawn: number; total: number };
  height?: number;
  currency?: string;
  locale?: string;
  controls?: ComponentChildren;
}

/** Drawn in its turn, so that several charts never draw in one task; paper does not wait. */
function useDrawing(config: ChartProps["config"]) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<ChartJs | null>(null);
  const theme = useThemeVersion();
  useLayoutEffect(() => {
    const draw = () => {
      if (!canvas.current) return;
      chart.current?.destroy();
      chart.current = new ChartKind(canvas.current, config(readTheme()));
    };
    if (!window.matchMedia("print").matches) return inTurn(draw);
    return draw();
  }, [config, theme]);
  useLayoutEffect(
    () => () => {
      chart.current?.destroy();
      chart.current = null;
    },
    [],
  );
  return { canvas, chart };
}

function Canvas({ title, caption, config, height = 320 }: Pick<ChartProps, "title" | "caption" | "config" | "height">) {
  const { canvas, chart } = useDrawing(config);
  const [said, setSaid] = useState("");
  const at = useRef(-1);
  const onKey = (event: KeyboardEvent) => {
    const stop = chart.current && walk(chart.current, event.key, at.current);
    if (!stop) return;
    event.preventDefault();
    at.current = stop.at;
    setSaid(stop.words);
  };
  const label = `${title}. ${caption} Arrow keys go from point to point.`;
  return (
    <div class="chart-canvas" style={{ height: `${height}px` }}>
      <canvas ref={canvas} {...{ role: "img", tabIndex: 0, "aria-label": label, onKeyDown: onKey }} />
      <p class="visually-hidden" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

function Legend({ entries }: { entries: NonNullable<ChartProps["legend"]> }) {
  return (
    <ul class="legend list-plain">
      {entries.map(({ bucket, label }) => (
        <li key={label}>
          <BucketShape bucket={bucket} />
          {label}
        </li>
      ))}
    </ul>
  );
}

function Caption({ caption, sampled, locale }: Pick<ChartProps, "caption" | "sampled" | "locale">) {
  const words =
    sampled && sampled.drawn < sampled.total
      ? ` Drawn: ${number(sampled.drawn, locale)} of ${number(sampled.total, locale)} points, the largest and an even choice of the others; every number is computed from all of them.`
      : "";
  return <figcaption class="chart-caption">{`${caption}${words}`}</figcaption>;
}

interface HeadProps {
  id: string;
  title: string;
  asTable: boolean;
  onSwitch?: () => void;
  onSave: () => void;
}

function Head({ id, title, asTable, onSwitch, onSave }: HeadProps) {
  const other = asTable ? "As chart" : "As table";
  return (
    <header class="chart-head">
      <h2 id={id} class="chart-title">
        {title}
      </h2>
      <div class="chart-actions">
        {onSwitch && <IconButton icon={asTable ? "chart" : "table"} label={other} onClick={onSwitch} />}
        {!asTable && <IconButton icon="image" label="As PNG" onClick={onSave} />}
      </div>
    </header>
  );
}

export function Chart(props: ChartProps) {
  const { title, caption, table, legend, currency = "", locale, controls } = props;
  const [asTable, setAsTable] = useState(false);
  const frame = useRef<HTMLElement>(null);
  const id = useId();
  const save = () => {
    const canvas = frame.current?.querySelector("canvas");
    if (canvas) savePng(canvas, title, caption, readTheme());
  };
  const onSwitch = table && (() => setAsTable(!asTable));
  return (
    <figure ref={frame} class="chart" aria-labelledby={id}>
      <Head id={id} title={title} asTable={asTable} onSwitch={onSwitch} onSave={save} />
      {!asTable && (legend || controls) && (
        <div class="chart-bar">
          {legend && <Legend entries={legend} />}
          <span class="grow" />
          {controls}
        </div>
      )}
      {asTable && table ? (
        <DataTable id={`table${id}`} label={title} {...table} currency={currency} locale={locale} />
      ) : (
        <Canvas {...props} />
      )}
      <Caption {...props} />
    </figure>
  );
}
