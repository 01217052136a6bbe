// Number formats as spreadsheets spell them, chosen by the unit of a field and by what its column holds.
import { currencySymbol } from "../ui/format";

/** What a column of numbers holds, over an even sample. */
export interface Extent {
  largest: number;
  whole: boolean;
}

export function extentOf(values: ArrayLike<number>): Extent {
  const step = Math.max(1, Math.floor(values.length / 20_000));
  let largest = 0;
  let whole = true;
  for (let row = 0; row < values.length; row += step) {
    const value = values[row] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    largest = Math.max(largest, Math.abs(value));
    whole &&= Number.isInteger(value);
  }
  return { largest, whole };
}

/** A symbol stands before the amount, a code before it with a space; quoted, so that no program takes it for a format. */
function symbolFor(currency: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return "";
  const symbol = currencySymbol(currency, "en").replaceAll('"', "");
  return /^[A-Z]+$/i.test(symbol) ? `"${symbol} "` : `"${symbol}"`;
}

function fraction({ largest, whole }: Extent): string {
  if (whole) return "#,##0";
  return largest >= 1 ? "#,##0.00" : "0.0000";
}

export function numberFormat(unit: string, extent: Extent, currency: string): string {
  switch (unit) {
    case "money": {
      const symbol = symbolFor(currency);
      return `${symbol}#,##0.00${symbol ? `;-${symbol}#,##0.00` : ""}`;
    }
    case "share":
      return extent.largest < 0.1 ? "0.00%" : "0.0%";
    case "bucket":
      return "+0;-0;0";
    case "score":
      return "0.000";
    case "count":
    case "weeks":
      return extent.whole ? "#,##0" : "#,##0.00";
    default:
      return fraction(extent);
  }
}
