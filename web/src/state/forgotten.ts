// Whether everything was forgotten, in this tab or in another: from then on the page keeps nothing until it is opened again.
import { signal } from "@preact/signals";

export const forgotten = signal<"" | "here" | "elsewhere">("");
