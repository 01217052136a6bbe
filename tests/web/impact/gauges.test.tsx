// Gauges: a rate that is not known is not below its aim.
import { isValidElement, type VNode } from "preact";
import { expect, it } from "vitest";
import { Gauges } from "../../../web/src/analyses/impact/decisions/Gauges";

/** All text and labels of an element, its components drawn. */
function said(node: unknown): string {
  if (Array.isArray(node)) return node.map(said).join(" ");
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (!isValidElement(node)) return "";
  const { type, props } = node as VNode<Record<string, unknown>>;
  if (typeof type === "function") return said((type as (given: unknown) => unknown)(props));
  return [props["aria-label"], JSON.stringify(props.style ?? ""), said(props.children)].join(" ");
}

it("say how far a rate is from its aim, and nothing of one that is not known", () => {
  const known = said(Gauges({ roi: 7, efficiency: 40, locale: "en-US" }));
  expect(known).toContain("Decision ROI: 7%, at or above the aim of 5%");
  expect(known).toContain("Spend efficiency: 40%, below the aim of 50%");
  const unknown = said(Gauges({ roi: Number.NaN, efficiency: Number.NaN, locale: "en-US" }));
  expect(unknown).toContain("Decision ROI: Not known");
  expect(unknown).not.toContain("reached");
  expect(unknown).not.toContain("NaN");
});
