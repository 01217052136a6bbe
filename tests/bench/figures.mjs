// From measured times to the figures of the table: medians, ratios, and how cost grows with size.
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The slope of log time over log size by least squares: 1 is linear. */
export function exponent(sizes, times) {
  const x = sizes.map(Math.log);
  const y = times.map(Math.log);
  const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const over = x.reduce((sum, value, k) => sum + (value - mx) * (y[k] - my), 0);
  return over / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}

/**
 * Interleaved, so that a slow minute of the machine hits all alike: one warm-up round, then `rounds` measured ones.
 * A reader that fails is told as such and left out from there on.
 */
export async function measure(runners, file, job, rounds, say) {
  const found = runners.map((runner) => ({ runner, times: [], last: null, failure: null }));
  for (let round = 0; round <= rounds; round++) {
    for (const entry of found.filter(({ failure }) => failure === null)) {
      say(`${entry.runner.name}, ${round === 0 ? "warm-up" : `${round} of ${rounds}`}`);
      try {
        entry.last = await entry.runner.run(file, job);
        if (round > 0) entry.times.push(entry.last.ms);
      } catch (error) {
        entry.failure = error.message.split("\n")[0];
      }
    }
  }
  return found.map(({ runner, times, last, failure }) => ({
    name: runner.name,
    ms: failure === null ? median(times) : Number.NaN,
    fastest: Math.min(...times),
    last,
    failure,
  }));
}

/** Columns padded to their widest cell; the first is text, the others figures. */
export function table(rows) {
  const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => row[k].length)));
  return rows
    .map((row) => row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]) : cell.padStart(widths[k]))).join("  "))
    .join("\n");
}

export const mega = 1e6;
export const progress = (text) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`);
export const fixed = (value, places) => value.toFixed(places);
export const times = (value) => `${fixed(value, value < 10 ? 2 : value < 100 ? 1 : 0)}x`;
export const verdict = (value, least) => (value >= least ? "met" : "MISSED");

/** What was said, for the file of results. */
export const said = [];
export function say(text = "") {
  said.push(text);
  console.log(text);
}
