// What the lock check refuses.
import { expect, test } from "vitest";
import { lockTroubles } from "../../../scripts/lock.mjs";

const lock = (dependency: string, entry: object) =>
  lockTroubles({ packages: { "": { dependencies: { a: dependency } }, "node_modules/a": entry } });

test("a lock that installs anywhere has no troubles", () => {
  expect(lock("1.2.3", { version: "1.2.3", integrity: "sha512-x" })).toEqual([]);
});

test.each([
  ["^1.2.3", { integrity: "x" }, "exact"],
  ["1.2.3", { integrity: "x", resolved: "somewhere" }, "names a host"],
  ["1.2.3", {}, "no integrity"],
  ["1.2.3", { integrity: "x", optionalDependencies: { "a-darwin": "1" } }, "a-darwin"],
])("asked for %s, locked as %o: %s", (dependency, entry, trouble) => {
  expect(lock(dependency, entry).join()).toContain(trouble);
});
