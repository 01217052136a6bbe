// Every notice of the engine is a sentence; one that is not known yet can still be read.
import { describe, expect, it } from "vitest";
import { failureTitle, gradeWords, knownNotices, noticeSentence } from "../../../web/src/ui/words";

const notice = (code: string, numbers: Record<string, number> = {}, texts: Record<string, string> = {}) => ({
  code,
  severity: "info" as const,
  numbers,
  texts,
});

describe("notices", () => {
  it("agree in number", () => {
    expect(noticeSentence(notice("blank_pltv", { rows: 1 }), "en-US")).toBe(
      "1 row has no pLTV and was left out of the average pLTV.",
    );
    expect(noticeSentence(notice("blank_pltv", { rows: 1329 }), "en-US")).toBe(
      "1,329 rows have no pLTV and were left out of the average pLTV.",
    );
  });

  it("name the channel they are about", () => {
    const text = noticeSentence(notice("uplift_above_3", { factor: 3.4 }, { channel: "Meta" }), "en-US");
    expect(text).toContain("Meta");
    expect(text).toContain("3.4");
    expect(noticeSentence(notice("low_coverage", { coverage: 0.91 }), "en-US")).toContain("In total");
  });

  it("say why bounds of the notebook's rule cannot hold", () => {
    const numbers = { bound: 0.05, campaigns: 216, outside: 216, needs: 10.8, equal_split: 1 };
    expect(noticeSentence(notice("min_share_not_held", numbers), "en-US")).toContain(
      "A 5% minimum for 216 campaigns needs 1,080% of the budget; the result is an equal split.",
    );
  });

  it("break blanks down", () => {
    const text = noticeSentence(notice("blank_as_zero", { cells: 38, spend: 11, clicks: 18, ihc: 9 }), "en-US");
    expect(text).toBe("38 blank cells were counted as 0 (spend 11, clicks 18, orders 9).");
  });

  it("are sentences even without their numbers", () => {
    for (const code of knownNotices) {
      const text = noticeSentence(notice(code), "en-US");
      expect(text).toMatch(/^\S.*\.$/);
      expect(text).not.toMatch(/undefined|NaN/);
    }
  });

  it("that are not known are readable", () => {
    const text = noticeSentence(notice("budget_too_small", { missing_money: 12.5 }, { channel: "Meta" }), "en-US");
    expect(text).toBe("Budget too small: channel Meta, missing money 12.5.");
    expect(noticeSentence(notice("odd_case"), "en-US")).toBe("Odd case.");
  });
});

it("grades and failures have words", () => {
  expect(gradeWords("attributed").meaning).toContain("not proof");
  expect(gradeWords("novel_grade").label).toBe("novel grade");
  expect(failureTitle("bad_file")).toBe("This file cannot be read");
  expect(failureTitle("new_code")).toBe("new code");
});
