// The built site in a Chromium of its own, under the site's own policy: what the benches of the page are driven on.
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { chromiumArgs } from "../../scripts/chromium.mjs";
import { findChromium } from "../../scripts/needs.mjs";
import { root } from "../../scripts/run.mjs";
import { serve } from "../../scripts/serve.mjs";

/** Gives `work` a page that nothing was loaded into, and the site's address. */
export async function onSite(work, args = []) {
  const { server, address } = await serve(join(root, "build", "site"), 4376);
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumArgs, ...args] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
    return await work(page, address);
  } finally {
    await browser.close();
    server.close();
  }
}

export const quantile = (values, part) =>
  [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? Number.NaN;
