// How long from a slider's event until the recomputed plan is drawn and painted, in a real Chromium. --campaigns N, --moves N.
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findChromium } from "../../scripts/needs.mjs";
import { main, root } from "../../scripts/run.mjs";
import { stream } from "../../scripts/samples/random.mjs";
import { serve } from "../../scripts/serve.mjs";

const option = (name, standard) =>
  process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : standard;

function campaignsCsv(count) {
  const random = stream(7, count);
  const lines = ["Campaign,Channel,Clicks,Conversions,Cost,Revenue"];
  for (let k = 1; k <= count; k++) {
    const cost = 40 + 900 * random.uniform() ** 3;
    const clicks = random.count(cost / 1.4) + 1;
    const conversions = random.count(clicks * 0.04 * Math.exp(0.4 * random.bell()));
    const channel = random.pick(["Search", "Social", "Shopping", "Video", "Display"]);
    lines.push(
      `${channel} ${k},${channel},${clicks},${conversions},${cost.toFixed(2)},${(conversions * 60).toFixed(2)}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** Notes when each slider event came, when the sums were next changed, and when that was painted. */
function watch() {
  const seen = { asked: 0, drawn: [], painted: [], long: [] };
  window.sliderTimes = seen;
  document.addEventListener(
    "input",
    (event) => {
      seen.asked = event.timeStamp;
    },
    true,
  );
  new PerformanceObserver((list) => seen.long.push(...list.getEntries().map((entry) => entry.duration))).observe({
    entryTypes: ["longtask"],
  });
  new MutationObserver(() => {
    const { asked } = seen;
    if (asked === 0) return;
    seen.asked = 0;
    seen.drawn.push(performance.now() - asked);
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => seen.painted.push(performance.now() - asked);
      channel.port2.postMessage(null);
    });
  }).observe(document.querySelector(".plan-sums"), { subtree: true, characterData: true, childList: true });
}

/** Notes how long the engine's worker takes from the question to the answer's arrival. */
function watchWorker() {
  window.workerTimes = [];
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.kind === "call" && message.call.name === "run") {
      const asked = performance.now();
      const heard = ({ data, timeStamp }) => {
        if (data.id !== message.id || data.kind === "progress") return;
        this.removeEventListener("message", heard);
        // The page has drawn by now: what counts is when the answer came.
        window.workerTimes.push(timeStamp - asked);
      };
      this.addEventListener("message", heard);
    }
    return post.call(this, message, ...rest);
  };
}

const quantile = (values, part) =>
  [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? Number.NaN;

async function openPlan(page, address, count) {
  await page.goto(address);
  const buffer = Buffer.from(campaignsCsv(count));
  await page.locator("input[type=file]").first().setInputFiles({ name: "plan.csv", mimeType: "text/csv", buffer });
  await page.getByRole("link", { name: /Open Move the budget/ }).click();
  await page.locator(".plan-sums").waitFor();
  await page.getByLabel("Change per campaign").selectOption("0.5");
  await page.getByLabel("Method").selectOption("diminishing");
  await page.waitForTimeout(2500);
}

async function drag(page, moves) {
  const slider = page.locator(".plan-list input[type=range]").first();
  const box = await slider.boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 0.4 * box.width, y);
  await page.mouse.down();
  for (let k = 0; k < moves; k++) {
    const before = await page.evaluate(() => window.sliderTimes.painted.length);
    await page.mouse.move(box.x + box.width * (0.3 + 0.2 * Math.sin(k / 7)), y);
    await page
      .waitForFunction((n) => window.sliderTimes.painted.length > n, before, { timeout: 3000 })
      .catch(() => null);
  }
  await page.mouse.up();
}

/** A display shows a frame each 16.7 ms; without its beat the time is that of the work alone. */
const displays = [
  { name: "a display of 60 Hz", args: [] },
  { name: "no wait for a display", args: ["--disable-frame-rate-limit", "--disable-gpu-vsync"] },
];

async function measure(address, count, display) {
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...sandbox, ...display.args] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  await page.addInitScript(watchWorker);
  await openPlan(page, address, count);
  await page.evaluate(watch);
  await page.evaluate(() => window.workerTimes.splice(0));
  await drag(page, option("--moves", 60));
  const { drawn, painted, long } = await page.evaluate(() => window.sliderTimes);
  const show = (values) =>
    `median ${quantile(values, 0.5).toFixed(1)} ms, 90% below ${quantile(values, 0.9).toFixed(1)} ms`;
  console.log(`${count} campaigns, ${drawn.length} moves of a slider, Chromium ${browser.version()}, ${display.name}`);
  const worker = await page.evaluate(() => window.workerTimes);
  console.log(`the engine's answer:      ${show(worker)}`);
  console.log(`event to recomputed page: ${show(drawn)}`);
  console.log(`event to painted frame:   ${show(painted)}`);
  console.log(`tasks above 50 ms: ${long.length}`);
  await browser.close();
}

main(async () => {
  const { server, address } = await serve(join(root, "build", "site"), 4376);
  for (const display of displays) await measure(address, option("--campaigns", 1000), display);
  server.close();
});
