// How long a first visit takes from the page's address to a scored sample, and what it loads for that.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../../scripts/run.mjs";
import { fixed, median, progress, say, table } from "./figures.mjs";
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

const gzipped = (path) =>
  gzipSync(readFileSync(join(root, "build", "site", path === "/" ? "index.html" : path))).length;

async function once() {
  return onSite(async (page, address) => {
    const loaded = [];
    page.on("request", (request) => {
      const { protocol, pathname } = new URL(request.url());
      if (protocol === "http:") loaded.push({ pathname, request });
    });
    await page.addInitScript(watch);
    await page.goto(address);
    await page.waitForFunction(() => window.startTimes.scored !== undefined);
    const times = await page.evaluate(() => ({ ...window.startTimes, origin: performance.timeOrigin }));
    const until = (moment) => {
      const asked = loaded.filter(({ request }) => request.timing().startTime < times.origin + moment);
      return [...new Set(asked.map(({ pathname }) => pathname))].map(gzipped).reduce((a, b) => a + b, 0) / 1000;
    };
    return { ...times, first: until(times.offered), all: until(times.scored) };
  });
}

export async function benchStart({ rounds }) {
  const found = [];
  for (let round = 0; round <= rounds; round++) {
    progress(`first visit, ${round} of ${rounds}`);
    found.push(await once());
  }
  progress("");
  const typical = (name) => median(found.slice(1).map((one) => one[name]));
  const row = (name, value, limit) => [
    name,
    fixed(value, 0),
    ...(limit ? [`${limit}`, value < limit ? "met" : "MISSED"] : ["", ""]),
  ];
  say(`\nA first visit, nothing kept, Chromium; median of ${rounds}`);
  say(
    table([
      ["first visit", "measured", "target", ""],
      row("address to samples offered, ms", typical("offered")),
      row("address to scored sample, ms", typical("scored"), most.ms),
      row("loaded for the first screen, kB gzip", typical("first"), most.kilobytes),
      row("loaded until then, the other pages for later too, kB gzip", typical("all")),
    ]),
  );
}
