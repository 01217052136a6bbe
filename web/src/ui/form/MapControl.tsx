// A number for each of several names; the names that occur in the data are offered.
import { useState } from "preact/hooks";
import { Button, IconButton } from "../layout/Button";
import type { Field } from "../types";
import { asMap, drop, freeKeys, pointerTo, put } from "./map";
import { TextControl } from "./TextControl";

interface MapControlProps {
  field: Field;
  value: unknown;
  id: string;
  keys: string[];
  errors: Record<string, string>;
  locale?: string;
  onCommit: (value: unknown) => void;
}

interface EntryProps extends MapControlProps {
  name: string;
}

function Entry({ field, value, id, name, errors, locale, onCommit }: EntryProps) {
  const map = asMap(value);
  const [problem, setProblem] = useState("");
  const message = problem || errors[pointerTo(field.name, name)];
  const entryId = `${id}-${name}`;
  return (
    <li>
      <div class="map-entry">
        <label class="grow truncate" for={entryId} title={name}>
          {name}
        </label>
        <TextControl
          field={field}
          value={map[name]}
          id={entryId}
          describedBy={`${entryId}-error`}
          invalid={Boolean(message)}
          locale={locale}
          onProblem={setProblem}
          onCommit={(next) => onCommit(typeof next === "number" ? put(map, name, next) : drop(map, name))}
        />
        <IconButton icon="close" label={`Remove ${name}`} onClick={() => onCommit(drop(map, name))} />
      </div>
      <p id={`${entryId}-error`} class="field-error" role={message ? "alert" : undefined}>
        {message}
      </p>
    </li>
  );
}

function Adder({ field, value, keys, onCommit }: MapControlProps) {
  const map = asMap(value);
  const [name, setName] = useState("");
  const free = freeKeys(map, keys);
  const add = (key: string) => {
    if (key.trim() === "" || Object.hasOwn(map, key.trim())) return;
    onCommit(put(map, key.trim(), Math.max(field.min ?? 1, 1)));
    setName("");
  };
  if (free.length > 0) {
    return (
      <select
        class="select"
        aria-label={`Add to ${field.label}`}
        value=""
        onChange={(event) => add(event.currentTarget.value)}
      >
        <option value="">Add{"\u2026"}</option>
        {free.map((key) => (
          <option key={key} value={key}>
            {key}
          </option>
        ))}
      </select>
    );
  }
  if (keys.length > 0) return null;
  return (
    <div class="row">
      <input
        class="input"
        aria-label={`New name for ${field.label}`}
        placeholder="Name"
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <Button icon="plus" onClick={() => add(name)}>
        Add
      </Button>
    </div>
  );
}

export function MapControl(props: MapControlProps) {
  const names = Object.keys(asMap(props.value));
  return (
    <fieldset class="map" aria-label={props.field.label}>
      {names.length > 0 && (
        <ul class="list-plain">
          {names.map((name) => (
            <Entry key={name} {...props} name={name} />
          ))}
        </ul>
      )}
      <Adder {...props} />
    </fieldset>
  );
}
