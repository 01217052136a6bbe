// A form made from the engine's schema: nothing about any analysis is known here.
import { useId } from "preact/hooks";
import type { Field } from "../types";
import { FieldRow } from "./FieldRow";
import { grouped } from "./groups";

export interface SchemaFormProps {
  fields: Field[];
  /** Only what differs from the defaults needs to be here. */
  values: Record<string, unknown>;
  /** The value undefined means: back to the default. */
  onChange: (name: string, value: unknown) => void;
  /** Messages by JSON pointer, such as "/uplift/Meta". */
  errors?: Record<string, string>;
  keysFor?: (role: string) => string[];
  currency?: string;
  locale?: string;
}

export function SchemaForm(props: SchemaFormProps) {
  const { fields, values, onChange, errors = {}, keysFor = () => [], currency = "", locale } = props;
  const id = useId();
  return (
    <form class="schema-form" onSubmit={(event) => event.preventDefault()}>
      {grouped(fields).map((group) => (
        <fieldset key={group.title} class="field-group">
          <legend class={group.title ? "" : "visually-hidden"}>{group.title || "General"}</legend>
          {group.fields.map((field) => (
            <FieldRow
              key={field.name}
              field={field}
              value={values[field.name]}
              errors={errors}
              keys={field.keys ? keysFor(field.keys) : []}
              id={`${id}${field.name}`}
              currency={currency}
              locale={locale}
              onChange={(value) => onChange(field.name, value)}
            />
          ))}
        </fieldset>
      ))}
    </form>
  );
}
