// Every state a page can be in, in both themes, on a desk and on a phone: no axe violation, nothing wider than the window.
import { expect, type Page, test } from "@playwright/test";
import { drop, headline, open, openSample, sampleText, shot } from "./app";
import { violations } from "./axe";

interface Held extends Window {
  held: (() => void)[] | null;
}

/** Lets the page wait for its engine: what is sent to a worker is kept back while `held` is a list. */
function holdable(): void {
  const page = window as unknown as Held;
  page.held = null;
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...args: unknown[]) {
    const send = () => Reflect.apply(post, this, args);
    if (page.held) page.held.push(send);
    else send();
  };
}

const hold = (page: Page) =>
  page.evaluate(() => {
    (window as unknown as Held).held = [];
  });

const release = (page: Page) =>
  page.evaluate(() => {
    const waiting = (window as unknown as Held).held ?? [];
    (window as unknown as Held).held = null;
    for (const send of waiting) send();
  });

const looks = [
  { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  { colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

function manyCampaigns(count: number): string {
  const rows = Array.from({ length: count }, (_, k) => `C${k},Search,${900 + k},${20 + (k % 37)},${100 + (k % 911)}`);
  return `Campaign,Channel,Clicks,Conversions,Cost\n${rows.join("\n")}\n`;
}

for (const look of looks) {
  const name = `${look.colorScheme}-${look.viewport.width}`;
  test.describe(name, () => {
    test.use(look);

    async function holds(page: Page, state: string): Promise<void> {
      await shot(page, `state-${state}-${name}`);
      expect(await violations(page), state).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, state).toBeLessThanOrEqual(0);
    }

    test("nothing yet, and what each page needs", async ({ page }) => {
      await open(page);
      for (const analysis of ["scoring/adsets", "budget/reallocate", "impact/decisions", "attribution/paths"]) {
        await page.goto(`./#/${analysis}`);
        await expect(page.getByRole("link", { name: "Try with sample data" })).toBeVisible();
        await holds(page, `empty-${analysis.replace("/", "-")}`);
      }
      for (const area of ["scoring", "budget", "impact", "attribution", "playbook"]) {
        await page.goto(`./#/methods/${area}`);
        await expect(page.locator("main h1").first()).toBeVisible();
        await holds(page, `method-${area}`);
      }
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
      await holds(page, "keys");
    });

    test("reading, working, out of date, partly usable", async ({ page, context }) => {
      await page.addInitScript(holdable);
      await open(page);
      await hold(page);
      await drop(page, { name: "weeks.csv", text: sampleText() });
      await expect(page.getByRole("progressbar").first()).toBeVisible();
      await holds(page, "reading");
      await release(page);
      await expect(page.getByRole("link", { name: /^Open Score/ })).toBeVisible();
      await hold(page);
      await page.goto("./#/scoring/adsets");
      await expect(page.getByRole("progressbar").first()).toBeVisible();
      await holds(page, "working");
      await release(page);
      await expect(headline(page)).toBeVisible();
      await hold(page);
      await page.keyboard.press("p");
      const panel = page.getByRole("dialog", { name: "Parameters" });
      await panel
        .getByLabel(/dead zone/i)
        .first()
        .fill("0.4");
      await page.keyboard.press("Tab");
      await expect(page.getByText("Updating")).toBeVisible();
      await holds(page, "out-of-date");
      await release(page);
      await expect(page.getByText("Updating")).toHaveCount(0);
      await context.setOffline(true);
      await holds(page, "without-a-network");
      await context.setOffline(false);
      await page.goto("./#/impact/decisions");
      await expect(page.getByText("The data that is open has no column for")).toBeVisible();
      await holds(page, "lacking");
    });

    test("errors", async ({ page }) => {
      await open(page);
      await drop(page, { name: "page.csv", text: "<!doctype html><html><body>Sign in</body></html>" });
      await expect(page.getByRole("alert")).toBeVisible();
      await holds(page, "bad-file");
      await drop(page, { name: "spend.csv", text: "Campaign,Cost\nA,10\nB,20\n" });
      await page.goto("./#/budget/reallocate");
      await expect(page.getByRole("link", { name: "Choose the columns" })).toBeVisible();
      await holds(page, "bad-column");
      await page.getByRole("link", { name: "Choose the columns" }).click();
      await expect(page.getByRole("heading", { name: "Data", exact: true })).toBeVisible();
      await page.goto("./#/nowhere/at_all");
      await expect(page.getByText("There is no such page")).toBeVisible();
      await holds(page, "no-such-page");
    });

    test("every result, with a row explained; a report in reading mode, and a damaged one", async ({
      page,
      context,
    }) => {
      await openSample(page);
      for (const analysis of ["impact/decisions", "impact/efficiency", "impact/bridge", "attribution/sessions"]) {
        await page.goto(`./#/${analysis}?data=sample`);
        await expect(headline(page)).toBeVisible();
        await expect(page.locator("main canvas").first()).toBeAttached();
        await holds(page, analysis.replace("/", "-"));
      }
      await page.goto("./#/impact/decisions?data=sample");
      await expect(page.locator(".topbar-data")).toContainText("impact_actions_sample");
      await expect(headline(page)).toBeVisible();
      // A result that is being replaced takes the panel of its rows with it.
      await expect(page.locator(".frame[data-stale]")).toHaveCount(0);
      await page.locator(".opens, .row-card .link").first().click();
      await expect(page.getByRole("dialog").first()).toBeVisible();
      await holds(page, "action-explained");
      await page.keyboard.press("Escape");
      await page.keyboard.press("s");
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.getByRole("button", { name: "Copy link" }).click();
      await holds(page, "link-copied");
      const link = await page.evaluate(() => navigator.clipboard.readText());
      await page.keyboard.press("Escape");
      await page.goto(link);
      await expect(page.getByRole("region", { name: "Shared report" })).toBeVisible();
      await expect(headline(page)).toBeVisible();
      await holds(page, "shared");
      await page.goto(`${link.slice(0, -9)}AAAA`);
      await expect(page.getByRole("alert")).toBeVisible();
      await holds(page, "damaged-link");
    });

    test("more points than are drawn", async ({ page }) => {
      await open(page);
      await drop(page, { name: "campaigns.csv", text: manyCampaigns(5000) });
      await page.getByRole("link", { name: /^Open Move the budget/ }).click();
      await page.getByLabel("Method").selectOption("diminishing");
      await expect(page.getByText(/Drawn: .* of 5,000 points/).first()).toBeVisible();
      await holds(page, "many");
    });
  });
}
