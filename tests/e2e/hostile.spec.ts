// Real links, changed within and packed again with a right checksum: what they open is a report or a refusal, and never markup.
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { fromBase64Url, toBase64Url } from "../../web/src/share/link";
import { hostile, markup, type Parts, packed, partsOf } from "../web/share/hostile";
import { headline } from "./app";

const each = 20;
const pages = ["scoring/adsets", "budget/reallocate", "attribution/paths"];

async function linkOf(page: Page, context: BrowserContext, analysis: string): Promise<Parts> {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // Loaded anew, lest the headline be still that of the analysis before.
  await page.goto("about:blank");
  await page.goto(`./#/${analysis}?data=sample`);
  await expect(headline(page)).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press("s");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Link copied.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press("Escape");
  return partsOf(fromBase64Url(link.replace(/^.*#d1\./, "")));
}

/** Every text of it is markup: names, titles, notices, whatever the header and the dictionaries hold. */
function allMarkup({ header, lines, cells }: Parts): Parts {
  const marked = (value: unknown, key = ""): unknown => {
    if (typeof value === "string" && !["a", "f"].includes(key))
      return value.length > 3 ? `${markup[0]}${value}` : value;
    return value;
  };
  const tree = JSON.parse(header);
  for (const key of ["e", "g", "t", "x"]) tree[key] = marked(tree[key] || "a text");
  for (const one of [...(tree.n ?? []), ...(tree.d ?? [])]) {
    if (typeof one.n === "string") one.n = markup[1];
    if (one.t && typeof one.t === "object") for (const key of Object.keys(one.t)) one.t[key] = markup[2];
  }
  const changed = lines.map((line) => (line === "" ? "" : ` ${markup[line.length % markup.length]} ${line.slice(1)}`));
  return { header: JSON.stringify(tree), lines: changed, cells };
}

/** In the page: opens each link after the privacy page, and says what came and what there is that no link may bring. */
async function openAll(links: string[]): Promise<Record<string, string[]>> {
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        watch.disconnect();
        resolve();
      };
      const watch = new MutationObserver(look);
      watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      look();
    });
  // What follows a drawing comes after its frame: a person is never quicker than that.
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const has = (selector: string) => document.querySelector(selector) !== null;
  const foreign =
    "img, video, audio, object, embed, iframe, form[action], base, meta[http-equiv=refresh], script:not([src]):not([type]), [onerror], [onload], [style*='url('], a[href]:not([href^='#'])";
  const before = document.querySelectorAll(foreign).length;
  const came: Record<string, string[]> = { report: [], refused: [], foreign: [] };
  for (const link of links) {
    globalThis.location.hash = "/privacy";
    await until(() => has("main article.prose"));
    await drawn();
    globalThis.location.hash = link;
    await until(() => !has("main article.prose") && (has("main [role=alert]") || has("main .headline")));
    await drawn();
    if (document.querySelectorAll(foreign).length > before) came.foreign?.push(link);
    came[has("main .headline") ? "report" : "refused"]?.push(link);
  }
  return came;
}

/** Should a page ever fail to draw a report, the report is refused and the rest goes on. */
async function staysWhole(page: Page, link: string): Promise<void> {
  const goTo = (hash: string) =>
    page.evaluate((there) => {
      globalThis.location.hash = there;
    }, hash);
  await goTo("/privacy");
  await expect(page.locator("main article.prose")).toBeVisible();
  await page.evaluate(`{
    const list = Array.prototype.flatMap;
    globalThis.mend = () => { Array.prototype.flatMap = list; };
    Array.prototype.flatMap = function (...words) {
      if (document.querySelector(".reading-banner")) throw new Error("cannot be drawn");
      return list.apply(this, words);
    };
  }`);
  await goTo(link);
  await expect(page.locator("main [role=alert]")).toContainText("damaged");
  await page.evaluate("mend()");
  await goTo("/privacy");
  await expect(page.locator("main article.prose")).toBeVisible();
  await goTo(link);
  await expect(headline(page)).toBeVisible();
}

test("no link brings markup or breaks the page", async ({ page, context, browser }) => {
  test.setTimeout(120_000);
  const links: string[] = [];
  for (const analysis of pages) {
    const good = await linkOf(page, context, analysis);
    const changed = Array.from({ length: each }, (_, number) => hostile(good, number));
    links.push(...[packed(allMarkup(good)), ...changed].map((bytes) => `d1.${toBase64Url(bytes)}`));
  }
  const fresh = await browser.newContext({ locale: "en-US" });
  const reader = await fresh.newPage();
  const errors: string[] = [];
  reader.on("pageerror", (error) => errors.push(error.message));
  reader.on("dialog", (dialog) => errors.push(dialog.message()));
  await reader.addInitScript(() => {
    Object.assign(globalThis, { planted: () => document.body.append(document.createElement("img")) });
  });
  await reader.goto("./#/privacy");
  await reader.waitForLoadState("networkidle");
  const came = await reader.evaluate(openAll, links);
  expect(errors).toEqual([]);
  expect(came.foreign).toEqual([]);
  // The three that are all markup open, as text.
  for (const first of [0, each + 1, 2 * each + 2]) expect(came.report).toContain(links[first]);
  expect(came.report?.length).toBeGreaterThan(links.length / 5);
  expect(came.refused?.length).toBeGreaterThan(links.length / 10);
  await staysWhole(reader, links[0] ?? "");
  expect(errors).toEqual([]);
  await fresh.close();
});
