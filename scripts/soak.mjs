// Random user actions, seeded, on the built page in a real Chromium: no error, no request, no leak, no lost work. --actions N, --seed N.
import "./node-version.mjs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { soak } from "../tests/soak/monkey.mjs";
import { build } from "./build.mjs";
import { chromiumArgs } from "./chromium.mjs";
import { findChromium } from "./needs.mjs";
import { main, root } from "./run.mjs";
import { serve } from "./serve.mjs";
import { setUp } from "./setup.mjs";

function option(words, name, usual) {
  const given = words.includes(name) ? Number(words[words.indexOf(name) + 1]) : usual;
  if (!(given > 0)) throw Object.assign(new Error(`${name} takes a number above 0`), { plain: true });
  return given;
}

main(async () => {
  const words = process.argv.slice(2);
  const [actions, seed] = [option(words, "--actions", 500), option(words, "--seed", 1)];
  await setUp(["wasm", "test"]);
  await build(["wasm", "sample", "site"]);
  const { server, address } = await serve(join(root, "build", "site"), 4374);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumArgs, "--js-flags=--expose-gc"],
  });
  try {
    const { failures, heap, reloads, done } = await soak(browser, address, { actions, seed });
    console.log(
      `${done} actions with seed ${seed}, ${reloads} reloads; heap in MB after each tenth: ${heap.join(", ")}`,
    );
    for (const failure of failures) console.log(`FAILED   ${failure}`);
    console.log(`${failures.length === 0 ? 1 : 0} passed, ${failures.length} failed`);
    process.exitCode = failures.length > 0 ? 1 : 0;
  } finally {
    await browser.close();
    server.close();
  }
});
