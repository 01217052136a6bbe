// The site for any static host: relative addresses, small parts, and a service worker that keeps them all.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { carried, common, here, policyTag, policyWith, withoutPreload } from "./vite.parts";

const policy = policyWith("'self'", "'self'", "'self' blob:", ["manifest-src 'self'"]);
const iconsFolder = here("icons");
/** Which part needs which, for the budget of sizes; no part of the site. */
const partsList = "parts.json";

/** Inside the page and its manifest: pictures come from nowhere else, not even from their host. */
function icon(name: string): string {
  const type = name.endsWith(".svg") ? "image/svg+xml" : "image/png";
  return `data:${type};base64,${readFileSync(`${iconsFolder}/${name}`).toString("base64")}`;
}

function manifest(): string {
  const { icons, ...words } = JSON.parse(readFileSync(`${iconsFolder}/manifest.webmanifest`, "utf8"));
  const carried = icons.map(({ src, ...more }: { src: string }) => ({ src: icon(src), ...more }));
  return JSON.stringify({ ...words, icons: carried });
}

const links = [
  `<link rel="manifest" href="./manifest.webmanifest" />`,
  `<link rel="apple-touch-icon" href="${icon("icon-180.png")}" />`,
];

/** The policy goes into the built page only: the development server needs its socket. */
function head(): Plugin {
  const tags = [policyTag(policy), ...links].join("\n    ");
  return {
    name: "outlay-head",
    apply: "build",
    transformIndexHtml: { order: "post", handler: (html) => html.replace("<head>", `<head>\n    ${tags}`) },
  };
}

/** The service worker is told all files of the build, and a mark of their content by which it knows its own version. */
function serviceWorker(): Plugin {
  const name = "sw.js";
  return {
    name: "outlay-service-worker",
    apply: "build",
    enforce: "post",
    // After the parts have their last form.
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const worker = bundle[name];
        if (worker?.type !== "chunk") throw new Error("there is no service worker");
        const built = Object.values(bundle).filter(({ fileName }) => ![name, partsList].includes(fileName));
        const files = new Map(built.map((part) => [part.fileName, part.type === "chunk" ? part.code : part.source]));
        files.set("manifest.webmanifest", manifest());
        this.emitFile({ type: "asset", fileName: "manifest.webmanifest", source: manifest() });
        const names = [...files.keys()].sort();
        const mark = createHash("sha256").update(worker.code);
        for (const file of names) mark.update(`\n${file}\n`).update(files.get(file) ?? "");
        const told = { outlayFiles: names, outlayMark: mark.digest("hex").slice(0, 16) };
        const words = Object.entries(told).map(([word, value]) => `const ${word}=${JSON.stringify(value)};`);
        worker.code = `${words.join("\n")}\n${worker.code}`;
      },
    },
  };
}

export default defineConfig({
  ...common,
  publicDir: false,
  plugins: [withoutPreload(), carried(), head(), serviceWorker()],
  build: {
    outDir: here("../build/site"),
    emptyOutDir: true,
    target: "es2022",
    // All styles come at once, since a <link> would have to bring the others.
    cssCodeSplit: false,
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, names, { hostType }) => (hostType === "html" ? names : []),
    },
    chunkSizeWarningLimit: 2000,
    manifest: partsList,
    rolldownOptions: {
      input: { index: here("index.html"), sw: here("sw.ts") },
      output: { entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js") },
    },
  },
  // Named here, since the search for them does not know Preact's JSX.
  optimizeDeps: {
    noDiscovery: true,
    include: ["preact", "preact/hooks", "preact/jsx-dev-runtime", "@preact/signals", "chart.js"],
  },
  server: { fs: { allow: [here("..")] } },
});
