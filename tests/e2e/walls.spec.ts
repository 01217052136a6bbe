// Every way out of the page, planted, in both builds and without a header: none is heard, and without walls each is.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { opened, type Place, places } from "./builds";
import { moving, pathOf, quiet, sourceOf, unheard } from "./plants";
import { type Trap, trapped } from "./trap";

const ready = (page: Page) => expect(page.getByText("Drop your ad exports")).toBeVisible();

/** What the page itself is asked to tell its own host, which is no other's business either. */
const toOwnHost = (way: string) =>
  ["image", "fetch", "beacon", "form by GET", "link", "link that saves", "a move"].includes(way);

interface Planted {
  place: Place;
  page: Page;
  others: string[];
  asked: string[];
  close: () => Promise<void>;
}

async function plant(browser: Browser, place: Place, trap: Trap): Promise<Planted> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const from = await opened(place);
  await page.goto(from.address);
  await ready(page);
  const others: string[] = [];
  context.on("page", (other) => others.push(other.url()));
  const all = { ...quiet, ...moving, ...unheard };
  await page.evaluate(sourceOf(all, trap.address, trap.outer));
  const own = Object.fromEntries(Object.entries(all).filter(([way]) => toOwnHost(way)));
  if (place !== "file") await page.evaluate(sourceOf(own, `${from.address}planted`, trap.outer));
  const close = () => Promise.all([context.close(), from.close()]).then(() => undefined);
  return { place, page, others, asked: from.asked, close };
}

/** The same ways where nothing forbids them, heard one and all: by then the others would have been, too. */
async function hear(browser: Browser, trap: Trap): Promise<void> {
  const context = await browser.newContext();
  const blank = async (name: string) => {
    const page = await context.newPage();
    await page.goto(`${trap.address}/page-${name}`);
    return page;
  };
  await (await blank("quiet")).evaluate(sourceOf(quiet, trap.address, trap.outer));
  for (const [way, attempt] of Object.entries(moving)) {
    const page = await blank("moving");
    // A move may end the page before it can answer.
    await page.evaluate(sourceOf({ [way]: attempt }, trap.address, trap.outer)).catch(() => undefined);
  }
  const inaudible = ["WebRTC", "an empty frame's WebRTC"];
  const ways = Object.keys({ ...quiet, ...moving }).filter((way) => !inaudible.includes(way));
  const unheardYet = () => ways.filter((way) => !trap.asked.some((line) => line.includes(pathOf(way))));
  await expect.poll(unheardYet, { timeout: 15_000 }).toEqual([]);
  await expect.poll(() => trap.datagrams(), { timeout: 15_000 }).toBeGreaterThan(1);
  await context.close();
}

test("nothing that is planted gets out, and all of it would without the walls", async ({ browser }) => {
  const [trap, open] = [await trapped(), await trapped()];
  const planted: Planted[] = [];
  for (const place of places) planted.push(await plant(browser, place, trap));
  await hear(browser, open);
  expect(trap.asked).toEqual([]);
  expect([trap.connections(), trap.datagrams()]).toEqual([0, 0]);
  for (const { place, page, others, asked, close } of planted) {
    const seen: Record<string, string> = await page.evaluate("globalThis.planted");
    expect(others, place).toEqual([]);
    expect(asked.filter((path) => path.includes("planted"))).toEqual([]);
    expect(Object.keys(seen), place).toHaveLength(Object.keys({ ...quiet, ...moving, ...unheard }).length);
    expect(Object.values(seen), place).not.toContain("sent");
    for (const way of ["WebRTC", "WebTransport", "preconnect", "DNS prefetch", "an empty frame's WebRTC"]) {
      expect(seen[way], `${place}: ${way}`).toBe("refused");
    }
    // The page is still the page.
    await ready(page);
    await close();
  }
  await Promise.all([trap.close(), open.close()]);
});
