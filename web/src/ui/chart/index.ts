// Charts: the frame, and what a page needs to describe one.
export { Chart, type ChartProps } from "./Chart";
export { axis, names, tooltip } from "./options";
export { Chart as ChartKind } from "./register";
export { drawLimit, samplePoints } from "./sample";
export { type ChartTheme, withAlpha } from "./theme";
export { whiskers } from "./whiskers";
