// Writes the sample of scoring: ad sets by week. --rows N for a huge file, --weeks N for a longer one, --out FILE.
import "./node-version.mjs";
import { join } from "node:path";
import { main } from "./run.mjs";
import { folder, options, rowLimit, writeLines } from "./sample-files.mjs";
import { header, lines, sampleAdsets, usualWeeks } from "./samples/adset-weeks.mjs";

function* first(count, all) {
  let left = count;
  for (const line of all) {
    if (left-- === 0) return;
    yield line;
  }
}

main(async () => {
  const rows = rowLimit();
  const weeks = Number(options("--weeks")[0] ?? usualWeeks);
  if (!Number.isInteger(weeks) || weeks < usualWeeks) {
    throw Object.assign(new Error(`--weeks takes a whole number from ${usualWeeks} up`), { plain: true });
  }
  const all = rows === null ? lines(sampleAdsets, weeks) : first(rows, lines(Number.POSITIVE_INFINITY, weeks));
  writeLines(options("--out")[0] ?? join(folder, "adset_weeks.csv"), header, all);
});
