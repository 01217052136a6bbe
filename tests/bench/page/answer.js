// The worker's side of a run: does the work when asked and sends back what it found, or why it failed.

/** `prepare` runs once, before the first job, and its time is told apart. */
export function answer(work, prepare = async () => undefined) {
  let ready;
  self.onmessage = async ({ data }) => {
    try {
      const start = performance.now();
      const first = ready === undefined;
      ready ??= prepare();
      const tool = await ready;
      const startMs = first ? performance.now() - start : 0;
      self.postMessage({ ...(await work(tool, data)), startMs });
    } catch (error) {
      self.postMessage({ error: String(error?.stack ?? error) });
    }
  };
}
