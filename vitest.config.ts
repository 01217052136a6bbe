// Unit tests of the page's code, without a browser.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: { alias: { "@build": fileURLToPath(new URL("build", import.meta.url)) } },
  test: { include: ["tests/web/**/*.test.{ts,tsx}"] },
});
