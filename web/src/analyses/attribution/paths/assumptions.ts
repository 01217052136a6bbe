// What was assumed in this run, in sentences with the parameters in them.
import { number, percent, plural } from "../../../ui/format";
import type { Words } from "../read";
import type { Scalars } from "./read";

export function assumptions(params: Record<string, unknown>, scalars: Scalars, { locale }: Words): string[] {
  const at = (name: string, standard: number) => (typeof params[name] === "number" ? params[name] : standard);
  const lookback = at("lookback_days", 30);
  const order = at("order", 1);
  const caution = number(at("caution", 10), locale);
  const days = plural(lookback, "day", "days", locale);
  return [
    "Credits are attributed: each model shares out conversions that happened. None knows which would have happened anyway.",
    ...(scalars.hasTimes
      ? [
          `${lookback > 0 ? `Touches up to ${days} before the conversion count` : "All touches before the conversion count"}; what a user touched after the last conversion is a lost journey.`,
          `By time decay a touch earns half as much for every ${plural(at("half_life_days", 7), "day", "days", locale)} of age.`,
        ]
      : ["The paths have no times: time decay goes by steps to the end."]),
    order === 0
      ? "The Markov order was chosen by how well it predicts journeys that it has not seen."
      : `The Markov chain looks ${plural(order, "touch", "touches", locale)} back and ${params.use_nulls === false ? "leaves lost journeys out" : "counts lost journeys"}.`,
    `Rates of Shapley are cautious: each set of channels is taken to have seen ${caution} further journeys at the common rate.`,
    `Intervals hold the true share ${percent(at("confidence", 0.8), locale, 0)} of the time if users act alike and on their own; from ${plural(at("bootstrap", 200), "resample", "resamples", locale)} of them.`,
  ];
}
