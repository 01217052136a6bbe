// Sets up, builds and serves the site on this machine, and opens it where there is a browser to open.
import "./node-version.mjs";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "./build.mjs";
import { main, root } from "./run.mjs";
import { serve } from "./serve.mjs";
import { setUp } from "./setup.mjs";

const firstPort = 4173;

function openBrowser(address) {
  const opener = process.platform === "darwin" ? "open" : "xdg-open";
  const display = process.platform === "darwin" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!display || process.env.CI) return;
  const child = spawn(opener, [address], { stdio: "ignore", detached: true });
  child.on("error", () => console.log("Open the address above in a browser."));
  child.unref();
}

main(async () => {
  await setUp(["wasm"]);
  await build(["wasm", "sample", "site"]);
  const { address } = await serve(join(root, "build", "site"), firstPort);
  console.log(`\nOutlay is at ${address}  (Ctrl+C stops it)`);
  openBrowser(address);
});
