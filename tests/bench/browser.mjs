// The bench page in a real Chromium: built, served from localhost under its own policy, and asked through window.runBench.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { build } from "vite";
import { chromiumArgs } from "../../scripts/chromium.mjs";
import { findChromium } from "../../scripts/needs.mjs";
import { serve } from "../../scripts/serve.mjs";

const root = new URL("../../", import.meta.url).pathname;
const site = join(root, "build", "bench", "page");

// The engine's glue has a branch for Node that a browser never takes.
const withoutNode = () => ({
  name: "outlay-bench-without-node",
  enforce: "pre",
  resolveId: (id, importer) => (importer?.endsWith("engine.mjs") && ["fs", "path"].includes(id) ? "\0absent" : null),
  load: (id) => (id === "\0absent" ? "export default {};" : null),
});

export async function buildPage() {
  await build({
    root: join(root, "tests", "bench", "page"),
    configFile: false,
    base: "./",
    logLevel: "warn",
    resolve: { alias: { "@build": join(root, "build") } },
    worker: { format: "es", plugins: () => [withoutNode()] },
    build: { outDir: site, emptyOutDir: true, target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 100_000 },
  });
}

/** Opens a Chromium of its own. Each reader gets a page and a process for itself: one that dies takes none along. */
export async function openBrowser() {
  const { server, address } = await serve(site, 4373);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumArgs, "--disable-background-timer-throttling", "--disable-renderer-backgrounding"],
  });
  return {
    version: browser.version(),
    openPage: () => openPage(browser, address),
    peakBytes: () => peakOfRenderers(browser),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** `run` puts the file into the page's file box and asks for the job. */
async function openPage(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  await page.goto(address);
  let held = "";
  return {
    async run(kind, file, job) {
      if (file !== held) await page.setInputFiles("input", file);
      held = file;
      return page.evaluate(([reader, work]) => window.runBench(reader, work), [kind, job]);
    },
    close: () => context.close(),
  };
}

/** The highest resident memory that any renderer of this browser ever had; Linux only. */
async function peakOfRenderers(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const peaks = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => Number(readFileSync(`/proc/${id}/status`, "utf8").match(/^VmHWM:\s*(\d+) kB$/m)?.[1] ?? 0) * 1024);
  return Math.max(...peaks);
}
