// The page as one HTML file that runs from a disk: scripts and styles by their hash, what they carry as blocks of text.
import { createHash } from "node:crypto";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { carried, common, here, policyTag, policyWith, withoutPreload } from "./vite.parts";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Neither ends the element that it stands in, nor begins a comment there. */
const asScript = (code: string) => code.replace(/<\/(?=script)/gi, "<\\/").replaceAll("<!--", "<\\!--");

const block = (id: string, text: string) => `<script type="text/plain" id="${id}">${text}</script>`;

/** One engine is enough where nothing has to be waited for. */
function withoutReader(): Plugin {
  const absent = "\0outlay-no-reader";
  return {
    name: "outlay-without-reader",
    enforce: "pre",
    resolveId: (id) => (/reader\.worker\.ts\?|reader\.wasm\?/.test(id) ? absent : null),
    load: (id) => (id === absent ? "export default null;" : null),
  };
}

function oneFile(blocks: Map<string, string>): Plugin {
  return {
    name: "outlay-one-file",
    enforce: "post",
    // After the parts have their last form.
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const parts = Object.values(bundle);
        const script = parts.flatMap((part) => (part.type === "chunk" ? [part.code] : []));
        const styles = parts.flatMap((part) => (part.type === "asset" && /\.css$/.test(part.fileName) ? [part] : []));
        const page = bundle["index.html"];
        if (script.length !== 1 || page?.type !== "asset") throw new Error("the page is not in one piece");
        const code = asScript(script[0] ?? "").replaceAll("\0", "\\0");
        const style = styles.map(({ source }) => String(source)).join("\n");
        const policy = policyWith(hashOf(code), hashOf(style), "blob:");
        const shell = String(page.source).replace(
          /\s*<(script|link)\b[^>]*(\ssrc|rel="stylesheet")[^>]*>(<\/script>)?/g,
          "",
        );
        const write = (fill: (text: string) => string) => {
          const carriedBlocks = [...blocks].map(([name, text]) => block(`carried-${name}`, fill(text)));
          const body = [...carriedBlocks, block("outlay-report", ""), `<script type="module">${code}</script>`];
          return shell
            .replace("<head>", () => `<head>\n    ${policyTag(policy)}\n    <style>${style}</style>`)
            .replace("</body>", () => `${body.join("\n")}\n  </body>`);
        };
        for (const part of parts) delete bundle[part.fileName];
        this.emitFile({ type: "asset", fileName: "outlay.html", source: write((text) => text) });
        this.emitFile({ type: "asset", fileName: "template.html", source: write(() => "") });
      },
    },
  };
}

export default defineConfig((): UserConfig => {
  const blocks = new Map<string, string>();
  const give = async (text: () => Promise<string>, name: string) => {
    // The page itself is what the site carries as its template.
    if (name === "template.html") return `export default "";`;
    blocks.set(name, await text());
    return `export default document.getElementById("carried-${name}").textContent;`;
  };
  return {
    ...common,
    publicDir: false,
    mode: "single",
    plugins: [withoutReader(), withoutPreload(), carried(give), oneFile(blocks)],
    build: {
      outDir: here("../build/single"),
      emptyOutDir: true,
      target: "es2022",
      // Nothing is loaded later, so there is nothing to load ahead.
      modulePreload: false,
      cssCodeSplit: false,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  };
});
