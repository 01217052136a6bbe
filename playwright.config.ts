// Tests of the built site in a real Chromium, under its real policy.
import { defineConfig } from "@playwright/test";
import { chromiumArgs } from "./scripts/chromium.mjs";

const port = Number(process.env.OUTLAY_E2E_PORT ?? 4273);
const args = [
  ...chromiumArgs,
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "build/e2e",
  // Two cores: the tests mostly wait.
  workers: 2,
  timeout: 60_000,
  // A machine that is busy with something else may be late once; the report then says "flaky".
  retries: 1,
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: "en-US",
    // What is not there by then does not come: no test is to wait for it until its own end.
    actionTimeout: 20_000,
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env.OUTLAY_CHROMIUM || "/usr/bin/chromium",
      args,
    },
  },
  webServer: {
    command: `node scripts/serve.mjs build/site --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
