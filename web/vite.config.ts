// How the page is built: everything it needs travels inside its own scripts, under a policy that forbids connections.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const zip = promisify(gzip);

export const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "manifest-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");

/** `file?bytes` and `file?gzip` become a module that exports the file as base64, plain or compressed. */
function carried(): Plugin {
  return {
    name: "outlay-carried-files",
    enforce: "pre",
    async load(id) {
      const match = /^(.*)\?(bytes|gzip)$/.exec(id);
      if (!match?.[1]) return null;
      const content = await readFile(match[1]);
      this.addWatchFile(match[1]);
      const bytes = match[2] === "gzip" ? await zip(content, { level: 9 }) : content;
      return { code: `export default "${bytes.toString("base64")}";`, moduleSideEffects: false };
    },
  };
}

/** The engine's glue has a branch for Node that a browser never takes: what it asks for there is left out. */
function withoutNode(): Plugin {
  const absent = "\0outlay-absent";
  return {
    name: "outlay-without-node",
    enforce: "pre",
    resolveId: (id, importer) => (importer?.endsWith("engine.mjs") && ["fs", "path"].includes(id) ? absent : null),
    load: (id) => (id === absent ? "export default {};" : null),
  };
}

/** The policy goes into the built page only: the development server needs its socket. */
function contentPolicy(): Plugin {
  const tag = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return {
    name: "outlay-content-policy",
    apply: "build",
    transformIndexHtml: (html) => html.replace("<head>", `<head>\n    ${tag}`),
  };
}

export default defineConfig({
  root: here("."),
  base: "./",
  plugins: [carried(), contentPolicy()],
  resolve: { alias: { "@build": here("../build") } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "iife", plugins: () => [carried(), withoutNode()] },
  build: {
    outDir: here("../build/site"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  // Named here, since the search for them does not know Preact's JSX.
  optimizeDeps: {
    noDiscovery: true,
    include: ["preact", "preact/hooks", "preact/jsx-dev-runtime", "@preact/signals", "chart.js"],
  },
  server: { fs: { allow: [here("..")] } },
});
