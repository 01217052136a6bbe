// What the builds of the page share: files carried inside scripts, and the policy that forbids connections.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Plugin, UserConfig } from "vite";
import { encode91 } from "./src/engine/unpack/base91";

export const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const start = promisify(execFile);

/** `scripts`, `styles` and `workers` are sources as the policy names them. */
export const policyWith = (scripts: string, styles: string, workers: string, more: string[] = []): string =>
  [
    "default-src 'none'",
    `script-src ${scripts} 'wasm-unsafe-eval'`,
    `worker-src ${workers}`,
    `style-src ${styles}`,
    "img-src data: blob:",
    ...more,
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");

export const policyTag = (policy: string) => `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;

/** LZMA, a third smaller than gzip, with the settings that suit WebAssembly; the size goes into the head, which `xz` leaves open. */
async function packed(path: string): Promise<Buffer> {
  const settings = "--lzma1=preset=9e,lc=4,lp=0,pb=0,dict=8MiB,nice=273";
  const options = { encoding: "buffer", maxBuffer: 1 << 28 } as const;
  const [{ stdout }, content] = await Promise.all([
    start("xz", ["--format=lzma", settings, "--stdout", path], options),
    readFile(path),
  ]);
  stdout.writeBigUInt64LE(BigInt(content.length), 5);
  return stdout;
}

/** `file?lzma` becomes a module that exports the file, packed, as text. */
export function carried(
  give = async (text: () => Promise<string>, _name: string) => `export default "${await text()}";`,
): Plugin {
  return {
    name: "outlay-carried-files",
    enforce: "pre",
    async load(id) {
      const [, path] = /^(.*)\?lzma$/.exec(id) ?? [];
      if (!path) return null;
      this.addWatchFile(path);
      return {
        code: await give(async () => encode91(await packed(path)), basename(path)),
        moduleSideEffects: false,
      };
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

/** Parts call for parts by themselves: the page makes no <link>, which could also speak to other hosts before any policy is asked. */
export function withoutPreload(): Plugin {
  return {
    name: "outlay-without-preload",
    enforce: "pre",
    apply: "build",
    load: (id) => (id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : null),
  };
}

export const common: UserConfig = {
  root: here("."),
  base: "./",
  resolve: { alias: { "@build": here("../build") } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "iife", plugins: () => [withoutNode()] },
};
