// How long a first visit takes from the page's address to a scored sample, and what it loads for that.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../../scripts/run.mjs";
import { fixed, median, mega, progress, say, table } from "./figures.mjs";
import { onSite } from "./site.mjs";

const most = { ms: 1000, kilobytes: 400 };

/** Takes the first sample as soon as it is offered, and notes when its headline stands there. */
function watch() {
  const seen = {};
  window.startTimes = seen;
  new MutationObserver(() => {
    const sample = document.querySelector("a.story[href*='data=sample']");
    if (sample && seen.offered === undefined) {
      seen.offered = performance.now();
      sample.click();
    }
    if (document.querySelector("h1.headline")) seen.scored ??= performance.now();
  }).observe(document, { subtree: true, childList: true });
}

async function once() {
  return onSite(async (page, address) => {
    const loaded = new Set();
    page.on("request", (request) => loaded.add(new URL(request.url()).pathname));
    await page.addInitScript(watch);
    await page.goto(address);
    await page.waitForFunction(() => window.startTimes.scored !== undefined);
    return { ...(await page.evaluate(() => window.startTimes)), loaded: [...loaded] };
  });
}

const gzipped = (path) =>
  gzipSync(readFileSync(join(root, "build", "site", path === "/" ? "index.html" : path))).length;

export async function benchStart({ rounds }) {
  const found = [];
  for (let round = 0; round <= rounds; round++) {
    progress(`first visit, ${round} of ${rounds}`);
    found.push(await once());
  }
  progress("");
  const measured = found.slice(1);
  const kilobytes = measured[0].loaded.map(gzipped).reduce((a, b) => a + b, 0) / (mega / 1000);
  const offered = median(measured.map((one) => one.offered));
  const scored = median(measured.map((one) => one.scored));
  const met = (value, limit) => (value <= limit ? "met" : "MISSED");
  say(`\nA first visit, nothing kept, Chromium; median of ${rounds}`);
  say(
    table([
      ["first visit", "measured", "target", ""],
      ["address to samples offered, ms", fixed(offered, 0), "", ""],
      ["address to scored sample, ms", fixed(scored, 0), `${most.ms}`, met(scored, most.ms)],
      ["loaded until then, kB gzip", fixed(kilobytes, 0), `${most.kilobytes}`, met(kilobytes, most.kilobytes)],
    ]),
  );
}
