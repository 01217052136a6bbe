// Builds and runs the simulation studies of tests/calibration: `npm run calibrate -- NAME [RUNS]`, or all of them.
import "./node-version.mjs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { hand, main, root } from "./run.mjs";
import { setUp } from "./setup.mjs";

main(async () => {
  await setUp(["cli"]);
  await build(["calibrate"]);
  await hand(join(root, "build", "native", "outlay_calibrate"), process.argv.slice(2));
});
