// Intervals drawn over bars: a line from low to high with a tick at either end.
import type { Plugin } from "chart.js";
import type { ChartTheme } from "./theme";

export interface Interval {
  low: number;
  high: number;
}

/** `intervals` by dataset and bar; bars without one are left plain. */
export function whiskers(theme: ChartTheme, intervals: Interval[][], horizontal: boolean): Plugin {
  return {
    id: "whiskers",
    afterDatasetsDraw(chart) {
      const { ctx, scales } = chart;
      const scale = horizontal ? scales.x : scales.y;
      if (!scale) return;
      ctx.save();
      ctx.strokeStyle = theme.ink;
      ctx.lineWidth = 1.25;
      intervals.forEach((set, k) => {
        set.forEach(({ low, high }, row) => {
          const bar = chart.getDatasetMeta(k).data[row];
          if (!bar || !Number.isFinite(low) || !Number.isFinite(high)) return;
          const across = horizontal ? bar.y : bar.x;
          const [from, to] = [scale.getPixelForValue(low), scale.getPixelForValue(high)];
          ctx.beginPath();
          for (const end of [from, to]) {
            if (horizontal) {
              ctx.moveTo(end, across - 4);
              ctx.lineTo(end, across + 4);
            } else {
              ctx.moveTo(across - 4, end);
              ctx.lineTo(across + 4, end);
            }
          }
          if (horizontal) {
            ctx.moveTo(from, across);
            ctx.lineTo(to, across);
          } else {
            ctx.moveTo(across, from);
            ctx.lineTo(across, to);
          }
          ctx.stroke();
        });
      });
      ctx.restore();
    },
  };
}
