// Writes the sample of decisions: an account by day, and the log of what its team did. --out FOLDER.
import "./node-version.mjs";
import { join } from "node:path";
import { main } from "./run.mjs";
import { folder, options, writeTexts } from "./sample-files.mjs";
import { sample } from "./samples/impact.mjs";

main(async () => writeTexts(sample, (name) => join(options("--out")[0] ?? folder, name)));
