// Reads how many tests passed, failed and were skipped out of what each test runner reports.

export const none = { passed: 0, failed: 0, skipped: 0 };

export const sum = (all) =>
  all.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    none,
  );

/** "12 passed, 0 failed, 1 skipped" */
export function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** The last line of the form that `sentence` writes. */
export function fromSentence(output) {
  const found = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  return found ? { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3] ?? 0) } : none;
}

/** GoogleTest's text: tests that ran before a crash still count. */
export function fromGoogleTest(output) {
  const times = (pattern) => output.match(pattern)?.length ?? 0;
  return {
    passed: times(/^\[ {7}OK \]/gm),
    failed: Number(output.match(/^\[ {2}FAILED {2}\] (\d+) tests?, listed below/m)?.[1] ?? 0),
    skipped: Number(output.match(/^\[ {2}SKIPPED \] (\d+) tests?, listed below/m)?.[1] ?? 0),
  };
}

/** Vitest's JSON report. */
export function fromVitest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Playwright's JSON report; a test that passed on a second try is a pass. */
export function fromPlaywright({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/** A stage that ended badly, or ran nothing, has failed even when its report names no failed test. */
export function settle(counts, exitCode) {
  const silent = counts.passed + counts.failed + counts.skipped === 0;
  return counts.failed === 0 && (exitCode !== 0 || silent) ? { ...counts, failed: 1 } : counts;
}
