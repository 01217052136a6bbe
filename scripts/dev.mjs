// Serves the sources with live reload; the policy is looser here, since Vite's client needs a socket.
import "./node-version.mjs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { hand, main, root } from "./run.mjs";
import { setUp } from "./setup.mjs";

main(async () => {
  await setUp(["wasm"]);
  await build(["wasm", "sample", "single"]);
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  await hand(process.execPath, [vite, "web", "--config", "web/vite.config.ts", ...process.argv.slice(2)]);
});
