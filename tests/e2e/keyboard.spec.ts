// Without a mouse: on every page Tab reaches all that can be used, in the order of reading, and one always sees where one is.
import { expect, type Page, test } from "@playwright/test";
import { headline, open, openSample } from "./app";

interface Stop {
  name: string;
  place: number;
  isSeen: boolean;
}

/** Numbers all that Tab should reach, in the order in which it is read. */
function expected(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const usable =
      "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex='0'], iframe";
    const names: string[] = [];
    for (const node of document.querySelectorAll<HTMLElement>(usable)) {
      const isHidden = !node.checkVisibility({ visibilityProperty: true }) || node.closest("[inert], [hidden]");
      const isGrouped = node instanceof HTMLInputElement && node.type === "radio" && !node.checked;
      // Within these, arrows go from one to the next.
      const isArrowed =
        node.tabIndex < 0 && node.closest("[role=grid], [role=menu], [role=tablist], [role=radiogroup]");
      if (isHidden || isGrouped || isArrowed) continue;
      node.dataset.stop = String(names.length);
      names.push(`${node.tagName} ${(node.getAttribute("aria-label") ?? node.textContent ?? "").trim().slice(0, 40)}`);
    }
    return names;
  });
}

/** Where the focus is, and whether it shows. */
function here(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const node = document.activeElement as HTMLElement | null;
    if (!node || node === document.body) return null;
    const shows = (one: Element, pseudo?: string) => {
      const style = getComputedStyle(one, pseudo);
      return (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
    };
    const box = node.getBoundingClientRect();
    // A control may be drawn by what is around or beside it.
    const drawn = [node, node.parentElement, node.nextElementSibling].filter((one) => one !== null);
    return {
      name: `${node.tagName} ${(node.getAttribute("aria-label") ?? node.textContent ?? "").trim().slice(0, 40)}`,
      place: Number(node.dataset.stop ?? -1),
      isSeen: node.matches(":focus-visible") && drawn.some((one) => shows(one)) && box.width > 0,
    };
  });
}

async function walk(page: Page): Promise<{ missed: string[]; unseen: string[]; backwards: string[] }> {
  const names = await expected(page);
  expect(names.length).toBeGreaterThan(10);
  const reached = new Set<number>();
  const unseen: string[] = [];
  const backwards: string[] = [];
  let last = -1;
  for (let k = 0; k < 3000; k++) {
    await page.keyboard.press("Tab");
    const stop = await here(page);
    if (stop === null) break;
    if (stop.place < 0) continue;
    if (reached.has(stop.place)) break;
    reached.add(stop.place);
    if (!stop.isSeen) unseen.push(stop.name);
    if (stop.place < last) backwards.push(stop.name);
    last = stop.place;
  }
  return { missed: names.filter((_, k) => !reached.has(k)), unseen, backwards };
}

const results = [
  "scoring/adsets",
  "budget/reallocate",
  "impact/decisions",
  "impact/efficiency",
  "impact/bridge",
  "attribution/paths",
  "attribution/sessions",
];

for (const path of results) {
  test(`Tab reaches all of ${path}, and its panels give the focus back`, async ({ page }) => {
    await page.goto(`./#/${path}?data=sample`);
    await expect(headline(page)).toBeVisible();
    await page.waitForTimeout(1000);
    expect(await walk(page)).toEqual({ missed: [], unseen: [], backwards: [] });
    for (const [button, opened] of [
      [page.getByRole("button", { name: /^Parameters/ }), page.getByRole("dialog", { name: "Parameters" })],
      [page.getByRole("button", { name: "Take it away" }), page.getByRole("menu").first()],
    ] as const) {
      await button.focus();
      await page.keyboard.press("Enter");
      await expect(opened).toBeVisible();
      expect(await opened.evaluate((node) => node.contains(document.activeElement))).toBe(true);
      await page.keyboard.press("Escape");
      await expect(opened).toHaveCount(0);
      await expect(button).toBeFocused();
    }
  });
}

test("Tab reaches all of the pages around the results", async ({ page }) => {
  await open(page);
  expect(await walk(page), "first page").toEqual({ missed: [], unseen: [], backwards: [] });
  await openSample(page);
  for (const path of ["", "scenarios", "share", "privacy", "methods/playbook", "methods/budget"]) {
    await page.goto(`./#/${path}`);
    await page.waitForTimeout(700);
    // From the top, wherever the page before was left.
    await page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
    });
    expect(await walk(page), path).toEqual({ missed: [], unseen: [], backwards: [] });
  }
});
