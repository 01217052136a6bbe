// The person's mapping corrects the engine's proposal, and never more than that.
import { expect, test } from "vitest";
import type { Suits } from "../../web/src/engine/types";
import { fitOf, fitOfEither, mappingOf, missingLabels, requestOf, tableFingerprint } from "../../web/src/state/inputs";
import { column, info, table } from "./samples";

const whole = table(1, [
  column("week_start", "day", "week_start"),
  column("adset_id", "text", "adset_id"),
  column("Cost", "number"),
  column("spend", "number", "spend"),
]);
const noSpend = table(2, [
  column("week_start", "day", "week_start"),
  column("adset_id", "text", "adset_id"),
  column("Kosten", "number"),
]);

const suitsWhole: Suits = {
  analysis: info.id,
  enough: true,
  inputs: [
    {
      input: "performance",
      table: 1,
      roles: { week_start: "week_start", adset_id: "adset_id", spend: "spend" },
      missing_roles: [],
    },
    { input: "orders", table: null, roles: {}, missing_roles: ["channel", "orders"] },
  ],
};
const suitsNone: Suits = {
  analysis: info.id,
  enough: false,
  inputs: [
    {
      input: "performance",
      table: 2,
      roles: { week_start: "week_start", adset_id: "adset_id" },
      missing_roles: ["spend"],
    },
    { input: "orders", table: null, roles: {}, missing_roles: ["channel", "orders"] },
  ],
};

test("without a mapping the engine's proposal stands", () => {
  const fit = fitOf(info, suitsWhole, [whole], {});
  expect(fit.enough).toBe(true);
  expect(requestOf(fit, { alpha: 0.1 })).toEqual({
    inputs: { performance: { table: 1, roles: {} }, orders: { table: null } },
    params: { alpha: 0.1 },
  });
});

test("a sample's tables stay apart from one's own, and one's own from a sample's", () => {
  const sample = { ...whole, id: 7, part: "adset_weeks_sample.csv" };
  const more = { ...whole, id: 8 };
  const fit = fitOf(info, suitsWhole, [whole, sample], {});
  expect(requestOf(fit, {}, [sample, whole, more]).apart).toEqual([7]);
  expect(requestOf(fit, {}, [whole, more]).apart).toBeUndefined();
  const inputs = suitsWhole.inputs.map((input) => (input.table === 1 ? { ...input, table: 7 } : input));
  const sampled = fitOf(info, { ...suitsWhole, inputs }, [whole, sample], {});
  expect(requestOf(sampled, {}, [sample, whole, more]).apart).toEqual([1, 8]);
});

test("one's own data is taken where it is enough, else a sample, and never some of each", () => {
  const sample = { ...whole, id: 7, part: "adset_weeks_sample.csv" };
  const inputs = suitsWhole.inputs.map((input) => (input.table === 1 ? { ...input, table: 7 } : input));
  const theirs = { suits: [{ ...suitsWhole, inputs }], tables: [sample] };
  const takes = (own: Parameters<typeof fitOfEither>[1], other = theirs) =>
    fitOfEither(info, own, other, {}).inputs[0]?.table;
  expect(takes({ suits: [suitsWhole], tables: [whole] })).toBe(1);
  expect(takes({ suits: [suitsNone], tables: [noSpend] })).toBe(7);
  expect(takes({ suits: [], tables: [] })).toBe(7);
  expect(takes({ suits: [suitsNone], tables: [noSpend] }, { suits: [], tables: [] })).toBe(2);
});

test("a chosen column replaces the proposed one, for tables with that header only", () => {
  const mappings = { [tableFingerprint(whole)]: { spend: "Cost" } };
  expect(requestOf(fitOf(info, suitsWhole, [whole], mappings), {}).inputs.performance?.roles).toEqual({
    spend: "Cost",
  });
  const other = { [tableFingerprint(noSpend)]: { spend: "Kosten" } };
  expect(requestOf(fitOf(info, suitsWhole, [whole], other), {}).inputs.performance?.roles).toEqual({});
});

test("a mapping completes what was missing, and leaving a required role unmapped opens it again", () => {
  expect(missingLabels(fitOf(info, suitsNone, [noSpend], {}))).toEqual(["spend"]);
  const mappings = { [tableFingerprint(noSpend)]: { spend: "Kosten" } };
  expect(fitOf(info, suitsNone, [noSpend], mappings).enough).toBe(true);
  const emptied = { [tableFingerprint(whole)]: { spend: "" } };
  expect(fitOf(info, suitsWhole, [whole], emptied).enough).toBe(false);
});

