// What all charts share: quiet axes with units, and a tooltip in the colours of the page.
import type { Scale } from "chart.js";
import type { ChartTheme } from "./theme";

export interface AxisOptions {
  title: string;
  format: (value: number) => string;
  type?: "linear" | "logarithmic";
  min?: number;
  max?: number;
  grace?: string;
  stacked?: boolean;
  grid?: boolean;
}

/** On a logarithmic axis a few digits of each decade carry a label, more of them where it spans little. */
function labelled(value: number, span: number): boolean {
  const first = value / 10 ** Math.floor(Math.log10(value) + 1e-9);
  const digits = span < 50 ? [1, 1.5, 2, 3, 5, 7] : [1, 2, 5];
  return digits.some((digit) => Math.abs(first - digit) < 1e-6);
}

export function axis(
  theme: ChartTheme,
  { title, format, type = "linear", min, max, grace, stacked, grid = true }: AxisOptions,
) {
  const log = type === "logarithmic";
  return {
    type,
    min,
    max,
    ...(log ? {} : { grace }),
    stacked,
    title: { display: title !== "", text: title, color: theme["ink-2"], font: { family: theme.font, size: 12 } },
    border: { color: theme["line-strong"] },
    grid: { display: grid, color: theme.line, drawTicks: false },
    ticks: {
      color: theme["ink-3"],
      font: { family: theme.font, size: 11 },
      padding: 6,
      maxRotation: 0,
      callback(this: Scale, value: string | number) {
        return !log || labelled(Number(value), this.max / this.min) ? format(Number(value)) : "";
      },
    },
  };
}

export function names(theme: ChartTheme) {
  return {
    type: "category" as const,
    stacked: true,
    border: { color: theme["line-strong"] },
    grid: { display: false },
    ticks: { color: theme["ink-2"], font: { family: theme.font, size: 12 }, autoSkip: false },
  };
}

export function tooltip(theme: ChartTheme) {
  return {
    backgroundColor: theme.surface,
    borderColor: theme["line-strong"],
    borderWidth: 1,
    titleColor: theme.ink,
    bodyColor: theme["ink-2"],
    footerColor: theme["ink-3"],
    titleFont: { family: theme.font, size: 13, weight: "bold" as const },
    bodyFont: { family: theme.font, size: 12 },
    footerFont: { family: theme.font, size: 11, weight: "normal" as const },
    padding: 10,
    cornerRadius: 6,
    displayColors: false,
    caretSize: 0,
  };
}
