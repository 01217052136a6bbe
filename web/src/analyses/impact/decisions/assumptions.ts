// What was assumed for the result at hand, in sentences with the parameters in them.
import { number, percent, plural } from "../../../ui/format";
import type { Words } from "../charts/tables";
import type { Scalars } from "./read";

export function assumptions(params: Record<string, unknown>, s: Scalars, { locale }: Words): string[] {
  const at = (name: string, standard: number) => (typeof params[name] === "number" ? params[name] : standard);
  const days = (name: string, standard: number) => plural(at(name, standard), "day", "days", locale);
  return [
    `An action is judged over ${days("horizon_days", 14)} from its day on, against the ${days("before_days", 14)} before; it counts once ${days("attribution_buffer_days", 3)} more have passed.`,
    `Targets that nobody touched show what would have happened anyway: no action moves money from or to them.`,
    `The comparison takes every action that is old enough, also those that do not look carried out: whether they do is seen only afterwards, and choosing by that would flatter the result.`,
    `A negative or pause is given the spend it saved and charged the sales it gave up. A bid is charged what its extra spend used to bring there.`,
    `The decision formula counts no bid with fewer than ${plural(at("min_clicks", 5), "click", "clicks", locale)} before, and gives full weight from ${number(at("full_weight_clicks", 15), locale)}.`,
    `Intervals hold the truth about ${percent(at("confidence", 0.8), locale, 0)} of the time; they resample ${plural(s.clusters, s.clusterBy || "campaign", `${s.clusterBy || "campaign"}s`, locale)} as wholes.`,
  ];
}
