// Charts: the frame, and what a page needs to describe one.
export { Chart, type ChartProps } from "./Chart";
export { axis, names, tooltip } from "./options";
export { drawLimit, samplePoints } from "./sample";
export { type ChartTheme, withAlpha } from "./theme";
