// A reader in a process of its own that stays warm: a line with a path comes in, a line of JSON goes out.
import { createInterface } from "node:readline";

/** `read` takes a path and gives what it found; the time is measured around it. */
export async function serveLines(read) {
  for await (const path of createInterface({ input: process.stdin })) {
    const start = performance.now();
    const found = await read(path);
    process.stdout.write(`${JSON.stringify({ ms: performance.now() - start, ...found })}\n`);
  }
}
