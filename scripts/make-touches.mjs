// Writes the sample of attribution: sessions and spend, to two files named by --out; or with --rows a plain log of any length.
import "./node-version.mjs";
import { join } from "node:path";
import { main } from "./run.mjs";
import { folder, options, rowLimit, writeLines, writeTexts } from "./sample-files.mjs";
import { plain, rows, sample } from "./samples/touches.mjs";

main(async () => {
  const limit = rowLimit();
  const [first, second] = options("--out");
  if (limit !== null) {
    writeLines(first ?? join(folder, "touches.csv"), plain.header, rows(plain, Number.POSITIVE_INFINITY, limit));
    return;
  }
  const named = { "sessions.csv": first, "channel_spend.csv": second };
  writeTexts(sample, (name) => named[name] ?? join(folder, name));
});
