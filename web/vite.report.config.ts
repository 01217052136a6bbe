// The report writers as one file for Node, which `outlay report` runs from beside its own executable.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  ssr: { noExternal: true },
  build: {
    ssr: here("src/report/node.ts"),
    outDir: here("../build/native"),
    emptyOutDir: false,
    target: "node20",
    rolldownOptions: { output: { entryFileNames: "report.mjs", codeSplitting: false } },
  },
});
