// Scenarios travel with the data that they are tried on: short, whole, nameless when names stay behind, and never hostile.
import { describe, expect, it } from "vitest";
import { generic } from "../../../web/src/analyses/generic-summary";
import { decode, encode } from "../../../web/src/share/codec";
import { type Options, type Shared, snapshotFor } from "../../../web/src/share/make";
import { hideMoney } from "../../../web/src/share/money-hidden";
import { hideNames } from "../../../web/src/share/names-hidden";
import { readScenarios, type Told, writeScenarios } from "../../../web/src/share/patches";
import { Refused, type Snapshot } from "../../../web/src/share/snapshot";
import { given, info, outcome } from "../report/given";
import { bare, fc, plan } from "./samples";

const options: Options = { title: "T", text: "", hideNames: false, hideMoney: false, without: [] };

function campaignsOf({ inputs }: Snapshot): string[] {
  const column = inputs?.campaigns?.[0]?.columns.campaign;
  return column?.kind === "text" ? column.dictionary : [];
}

/** Five plans by hand, each with ten campaigns edited. */
function planned(campaigns: number): Snapshot & { scenarios: Told[] } {
  const made = plan(campaigns);
  const names = campaignsOf(made);
  const edits = (from: number) =>
    Object.fromEntries(names.slice(from, from + 10).map((name, k) => [name, { budget: 1000 + 37.5 * k }]));
  const scenarios = Array.from({ length: 5 }, (_, k) => ({
    name: `Plan ${k + 1}`,
    isPlan: k === 2,
    params: { ...made.params, edits: edits(7 * k) },
  }));
  return { ...made, scenarios };
}

const characters = (made: Snapshot) => Math.ceil((encode(made).length * 4) / 3) + 4;

const key = fc.string({ maxLength: 6 }).filter((name) => !["__proto__", "constructor", "prototype"].includes(name));
const leaf = fc.oneof(fc.integer(), fc.string({ maxLength: 5 }), fc.boolean(), fc.constantFrom([1, null], []));
const params = fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, fc.dictionary(key, leaf))), {
  noNullPrototype: true,
});

describe("scenarios in a snapshot", () => {
  it("come back as they were", () => {
    const made = planned(60);
    expect(decode(encode(made)).scenarios).toEqual(made.scenarios);
    expect("scenarios" in decode(encode(plan(3)))).toBe(false);
  });

  it("come back whatever they change, also where names look like numbers of names", () => {
    const names = ["method", "#1", "##", "Brand", "Brand"];
    fc.assert(
      fc.property(params, fc.array(params, { maxLength: 4 }), (shown, all) => {
        const made = all.map((one, k) => ({ name: `S${k}`, isPlan: false, params: one }));
        const wire = JSON.parse(JSON.stringify(writeScenarios(made, shown, names)));
        expect(readScenarios(wire, shown, names)).toEqual(made);
      }),
    );
  });

  it("cost little: of 50 edits not a quarter of what the data costs", () => {
    const made = planned(200);
    const { scenarios: _, ...without } = made;
    const more = characters(made) - characters(without);
    console.log(`five scenarios of ten edits add ${more} characters to ${characters(without)}`);
    expect(more).toBeLessThan(1000);
    // What is the same as shown costs next to nothing.
    const same = { name: "As shown", isPlan: false, params: made.params };
    expect(characters({ ...without, scenarios: [same] }) - characters(without)).toBeLessThan(60);
  });

  it("are refused when they are none", () => {
    for (const wire of [3, {}, [3], [["x"]], [["x", 2, {}]], [[1, 0, {}]], [["x", 0, []]], [["x", 0, { "#z": 1 }]]]) {
      expect(() => readScenarios(wire, {}, ["Brand"])).toThrow(Refused);
    }
    const named = (name: string) => readScenarios([["x", 0, { "#0": { a: 1 } }]], {}, [name]);
    expect(() => named("__proto__")).toThrow(Refused);
    expect(named("Brand")[0]?.params).toEqual({ Brand: { a: 1 } });
    const deep = { a: { b: { c: { d: { e: { f: 1 } } } } } };
    expect(() => readScenarios([["x", 0, deep]], {}, [])).toThrow(Refused);
    expect(() => readScenarios(Array(101).fill(["x", 0, {}]), {}, [])).toThrow(Refused);
    expect(readScenarios([["n".repeat(500), 0, {}]], {}, [])[0]?.name).toHaveLength(80);
  });

  it("are given other names where names stay behind, and stay behind with money", () => {
    const made = planned(40);
    const secret = made.scenarios.map((one) => ({ ...one, name: `${campaignsOf(made)[0]} first` }));
    const hidden = hideNames({ ...made, scenarios: secret });
    expect(hidden.scenarios?.map(({ name }) => name)).toEqual(
      ["A", "B", "C", "D", "E"].map((one) => `Scenario ${one}`),
    );
    const written = JSON.stringify(hidden.scenarios);
    for (const name of campaignsOf(made)) expect(written).not.toContain(JSON.stringify(name));
    const letters = campaignsOf(hidden);
    for (const { params } of hidden.scenarios ?? []) {
      const edited = Object.keys(params.edits as object);
      expect(edited).toHaveLength(10);
      for (const name of edited) expect(letters).toContain(name);
    }
    expect("scenarios" in hideMoney(made, info)).toBe(false);
  });

  it("are told against what the person set, not against what the engine makes of it", () => {
    const shared: Shared = { info, outcome, currency: "USD", data: given.data, takeAway: generic, inputs: {} };
    const params = { edits: { Brand: { budget: 5 } } };
    expect(snapshotFor({ ...shared, params }, options).params).toEqual(params);
    expect(snapshotFor({ ...shared, params, inputs: null }, options).params).toMatchObject({ min_spend: 100 });
    expect(snapshotFor(shared, options).params).toMatchObject({ min_spend: 100 });
  });

  it("go along only where they can be tried, and when the sender wants it", () => {
    const scenarios = [{ id: "s1", name: "Careful", isPlan: true, params: { seed: 2 } }];
    const shared: Shared = {
      info,
      outcome,
      currency: "USD",
      data: given.data,
      takeAway: generic,
      inputs: {},
      scenarios,
    };
    const told = { name: "Careful", isPlan: true, params: { seed: 2 } };
    expect(decode(encode(snapshotFor(shared, options))).scenarios).toEqual([told]);
    for (const none of [
      snapshotFor(shared, { ...options, withoutScenarios: true }),
      snapshotFor(shared, { ...options, hideMoney: true }),
      snapshotFor({ ...shared, inputs: null }, options),
      snapshotFor({ ...shared, scenarios: [] }, options),
    ]) {
      expect("scenarios" in none).toBe(false);
    }
    expect("scenarios" in decode(encode(bare))).toBe(false);
  });
});
