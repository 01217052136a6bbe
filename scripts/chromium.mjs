// How the tests, benches and pictures start Chromium: without what a person's browser does beside the page.

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

/** The superuser, as whom containers run, has no sandbox. */
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export const chromiumArgs = [...sandbox, `--disable-features=${unwanted.join(",")}`];
