// How long from a slider's event until the recomputed plan is drawn and painted, in the built site.
import { stream } from "../../scripts/samples/random.mjs";
import { fixed, progress, say, table } from "./figures.mjs";
import { onSite, quantile } from "./site.mjs";

const campaigns = 1000;
const moves = 60;
const frame = 16;

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

async function openPlan(page, address) {
  await page.goto(address);
  const buffer = Buffer.from(campaignsCsv(campaigns));
  await page.locator("input[type=file]").first().setInputFiles({ name: "plan.csv", mimeType: "text/csv", buffer });
  await page.getByRole("link", { name: /Open Move the budget/ }).click();
  await page.locator(".plan-sums").waitFor();
  await page.getByLabel("Change per campaign").selectOption("0.5");
  await page.getByLabel("Method").selectOption("diminishing");
  await page.waitForTimeout(2500);
}

async function drag(page) {
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

const measured = (display) =>
  onSite(async (page, address) => {
    await page.addInitScript(watchWorker);
    await openPlan(page, address);
    await page.evaluate(watch);
    await page.evaluate(() => window.workerTimes.splice(0));
    await drag(page);
    const worker = await page.evaluate(() => window.workerTimes);
    return { worker, ...(await page.evaluate(() => window.sliderTimes)) };
  }, display.args);

export async function benchSlider() {
  const rows = [["slider", "median ms", "90% below", "target", ""]];
  let long = 0;
  for (const display of displays) {
    progress(`slider, ${display.name}`);
    const found = await measured(display);
    const row = (name, values) => [name, fixed(quantile(values, 0.5), 1), fixed(quantile(values, 0.9), 1)];
    const painted = quantile(found.painted, 0.5);
    rows.push([...row(`the engine's answer, ${display.name}`, found.worker), "", ""]);
    rows.push([...row("event to recomputed page", found.drawn), "", ""]);
    rows.push([...row("event to painted frame", found.painted), `${frame}`, painted < frame ? "met" : "MISSED"]);
    long += found.long.length;
  }
  progress("");
  say(`\nA slider over a plan of ${campaigns} campaigns, ${moves} moves, Chromium; tasks above 50 ms: ${long}`);
  say(table(rows));
}
