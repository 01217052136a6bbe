// Numbers, money and days as a person reads and types them.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as format from "../../../web/src/ui/format";
import { fromText, parseNumber, toText } from "../../../web/src/ui/number-input";
import { missingDay } from "../../../web/src/ui/types";

describe("money", () => {
  it("shows cents only where they matter", () => {
    expect(format.money(12400.4, "USD", "en-US")).toBe("$12,400");
    expect(format.money(74.784, "USD", "en-US")).toBe("$74.78");
    expect(format.money(50, "USD", "en-US")).toBe("$50");
    expect(format.money(1234.5, "EUR", "de-DE")).toBe("1.235\u00a0\u20ac");
  });

  it("is a plain number when the currency is not stated or not a code", () => {
    expect(format.money(12400, "", "en-US")).toBe("12,400");
    expect(format.money(12400, "dollars", "en-US")).toBe("12,400");
    expect(format.currencySymbol("", "en-US")).toBe("");
  });

  it("has a placeholder for what is missing", () => {
    expect([format.money(Number.NaN, "USD"), format.percent(Number.NaN), format.day(missingDay)]).toEqual(
      Array(3).fill(format.dash),
    );
  });
});

describe("days", () => {
  it("are the same in every time zone", () => {
    expect(format.day(19849, "en-GB", "long")).toBe("6 May 2024");
    expect(format.isoDay(19849)).toBe("2024-05-06");
    expect(format.parseIsoDay("2024-05-06")).toBe(19849);
  });

  it("that do not exist are refused", () => {
    expect(format.parseIsoDay("2023-02-29")).toBeNaN();
    expect(format.parseIsoDay("6.5.2024")).toBeNaN();
  });
});

describe("units", () => {
  it("follow the schema", () => {
    expect(format.byUnit(0.996, "share", "", "en-US")).toBe("99.6%");
    expect(format.byUnit(1.35, "rate", "", "en-US")).toBe("1.35");
    expect(format.byUnit(1, "weeks", "", "en-US")).toBe("1 week");
    expect(format.byUnit(1234.6, "count", "", "en-US")).toBe("1,235");
    expect(format.bytes(1734862, "en-US")).toBe("1.7 MB");
  });
});

describe("numbers as typed", () => {
  it("understands the decimal mark and the grouping of the locale", () => {
    expect(parseNumber("1,234.5", "en-US")).toBe(1234.5);
    expect(parseNumber("1.234,5", "de-DE")).toBe(1234.5);
    expect(parseNumber("0.5", "de-DE")).toBe(0.5);
    expect(parseNumber("1 234,5", "fr-FR")).toBe(1234.5);
    expect(parseNumber(" -3e2 ", "en-US")).toBe(-300);
  });

  it("refuses nonsense", () => {
    for (const text of ["", "abc", "1.2.3", "--1", "1e999", "NaN", "Infinity"])
      expect(parseNumber(text, "en-US")).toBeNull();
  });

  it("turns percents into shares without noise", () => {
    expect(fromText("7", "share", "en-US")).toBe(0.07);
    expect(fromText("29%", "share", "en-US")).toBe(0.29);
    expect(toText(0.07, "share", "en-US")).toBe("7");
  });

  it("reads back what it shows", () => {
    const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(amount, fc.constantFrom("en-US", "de-DE", "fr-FR", "de-CH"), (value, locale) => {
        const rounded = Number(value.toFixed(3));
        expect(fromText(toText(rounded, "", locale), "", locale)).toBeCloseTo(rounded, 3);
      }),
    );
  });
});
