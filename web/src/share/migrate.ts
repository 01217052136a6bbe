// What older links and files say, said as today's do: one step a version, in order, each tried on frozen samples.
import { Refused } from "./snapshot";

/** From the header of version k + 1 to that of version k + 2; there is nothing before version 1. */
export type Step = (header: unknown) => unknown;

const steps: Step[] = [];

export function upgraded(header: unknown, from: number, to: number, list = steps): unknown {
  if (from > to) {
    throw new Refused(
      "newer",
      `This was made by a newer Outlay (format ${from}; this one reads up to ${to}).`,
      "Reload the page to get the newest version, then open it again.",
    );
  }
  return list.slice(from - 1, to - 1).reduce((value, step) => step(value), header);
}
