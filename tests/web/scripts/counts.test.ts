// How the test command reads what each runner reports.
import { expect, test } from "vitest";
import { fromGoogleTest, fromSentence, sentence, settle, sum } from "../../../scripts/counts.mjs";

test("the last sentence counts", () => {
  expect(fromSentence("1 passed, 0 failed\nnoise\n12 passed, 3 failed, 2 skipped\n")).toEqual({
    passed: 12,
    failed: 3,
    skipped: 2,
  });
});

test("GoogleTest's text is read, also when it stops half-way", () => {
  const ok = "[ RUN      ] A.a\n[       OK ] A.a (0 ms)\n";
  expect(fromGoogleTest(`${ok}[  FAILED  ] B.b (1 ms)\n[  FAILED  ] 1 test, listed below:\n`)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
  expect(settle(fromGoogleTest(`${ok}[ RUN      ] A.crash\n`), 139)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test("a stage that ran nothing has failed", () => {
  expect(settle({ passed: 0, failed: 0, skipped: 0 }, 0).failed).toBe(1);
  expect(settle({ passed: 5, failed: 0, skipped: 0 }, 0).failed).toBe(0);
  expect(settle({ passed: 5, failed: 2, skipped: 0 }, 1).failed).toBe(2);
});

test("sums are said in one line, skipped ones only when there are any", () => {
  expect(
    sentence(
      sum([
        { passed: 2, failed: 0, skipped: 0 },
        { passed: 3, failed: 1, skipped: 0 },
      ]),
    ),
  ).toBe("5 passed, 1 failed");
  expect(sentence({ passed: 1, failed: 0, skipped: 4 })).toBe("1 passed, 0 failed, 4 skipped");
});
