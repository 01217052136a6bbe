// The figures of a result that nothing but its schema describes.
import { byUnit, day, parseIsoDay } from "../ui/format";
import type { KeyFigure } from "../ui/layout";
import type { Field } from "../ui/types";
import type { SummaryContext } from "./summary";

function figure(field: Field, value: unknown, currency: string, locale?: string): KeyFigure | null {
  const { label, help } = field;
  if (value === null || value === undefined || value === "") return null;
  if (field.type === "day") {
    const days = typeof value === "number" ? value : parseIsoDay(String(value));
    return { label, help, value: day(days, locale) };
  }
  if (typeof value !== "number") return { label, help, value: String(value) };
  return { label, help, value: byUnit(value, field.unit, currency, locale), full: String(value) };
}

export function figuresOf({ info, outcome, currency, locale }: SummaryContext): KeyFigure[] {
  const { scalars } = outcome.result;
  return info.results.scalars.flatMap((field) => figure(field, scalars[field.name], currency, locale) ?? []);
}
