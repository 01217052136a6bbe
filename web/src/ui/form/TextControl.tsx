// One line of text that is committed when it is left or Enter is pressed, and only when it is allowed.
import { useLayoutEffect, useState } from "preact/hooks";
import type { Field } from "../types";
import { check, shownText } from "./validate";

interface TextControlProps {
  field: Field;
  value: unknown;
  id: string;
  describedBy: string;
  invalid: boolean;
  locale?: string;
  placeholder?: string;
  onCommit: (value: unknown) => void;
  onProblem: (message: string) => void;
}

export function TextControl(props: TextControlProps) {
  const { field, value, id, locale, onCommit, onProblem } = props;
  const shown = shownText(field, value, locale);
  const [text, setText] = useState(shown);
  // Before anything can be typed: an effect after painting would take back what was typed since.
  useLayoutEffect(() => setText(shown), [shown]);
  // What the element holds now, not the last render: a date field tells of its input and its change in one breath.
  const commit = (event: { currentTarget: EventTarget | null }) => {
    const now = (event.currentTarget as HTMLInputElement).value;
    const checked = check(field, now, locale);
    onProblem(checked.ok ? "" : checked.message);
    if (!checked.ok) return;
    if (checked.value === undefined) setText(shownText(field, field.default, locale));
    if (checked.value !== value) onCommit(checked.value);
  };
  const numeric = field.type !== "text" && field.type !== "day";
  const shared = {
    id,
    value: text,
    autoComplete: "off",
    placeholder: props.placeholder,
    "aria-describedby": props.describedBy,
    "aria-invalid": props.invalid,
    onInput: (event: { currentTarget: HTMLInputElement }) => setText(event.currentTarget.value),
    onChange: commit,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Enter") commit(event);
    },
  };
  if (field.type === "day") return <input type="date" class="input" {...shared} />;
  const inputMode = numeric ? "decimal" : "text";
  return <input type="text" class={numeric ? "input number" : "input"} inputMode={inputMode} {...shared} />;
}
