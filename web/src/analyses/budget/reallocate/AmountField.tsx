// An amount of money to type: kept when it is left or Enter is pressed, given up by Esc, refused when it is no number.
import { useState } from "preact/hooks";
import { fromText, toText } from "../../../ui/number-input";

interface AmountFieldProps {
  label: string;
  /** Undefined shows the placeholder. */
  value: number | undefined;
  placeholder?: string;
  isQuiet?: boolean;
  locale?: string;
  onCommit: (value: number | undefined) => void;
}

/** To the cent at most; what the plan chose is shown no finer than it matters. */
function rounded(value: number, isQuiet: boolean): number {
  const digits = isQuiet && Math.abs(value) >= 100 ? 1 : 100;
  return Math.round(value * digits) / digits;
}

export function AmountField({ label, value, placeholder, isQuiet = false, locale, onCommit }: AmountFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === undefined ? "" : toText(rounded(value, isQuiet), "money", locale);
  const read = typed === null ? null : fromText(typed, "money", locale);
  const isWrong = typed !== null && typed.trim() !== "" && (read === null || read < 0);
  const commit = () => {
    if (typed === null || isWrong) return;
    setTyped(null);
    if (typed.trim() === shown) return;
    onCommit(typed.trim() === "" ? undefined : (read ?? undefined));
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      class={`input number amount ${isQuiet ? "amount-quiet" : ""}`}
      aria-label={label}
      aria-invalid={isWrong}
      title={isWrong ? `"${typed}" is not an amount of money. Esc gives it up.` : undefined}
      placeholder={placeholder}
      value={typed ?? shown}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key === "Escape" && typed !== null) {
          event.stopPropagation();
          setTyped(null);
        }
      }}
    />
  );
}
