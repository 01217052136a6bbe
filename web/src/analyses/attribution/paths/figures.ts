// The figures under the headline of attribution.
import { money, number, percent, plural } from "../../../ui/format";
import type { KeyFigure } from "../../../ui/layout";
import type { TableData } from "../../../ui/types";
import { empty, type Words } from "../read";
import { meanLength, medianLag, type Scalars } from "./read";

export function figures(scalars: Scalars, tables: Record<string, TableData>, words: Words): KeyFigure[] {
  const { currency, locale } = words;
  const days = medianLag(tables.lags ?? empty);
  const all: KeyFigure[] = [
    {
      label: "Conversions attributed",
      value: number(scalars.conversions, locale),
      note: `of ${plural(scalars.journeys, "journey", "journeys", locale)}`,
    },
    { label: "Conversion rate", value: percent(scalars.rate, locale), help: "Journeys that converted, of all." },
    {
      label: "Touches before a conversion",
      value: number(meanLength(tables.lengths ?? empty), locale, 1),
      note: "on average",
    },
  ];
  if (scalars.hasValue) {
    const each = money(scalars.value / scalars.conversions, currency, locale);
    all.splice(1, 0, {
      label: "Conversion value",
      value: money(scalars.value, currency, locale),
      note: `${each} each`,
    });
  }
  if (Number.isFinite(days)) all.push({ label: "Half convert within", value: plural(days, "day", "days", locale) });
  return all;
}
