// How a figure came about, drawn from an explanation of any analysis.
export { Steps } from "./Steps";
