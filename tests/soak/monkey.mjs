// A monkey that uses the page: what it may do, how it does it, what must hold all the while, and what a reload must keep.
import { readFileSync } from "node:fs";
import { stream } from "../../scripts/samples/random.mjs";

const root = new URL("../../", import.meta.url).pathname;
const sample = readFileSync(`${root}build/sample/adset_weeks.csv`, "utf8");
// A file that is smaller, so that some hundred of them may be dropped.
const small = sample.split("\n").slice(0, 400).join("\n");
const pages = ["", "scoring/adsets", "budget/reallocate", "impact/decisions", "impact/efficiency", "impact/bridge"];
const more = ["attribution/paths", "attribution/sessions", "methods/scoring", "methods/playbook", "privacy"];
const keys = ["Escape", "/", "e", "p", "s", "t", "?", "Control+z", "Control+Shift+Z", "Tab", "ArrowDown", "Enter", "j"];
// More than this, in MB, between the first tenth and the last is a leak.
const mostGrowth = 60;
const quietMs = 30_000;

const controls = 'a[href^="#"], button, summary, select, input:not([type="file"]), [role="tab"], [role="row"], th';

/** One control that can be seen and used now; null when there is none. */
async function pickControl(page, random) {
  const all = await page.locator(controls).all();
  const from = Math.floor(random.uniform() * all.length);
  for (let k = 0; k < Math.min(all.length, 12); k++) {
    const one = all[(from + k * 7) % all.length];
    if ((await one.isVisible().catch(() => false)) && (await one.isEnabled().catch(() => false))) return one;
  }
  return null;
}

const texts = ["0", "-1", "0.3", "1e9", "", "Meta", "=1+1", "<b>x</b>", "999999999999"];

async function useControl(page, random) {
  const control = await pickControl(page, random);
  if (!control) return "nothing to use";
  const what = await control.evaluate((node) => ({ tag: node.tagName, type: node.type ?? "", said: node.textContent }));
  const name = `${what.tag} ${what.type} ${(what.said ?? "").trim().slice(0, 40)}`;
  const brief = { timeout: 1500 };
  if (what.tag === "SELECT") {
    const options = await control.locator("option").count();
    await control.selectOption({ index: Math.floor(random.uniform() * options) }, brief);
  } else if (what.tag === "INPUT" && ["text", "number", "search", "password"].includes(what.type)) {
    await control.fill(what.type === "number" ? String(random.pick([0, 1, -5, 0.25, 1e6])) : random.pick(texts), brief);
    await control.press(random.pick(["Enter", "Tab"]), brief);
  } else {
    await control.click(brief);
  }
  return name;
}

async function dropFile(page, text, name) {
  const transfer = await page.evaluateHandle(
    ([content, file]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], file, { type: "text/csv" }));
      return data;
    },
    [text, name],
  );
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

const goTo = (page, hash) => page.evaluate((to) => window.location.assign(to), hash);

const deeds = [
  [12, useControl],
  [3, (page, random) => page.keyboard.press(random.pick(keys))],
  [2, (page, random) => goTo(page, `#/${random.pick([...pages, ...more])}`)],
  [0.5, (page, random) => goTo(page, `#/${random.pick(pages.slice(1))}?data=sample`)],
  [0.5, (page) => dropFile(page, small, "adset_weeks.csv")],
  [0.3, (page, random) => dropFile(page, random.pick(["", "a,b\n", "\0\0", '"', "<html>"]), "bad.csv")],
  [0.5, (page) => page.goBack({ timeout: 1500 })],
  [
    0.5,
    (page, random) =>
      page.setViewportSize(
        random.pick([
          { width: 390, height: 844 },
          { width: 1440, height: 900 },
        ]),
      ),
  ],
  [0.3, (page, random) => page.emulateMedia({ colorScheme: random.pick(["light", "dark"]) })],
];

function pickDeed(random) {
  let left = random.uniform() * deeds.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, deed] of deeds) {
    left -= weight;
    if (left < 0) return deed;
  }
  return useControl;
}

/** What the page must never show or do, gathered from the first moment on. */
function watch(page, address, failures, log) {
  const said = (what) => failures.push(`after ${log.length} actions (${log.slice(-3).join("; ")}): ${what}`);
  page.on("pageerror", (error) => said(error.stack ?? error.message));
  // The self-test of the privacy page is there to be refused: each refusal is told in the console.
  const isRefusal = (text) => text.includes("https://example.com/") || text.includes("wss://example.com/");
  page.on("console", (message) => message.type() === "error" && !isRefusal(message.text()) && said(message.text()));
  page.on("crash", () => said("the page crashed"));
  page.on("request", (request) => {
    if (isRefusal(request.url())) return;
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(address)) said(`asked for ${request.url()}`);
  });
  page.on("dialog", (dialog) => void dialog.accept().catch(() => undefined));
  page.on("download", (download) => void download.cancel().catch(() => undefined));
  return said;
}

