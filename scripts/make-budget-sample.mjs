// Writes the sample of budgets: campaigns by week. --out FOLDER.
import "./node-version.mjs";
import { join } from "node:path";
import { main } from "./run.mjs";
import { folder, options, writeTexts } from "./sample-files.mjs";
import { sample } from "./samples/budget.mjs";

main(async () => writeTexts(sample, (name) => join(options("--out")[0] ?? folder, name)));
