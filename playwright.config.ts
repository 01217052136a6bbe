// Tests of the built site in a real Chromium, under its real policy.
import { defineConfig } from "@playwright/test";

const port = Number(process.env.OUTLAY_E2E_PORT ?? 4273);
const root = process.getuid?.() === 0;
// The suggestions of an address bar that nobody sees are pages of their own, drawn anew for each page: a third of all the
// processor's work. The other names are those of Playwright's own list that could ask the network; only one list counts.
const unwanted = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
];
const quiet = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${unwanted.join(",")}`,
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
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env.OUTLAY_CHROMIUM || "/usr/bin/chromium",
      args: root ? ["--no-sandbox", ...quiet] : quiet,
    },
  },
  webServer: {
    command: `node scripts/serve.mjs build/site --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