async function heapOf(session) {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return Math.round(usedSize / 1e6);
}

/** The page still works: it goes to the score, and its headline comes, or in words why what a monkey chose gives none. */
async function stillWorks(page, address, said) {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (let k = 0; k < 4; k++) await page.keyboard.press("Escape");
  await page.goto(`${address}#/scoring/adsets?data=sample`);
  const lacking = page.getByRole("link", { name: "Choose the columns" });
  const shown = page.locator("h1.headline").or(page.getByRole("alert")).or(lacking).first();
  await shown.waitFor({ timeout: quietMs }).catch(() => said("the score never came"));
  // What an earlier choice gave may stand there until the last one is heeded.
  await page.waitForTimeout(1000);
  // Settings that give no result leave the last one standing, with the reason: after a reload the reason is all there is.
  return (await page.locator("h1.headline").first().isVisible()) && (await page.getByRole("alert").count()) === 0;
}

/** Takes back what a monkey chose, as a person would: parameters, then columns. */
async function takeBack(page, address) {
  const brief = { timeout: 3000 };
  for (const name of [/^Parameters/, "Reset all"]) {
    // There are none of a page that lacks a column.
    const button = page.getByRole("button", { name });
    await button.click(brief).catch(() => undefined);
  }
  await page.keyboard.press("Escape");
  await page.goto(`${address}#/`);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  for (let k = 0; k < 30 && (await undo.count()) > 0; k++) await undo.first().click(brief);
}

/** What a person would miss after a reload: the data, what was set, and what came of it. */
async function seen(page) {
  const shown = page.locator("h1.headline").first();
  await shown.waitFor({ timeout: quietMs });
  return page.evaluate(() =>
    [".topbar-data", "h1.headline", ".key-figures"].map((part) => document.querySelector(part)?.textContent ?? ""),
  );
}

/** Sets something, waits longer than keeping takes, reloads: all is as it was. */
async function losesNothing(page, random, said) {
  const panel = page.getByRole("dialog", { name: "Parameters" });
  // What was asked for before may have opened since.
  for (let k = 0; k < 2; k++) await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Parameters/ }).click();
  const field = panel.locator("input").and(panel.getByLabel(/dead zone/i));
  await field.fill(String(random.between(5, 40) / 100));
  await field.press("Tab");
  await page.keyboard.press("Escape");
  await page.waitForTimeout(3000);
  const before = await seen(page);
  await page.reload();
  await seen(page);
  await page.waitForTimeout(1000);
  const after = await seen(page);
  if (JSON.stringify(before) !== JSON.stringify(after)) said(`a reload made ${after} of ${before}`);
}

export async function soak(browser, address, { actions, seed }) {
  const failures = [];
  const log = [];
  const heap = [];
  let reloads = 0;
  let opened = 0;
  const random = stream(seed, actions);
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const said = watch(page, address, failures, log);
  await page.addInitScript(() => {
    globalThis.print = () => undefined;
  });
  await page.goto(address);
  const session = await context.newCDPSession(page);
  await stillWorks(page, address, said);
  while (log.length < actions && failures.length < 10) {
    // A control that another action took away meanwhile is no failure.
    const did = await pickDeed(random)(page, random).catch((error) => error.message.split("\n")[0]);
    log.push(typeof did === "string" ? did : "keys or places");
    await page.waitForTimeout(random.between(10, 120));
    if (log.length % Math.max(1, Math.floor(actions / 10)) !== 0) continue;
    let works = await stillWorks(page, address, said);
    if (!works) {
      await takeBack(page, address);
      works = await stillWorks(page, address, said);
    }
    // Who has everything forgotten has a page that keeps nothing until it is opened again.
    if (log.slice(opened).some((did) => did.includes("Forget everything"))) {
      await page.reload();
    } else if (works) {
      reloads++;
      await losesNothing(page, random, said).catch((error) => said(`keeping its work failed: ${error.message}`));
    }
    opened = log.length;
    heap.push(await heapOf(session));
  }
  const growth = heap.at(-1) - heap[0];
  if (reloads === 0) said("no reload was tried: nothing is known of what it keeps");
  if (growth > mostGrowth) said(`the heap grew by ${growth} MB`);
  await context.close();
  return { failures, heap, reloads, done: log.length };
}
