// One parameter: its name, its control with the unit, what it means, and the way back to its default.
import { useState } from "preact/hooks";
import { unitSuffix } from "../number-input";
import type { Field } from "../types";
import { MapControl } from "./MapControl";
import { pointerTo } from "./map";
import { RecordsControl } from "./RecordsControl";
import { TextControl } from "./TextControl";
import { defaultWords, isDefault } from "./validate";

export interface FieldRowProps {
  field: Field;
  value: unknown;
  errors: Record<string, string>;
  keys: string[];
  id: string;
  currency: string;
  locale?: string;
  onChange: (value: unknown) => void;
}

type ControlProps = FieldRowProps & { message: string; onProblem: (message: string) => void };

function ChoiceControl({ field, value, id, message, onChange }: ControlProps) {
  return (
    <select
      id={id}
      class="select"
      value={String(value ?? "")}
      aria-describedby={`${id}-help`}
      aria-invalid={Boolean(message)}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {(field.options ?? []).map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function Control(props: ControlProps) {
  const { field, value, id, errors, keys, locale, message, onChange, onProblem } = props;
  if (field.type === "choice") return <ChoiceControl {...props} />;
  if (field.type === "map") {
    return (
      <MapControl field={field} value={value} id={id} keys={keys} errors={errors} locale={locale} onCommit={onChange} />
    );
  }
  if (field.type === "records") return <RecordsControl {...props} onCommit={onChange} />;
  if (field.type === "boolean") {
    const describedBy = `${id}-help`;
    const checked = value === true;
    return (
      <input
        id={id}
        type="checkbox"
        class="switch"
        checked={checked}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  return (
    <TextControl
      field={field}
      value={value}
      id={id}
      describedBy={`${id}-help`}
      invalid={Boolean(message)}
      locale={locale}
      onCommit={onChange}
      onProblem={onProblem}
    />
  );
}

function Marker({
  field,
  value,
  locale,
  onReset,
}: {
  field: Field;
  value: unknown;
  locale?: string;
  onReset: () => void;
}) {
  if (isDefault(field, value)) return <span class="field-default">default</span>;
  const reset = `Reset to ${defaultWords(field, locale)}`;
  return (
    <button type="button" class="link small" aria-label={`${reset}: ${field.label}`} onClick={onReset}>
      {reset}
    </button>
  );
}

export function FieldRow(props: FieldRowProps) {
  const { field, value, errors, id, currency, locale, onChange } = props;
  const [problem, setProblem] = useState("");
  const shown = value === undefined ? field.default : value;
  const message = problem || errors[pointerTo(field.name)] || "";
  const isByName = field.type === "map" || field.type === "records";
  const suffix = isByName ? "" : unitSuffix(field.unit, currency);
  const reset = () => {
    setProblem("");
    onChange(undefined);
  };
  return (
    <div class={`field field-${field.type}`} data-changed={isDefault(field, value) ? undefined : ""}>
      <div class="field-head">
        {isByName ? (
          <span class="label">{field.label}</span>
        ) : (
          <label class="label" for={id}>
            {field.label}
          </label>
        )}
        <Marker field={field} value={value} locale={locale} onReset={reset} />
      </div>
      <div class="field-control">
        <Control {...props} value={shown} message={message} onProblem={setProblem} />
        {suffix && <span class="suffix">{suffix}</span>}
      </div>
      <p id={`${id}-help`} class="field-help">
        {message && (
          <span class="field-error" role="alert">
            {message}{" "}
          </span>
        )}
        {field.help}
      </p>
    </div>
  );
}
