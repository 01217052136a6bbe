// Tries many more hostile links and files than the tests do: npm run hostile -- 5000000 (one million when no number is given).
import "./node-version.mjs";
import { join } from "node:path";
import { hand, main, root } from "./run.mjs";

main(async () => {
  const [tries = "1000000"] = process.argv.slice(2);
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  await hand(process.execPath, [vitest, "run", "tests/web/share/hostile.test.ts"], { env: { OUTLAY_HOSTILE: tries } });
});
