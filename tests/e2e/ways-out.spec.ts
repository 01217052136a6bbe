// Every way out of the page, planted: refused by the browser or stopped by the page, in the site and in the single file.
import { expect, type Page, test } from "@playwright/test";
import { builds, listening, opened } from "./builds";

/** Runs in the page: starts an attempt of this kind and says what the page itself could see of it. */
async function attempt([way, address]: [string, string]): Promise<string> {
  const element = <K extends keyof HTMLElementTagNameMap>(name: K, more: object) =>
    document.body.appendChild(Object.assign(document.createElement(name), more));
  const loaded = (target: HTMLElement) =>
    new Promise<string>((resolve) => {
      target.addEventListener("load", () => resolve("loaded"));
      target.addEventListener("error", () => resolve("refused"));
      setTimeout(() => resolve("silent"), 700);
    });
  const inWorker = (body: string) =>
    new Promise<string>((resolve) => {
      const worker = new Worker(URL.createObjectURL(new Blob([body], { type: "text/javascript" })));
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = () => resolve("refused");
      setTimeout(() => resolve("silent"), 1500);
    });
  const outcome = (work: string) => `${work}.then(() => postMessage("sent"), () => postMessage("refused"))`;
  const ways: Record<string, () => unknown> = {
    fetch: () => fetch(address, { method: "POST", body: "rows" }).then(() => "sent"),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open("POST", address, false);
      request.send("rows");
      return "sent";
    },
    beacon: () => void navigator.sendBeacon(address, "rows"),
    WebSocket: () => {
      const socket = new WebSocket(address.replace("http", "ws"));
      return new Promise((resolve) => {
        socket.onopen = () => resolve("sent");
        socket.onerror = () => resolve("refused");
      });
    },
    EventSource: () => {
      const source = new EventSource(address);
      return new Promise((resolve) => {
        source.onopen = () => resolve("sent");
        source.onerror = () => resolve("refused");
        setTimeout(() => resolve("silent"), 700);
      });
    },
    image: () => loaded(element("img", { src: address })),
    video: () => loaded(element("video", { src: address })),
    "form by POST": () => element("form", { method: "post", action: address }).submit(),
    "form by GET": () => element("form", { method: "get", action: address }).submit(),
    frame: () => void element("iframe", { src: address }),
    object: () => void element("object", { data: address }),
    "style sheet": () => loaded(element("link", { rel: "stylesheet", href: address })),
    prefetch: () => loaded(element("link", { rel: "prefetch", href: address })),
    modulepreload: () => loaded(element("link", { rel: "modulepreload", href: address })),
    "import of a script": () => import(address).then(() => "sent"),
    "fetch in a worker": () => inWorker(outcome(`fetch("${address}")`)),
    "import in a worker": () => inWorker(outcome(`import("${address}")`)),
    "importScripts in a worker": () => inWorker(`importScripts("${address}"); postMessage("sent")`),
    "a worker from there": () => new Worker(address),
    "a link that is clicked": () => element("a", { href: address, textContent: "out" }).click(),
    "a link to a new tab": () => element("a", { href: address, target: "_blank", textContent: "out" }).click(),
    "a link with ping": () => element("a", { href: "#/", ping: address, textContent: "out" }).click(),
    "a move of the page": () => {
      globalThis.location.href = address;
    },
    "a replaced page": () => globalThis.location.replace(address),
    "a new window": () => void globalThis.open(address),
    "a refresh": () =>
      void document.head.append(
        Object.assign(document.createElement("meta"), { httpEquiv: "refresh", content: `0;url=${address}` }),
      ),
  };
  const act = ways[way];
  if (!act) throw new Error(`no way ${way}`);
  try {
    return String((await act()) ?? "silent");
  } catch {
    return "refused";
  }
}

const ways = [
  ...["fetch", "xhr", "beacon", "WebSocket", "EventSource", "image", "video", "form by POST", "form by GET", "frame"],
  ...["object", "style sheet", "prefetch", "modulepreload", "import of a script", "fetch in a worker"],
  ...["import in a worker", "importScripts in a worker", "a worker from there", "a link that is clicked"],
  ...["a link to a new tab", "a link with ping", "a move of the page", "a replaced page", "a new window", "a refresh"],
];

const ready = (page: Page) => expect(page.getByText("Drop your ad exports")).toBeVisible();

for (const build of builds) {
  test(`${build}: nothing that is planted gets out`, async ({ page, context }) => {
    const [trap, from] = [await listening(), await opened(build)];
    const pages: string[] = [];
    await page.goto(from.address);
    await ready(page);
    context.on("page", (other) => pages.push(other.url()));
    const seen: Record<string, string> = {};
    for (const way of ways) {
      seen[way] = await page.evaluate(attempt, [way, `${trap.address}/${way.replaceAll(" ", "-")}`] as [
        string,
        string,
      ]);
    }
    await page.waitForTimeout(1000);
    expect(trap.asked).toEqual([]);
    expect(pages).toEqual([]);
    expect(Object.values(seen)).not.toContain("sent");
    expect(Object.values(seen)).not.toContain("loaded");
    // The page is still the page.
    await ready(page);
    await from.close();
    await trap.close();
  });

  test(`${build}: the trap hears what no policy stops`, async ({ browser }) => {
    const [trap, from] = [await listening(), await opened(build)];
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(from.address);
    await ready(page);
    for (const way of ["fetch", "image", "beacon"]) {
      await page.evaluate(attempt, [way, `${trap.address}/${way}`] as [string, string]);
    }
    await expect.poll(() => trap.asked.length).toBeGreaterThan(1);
    await context.close();
    await from.close();
    await trap.close();
  });

  test(`${build}: the engine's own worker is under the policy too`, async ({ page }) => {
    const [trap, from] = [await listening(), await opened(build)];
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
    expect(await rows.count()).toBe(12);
    for (const way of ["fetch", "XMLHttpRequest", "beacon", "WebSocket", "EventSource", "image", "form"]) {
      await expect(rows.filter({ has: page.getByRole("rowheader", { name: way, exact: true }) })).toHaveAttribute(
        "data-outcome",
        "refused",
      );
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
