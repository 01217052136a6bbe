// Takes the pictures of README.md from the built page with its own samples, light and dark, on a desk and on a phone.
import "./node-version.mjs";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { build } from "./build.mjs";
import { chromiumArgs } from "./chromium.mjs";
import { findChromium } from "./needs.mjs";
import { main, root } from "./run.mjs";
import { serve } from "./serve.mjs";
import { setUp } from "./setup.mjs";

const folder = join(root, "web", "pictures");
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

const pictures = [
  { name: "first", page: "", viewport: desk, colorScheme: "light" },
  { name: "score", page: "scoring/adsets", viewport: desk, colorScheme: "light" },
  { name: "budget", page: "budget/reallocate", viewport: desk, colorScheme: "light" },
  { name: "measure", page: "impact/decisions", viewport: desk, colorScheme: "dark" },
  { name: "attribute", page: "attribution/paths", viewport: desk, colorScheme: "dark" },
  { name: "phone-score", page: "scoring/adsets", viewport: phone, colorScheme: "light" },
  { name: "phone-budget", page: "budget/reallocate", viewport: phone, colorScheme: "dark" },
  { name: "phone-measure", page: "impact/decisions", viewport: phone, colorScheme: "light" },
];

main(async () => {
  await setUp(["wasm", "test"]);
  await build(["wasm", "sample", "site"]);
  mkdirSync(folder, { recursive: true });
  const { server, address } = await serve(join(root, "build", "site"), 4375);
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
  try {
    for (const { name, page: place, ...look } of pictures) {
      const page = await browser.newPage({ ...look, locale: "en-US", reducedMotion: "reduce" });
      await page.goto(`${address}#/${place}${place ? "?data=sample" : ""}`);
      await page
        .locator(place ? "h1.headline" : ".story")
        .first()
        .waitFor();
      // Charts draw a moment after the headline.
      await page.waitForTimeout(1000);
      await page.screenshot({ path: join(folder, `${name}.jpg`), type: "jpeg", quality: 80 });
      await page.close();
      console.log(`took web/pictures/${name}.jpg`);
    }
  } finally {
    await browser.close();
    server.close();
  }
});
