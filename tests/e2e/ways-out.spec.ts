// What holds the walls up: the policy in page and worker, Trusted Types, and the self-test that shows it to a person.
import { expect, type Page, test } from "@playwright/test";
import { builds, opened, places } from "./builds";
import { trapped } from "./trap";

const ready = (page: Page) => expect(page.getByText("Drop your ad exports")).toBeVisible();

for (const build of places) {
  test(`${build}: the engine's own worker is under the policy too`, async ({ page }) => {
    const [trap, from] = [await trapped(), await opened(build)];
    await page.goto(from.address);
    await ready(page);
    // The first engine, which only reads, makes way for the whole one: the worker that stays is meant.
    await page.waitForLoadState("networkidle");
    await expect.poll(() => page.workers().length).toBe(1);
    const [worker] = page.workers();
    expect(worker?.url()).toMatch(/^blob:/);
    const sent = (address: string) =>
      fetch(address).then(
        () => "sent",
        () => "refused",
      );
    expect(await worker?.evaluate(sent, trap.address)).toBe("refused");
    expect(trap.asked).toEqual([]);
    await from.close();
    await trap.close();
  });

  test(`${build}: text never becomes markup or a script`, async ({ page }) => {
    const from = await opened(build);
    await page.goto(from.address);
    await ready(page);
    const outcomes = await page.evaluate(() => {
      const tried = (act: () => unknown) => {
        try {
          act();
          return "done";
        } catch (thrown) {
          return (thrown as Error).name;
        }
      };
      const box = document.createElement("div");
      const script = document.createElement("script");
      return {
        markup: tried(() => {
          box.innerHTML = "<b>x</b>";
        }),
        "script text": tried(() => {
          script.text = "1";
        }),
        "script address": tried(() => {
          script.src = "x.js";
        }),
        "document.write": tried(() => document.write("<b>x</b>")),
        "worker elsewhere": tried(() => new Worker("https://example.com/x.js")),
        policy: tried(() =>
          (
            globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => void } }
          ).trustedTypes.createPolicy("other", {}),
        ),
      };
    });
    expect(new Set(Object.values(outcomes))).toEqual(new Set(["TypeError"]));
    await from.close();
  });
}

for (const build of builds) {
  test(`${build}: the self-test tries every way and shows that the browser refused`, async ({ page }) => {
    const from = await opened(build);
    const out: string[] = [];
    await page.route("https://example.com/**", (route) => {
      out.push(route.request().url());
      return route.abort();
    });
    await page.goto(`${from.address}#/privacy`);
    await page.getByRole("button", { name: "Try to send something" }).click();
    await expect(page.getByText(/attempts to send came to nothing/)).toBeVisible({ timeout: 40_000 });
    const rows = page.locator(".facts-table tbody tr");
    expect(await rows.count()).toBe(14);
    const outcomes = {
      refused: ["fetch", "XMLHttpRequest", "beacon", "WebSocket", "EventSource", "image"],
      absent: ["form", "frame", "style sheet", "prefetch", "preconnect", "WebRTC"],
    };
    for (const [outcome, ways] of Object.entries(outcomes)) {
      for (const way of ways) {
        const row = rows.filter({ has: page.getByRole("rowheader", { name: way, exact: true }) });
        await expect(row).toHaveAttribute("data-outcome", outcome);
      }
    }
    expect(out).toEqual([]);
    await from.close();
  });

  test(`${build}: the policy stands in the page, no script in it is without a hash`, async ({ page }) => {
    const from = await opened(build);
    await page.goto(`${from.address}#/privacy`);
    await expect(page.getByText("connect-src 'none'")).toBeVisible();
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe-(inline|hashes)|(?<!wasm-)unsafe-eval|https?:|\*/);
    const inline = await page.locator("script:not([src]):not([type='text/plain'])").count();
    expect(inline).toBe(build === "site" ? 0 : 1);
    await from.close();
  });
}
