// Makes plans to solve: campaigns with given response curves, bounds and groups, the same every time.
import { writeFileSync } from "node:fs";
import { stream } from "../../scripts/samples/random.mjs";

const header = "campaign,cost,conversions,curve,curve_a,curve_b,curve_s,min_budget,max_budget,group";
const groups = 50;

const power = (random) => ({ kind: "power", a: random.between(1, 10), b: random.between(0.3, 0.8), s: "" });
const hill = (random) => ({
  kind: "hill",
  a: random.between(10, 80),
  b: random.between(1.3, 2.5),
  s: random.between(40, 200),
});

function response({ kind, a, b, s }, x) {
  return kind === "power" ? a * x ** b : (a * x ** b) / (s ** b + x ** b);
}

/** A file of `count` campaigns that cost 100 each today; a group may take a little more than its part. */
export function makePlan(file, count, shape) {
  const random = stream(11, count);
  const lines = [header];
  for (let k = 0; k < count; k++) {
    const curve = (shape === "hill" ? hill : power)(random);
    const group = shape === "hill" ? "" : `g${k % groups}`;
    const number = (value) => (value === "" ? "" : value.toFixed(6));
    lines.push(
      `c${k},100,${response(curve, 100)},${curve.kind},${number(curve.a)},${number(curve.b)},${number(curve.s)},0,300,${group}`,
    );
  }
  writeFileSync(file, `${lines.join("\n")}\n`);
  const total = 100 * count;
  const most = (1.1 * total) / groups;
  const bounds = Object.fromEntries(Array.from({ length: groups }, (_, k) => [`g${k}`, { max: most }]));
  const params = { method: "diminishing", total_budget: total, draws: 0, frontier_points: 0 };
  return { file, total, group_max: most, params: shape === "hill" ? params : { ...params, group_bounds: bounds } };
}
