// Upload files for ad platforms: the columns each imports, daily amounts, and nothing that would rename a campaign.
import { expect, test } from "vitest";
import { type BudgetLine, bulkFile, changed, groupsFor, type Platform, platforms } from "../../../web/src/report/bulk";

const line = (more: Partial<BudgetLine>): BudgetLine => ({
  campaign: "Brand",
  group: "Google Ads",
  id: "",
  before: 700,
  budget: 840,
  ...more,
});
const platform = (id: string) => platforms.find((one) => one.id === id) as Platform;
const usd = { days: 7, currency: "USD" };

test("Google's file names the campaign and its daily budget, and pauses what gets nothing", () => {
  const lines = [line({}), line({ campaign: 'A "b", c', budget: 0 }), line({ campaign: "tiny", budget: 0.02 })];
  expect(bulkFile(platform("google"), lines, usd)).toBe(
    'Campaign,Campaign daily budget,Campaign status\r\nBrand,120.00,\r\n"A ""b"", c",,Paused\r\ntiny,0.01,\r\n',
  );
});

test("Meta's and Microsoft's files go by the id", () => {
  const one = [line({ id: "120210000000000001" })];
  expect(bulkFile(platform("meta"), one, usd).split("\r\n")[1]).toBe("120210000000000001,Brand,120.00,");
  const [header, version, row] = bulkFile(platform("microsoft"), one, usd).split("\r\n");
  expect(header).toBe("Type,Status,Id,Parent Id,Campaign,Budget,Budget Type,Name");
  expect(version).toBe("Format Version,,,,,,,6.0");
  expect(row).toBe("Campaign,,120210000000000001,,Brand,120.00,DailyBudgetStandard,");
});

test("a name like a formula stays where it says which campaign is meant, and goes where an id does", () => {
  const bad = line({ campaign: "=HYPERLINK(1)", id: "7" });
  expect(bulkFile(platform("google"), [bad], usd)).toContain("\r\n=HYPERLINK(1),");
  expect(bulkFile(platform("microsoft"), [bad], usd)).toContain("Campaign,,7,,,120.00,");
  expect(bulkFile(platform("microsoft"), [{ ...bad, id: "" }], usd)).toContain(",=HYPERLINK(1),");
});

test("amounts have the decimals of their currency", () => {
  const yen = bulkFile(platform("google"), [line({ budget: 1000 })], { days: 30, currency: "JPY" });
  expect(yen).toContain("Brand,33,");
  expect(bulkFile(platform("google"), [line({ budget: 1000 })], { days: 30, currency: "" })).toContain("Brand,33.33,");
});

test("only what changes is uploaded, from the platform's own groups where names tell", () => {
  expect(changed([line({}), line({ budget: 700.004 })])).toHaveLength(1);
  const groups = ["Google Ads", "Meta", "TikTok"];
  expect(groupsFor(platform("google"), groups)).toEqual(["Google Ads"]);
  expect(groupsFor(platform("microsoft"), groups)).toEqual([]);
  expect(groupsFor(platform("google"), ["search", "social"])).toEqual(["search", "social"]);
});