test("also when the engine proposes no table at all", () => {
  const nothing: Suits = {
    ...suitsNone,
    inputs: suitsNone.inputs.map((input) => ({ ...input, table: null, roles: {} })),
  };
  expect(fitOf(info, nothing, [noSpend], {}).enough).toBe(false);
  const mappings = { [tableFingerprint(noSpend)]: { spend: "Kosten" } };
  expect(fitOf(info, nothing, [noSpend], mappings).enough).toBe(true);
});

test("the mapping shown for a table is that of the inputs using it, else of the nearest", () => {
  const used = mappingOf(whole, [fitOf(info, suitsWhole, [whole], {})], {});
  expect(used?.input.name).toBe("performance");
  expect(used?.fit.roles.spend).toBe("spend");
  const orders = table(3, [column("channel", "text", "channel"), column("orders", "number", "orders")]);
  expect(mappingOf(orders, [fitOf(info, suitsWhole, [whole, orders], {})], {})?.input.name).toBe("orders");
});

test("roles of two analyses that mean the same and rest on one column are one row, chosen together", () => {
  const role = (name: string, required: boolean) => ({
    name,
    label: "spend",
    help: "",
    kind: "number" as const,
    required,
  });
  const plan = {
    ...info,
    id: "budget/reallocate",
    inputs: [{ name: "campaigns", label: "Campaigns", required: true, help: "", roles: [role("cost", true)] }],
  };
  const suitsPlan = (column: string): Suits => ({
    analysis: plan.id,
    enough: true,
    inputs: [{ input: "campaigns", table: 1, roles: { cost: column }, missing_roles: [] }],
  });
  const shown = (column: string) => {
    const fits = [fitOf(info, suitsWhole, [whole], {}), fitOf(plan, suitsPlan(column), [whole], {})];
    const mapping = mappingOf(whole, fits, {});
    return mapping?.input.roles.filter(({ label }) => label === "spend").map(({ names }) => names);
  };
  expect(shown("spend")).toEqual([["spend", "cost"]]);
  expect(shown("Cost")).toEqual([["spend"], ["cost"]]);
  const fits = [fitOf(info, suitsWhole, [whole], {}), fitOf(plan, suitsPlan("Cost"), [whole], {})];
  expect(mappingOf(whole, fits, {})?.fit.missing_roles).toEqual([]);
});

test("a table that is enough for one analysis is not said to lack what only another asks for", () => {
  const session = { name: "session", label: "Session", help: "", kind: "text" as const, required: true };
  const log = { name: "sessions", label: "Session log", required: true, help: "", roles: [session] };
  const sessions = { ...info, id: "attribution/sessions", title: "Sessions", inputs: [log] };
  const suits: Suits = {
    analysis: sessions.id,
    enough: false,
    inputs: [{ input: "sessions", table: 1, roles: {}, missing_roles: ["session"] }],
  };
  const both = [fitOf(info, suitsWhole, [whole], {}), fitOf(sessions, suits, [whole], {})];
  const mapping = mappingOf(whole, both, {});
  expect(mapping?.fit.missing_roles).toEqual([]);
  expect(mapping?.others).toEqual(["Sessions"]);
  expect(mapping?.input.roles.filter((role) => role.isOther).map(({ name }) => name)).toEqual(["session"]);
  const alone = mappingOf(whole, both.slice(1), {});
  expect(alone?.fit.missing_roles).toEqual(["session"]);
  expect(alone?.others).toEqual([]);
});

test("a header is known again whatever its case", () => {
  const upper = table(
    9,
    whole.columns.map((one) => ({ ...one, name: ` ${one.name.toUpperCase()} ` })),
  );
  expect(tableFingerprint(upper)).toBe(tableFingerprint(whole));
  expect(tableFingerprint(noSpend)).not.toBe(tableFingerprint(whole));
});

test("of inputs that stand in for each other one is enough, and both are named when neither is there", () => {
  const either = (name: string, role: string) => ({
    name,
    label: name,
    required: false,
    either: "journeys",
    help: "",
    roles: [{ name: role, label: role, help: "", kind: "text" as const, required: true }],
  });
  const two = { ...info, id: "attribution/paths", inputs: [either("Log", "user_id"), either("Paths", "path")] };
  const none = fitOf(two, undefined, [], {});
  expect(none.enough).toBe(false);
  expect(missingLabels(none)).toEqual(["log or paths"]);
  const found = table(3, [column("path", "text", "path")]);
  const suits: Suits = {
    analysis: two.id,
    enough: true,
    inputs: [
      { input: "Log", table: null, roles: {}, missing_roles: ["user_id"] },
      { input: "Paths", table: 3, roles: { path: "path" }, missing_roles: [] },
    ],
  };
  const fit = fitOf(two, suits, [found], {});
  expect(fit.enough).toBe(true);
  expect(missingLabels(fit)).toEqual([]);
});
