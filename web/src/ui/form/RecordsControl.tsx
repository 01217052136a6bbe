// A small record of fields for each of several names, as a table; the names that occur in the data are offered.
import { useState } from "preact/hooks";
import { IconButton } from "../layout/Button";
import type { Field } from "../types";
import { pointerTo } from "./map";
import { asRecords, dropRecord, putField, type RecordMap } from "./records";
import { TextControl } from "./TextControl";

interface RecordsControlProps {
  field: Field;
  value: unknown;
  id: string;
  keys: string[];
  errors: Record<string, string>;
  locale?: string;
  onCommit: (value: RecordMap) => void;
}

interface CellProps extends RecordsControlProps {
  name: string;
  inner: Field;
}

function Cell({ field, value, id, name, inner, errors, locale, onCommit }: CellProps) {
  const [problem, setProblem] = useState("");
  const message = problem || errors[pointerTo(field.name, name, inner.name)] || "";
  const records = asRecords(value);
  const now = records[name]?.[inner.name];
  const cellId = `${id}-${name}-${inner.name}`;
  const commit = (next: unknown) => onCommit(putField(records, name, inner.name, next));
  if (inner.type === "boolean") {
    return (
      <input
        type="checkbox"
        class="switch"
        aria-label={`${name}: ${inner.label}`}
        checked={now === true}
        onChange={(event) => commit(event.currentTarget.checked || undefined)}
      />
    );
  }
  return (
    <>
      <label class="visually-hidden" for={cellId}>{`${name}: ${inner.label}`}</label>
      <TextControl
        field={inner}
        value={now}
        id={cellId}
        describedBy={`${cellId}-error`}
        invalid={Boolean(message)}
        locale={locale}
        onProblem={setProblem}
        onCommit={commit}
      />
      <p id={`${cellId}-error`} class="field-error" role={message ? "alert" : undefined}>
        {message}
      </p>
    </>
  );
}

function Adder({ field, value, id, keys, onCommit }: RecordsControlProps) {
  const records = asRecords(value);
  const [name, setName] = useState("");
  const add = (key: string) => {
    const bare = key.trim();
    if (bare === "" || Object.hasOwn(records, bare)) return;
    onCommit({ ...records, [bare]: {} });
    setName("");
  };
  const listId = `${id}-names`;
  return (
    <div class="row">
      <input
        class="input"
        list={listId}
        aria-label={`Add to ${field.label}`}
        placeholder="Name"
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") add(name);
        }}
      />
      <datalist id={listId}>
        {keys
          .filter((key) => !Object.hasOwn(records, key))
          .map((key) => (
            <option key={key} value={key} />
          ))}
      </datalist>
      <IconButton icon="plus" label={`Add to ${field.label}`} onClick={() => add(name)} />
    </div>
  );
}

export function RecordsControl(props: RecordsControlProps) {
  const { field, value, onCommit } = props;
  const records = asRecords(value);
  const names = Object.keys(records);
  const inner = field.fields ?? [];
  return (
    <fieldset class="map" aria-label={field.label}>
      {names.length > 0 && (
        <table class="records">
          <thead>
            <tr>
              <th scope="col">Name</th>
              {inner.map((one) => (
                <th key={one.name} scope="col">
                  {one.label}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row" class="truncate" title={name}>
                  {name}
                </th>
                {inner.map((one) => (
                  <td key={one.name}>
                    <Cell {...props} name={name} inner={one} />
                  </td>
                ))}
                <td>
                  <IconButton
                    icon="close"
                    label={`Remove ${name}`}
                    onClick={() => onCommit(dropRecord(records, name))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Adder {...props} />
    </fieldset>
  );
}
