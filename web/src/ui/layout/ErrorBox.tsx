// An error a person can act on: what happened, where in the file, what to do, and a button that does it.
import type { ComponentChildren } from "preact";
import type { EngineError } from "../types";
import { failureTitle } from "../words";
import { Icon } from "./Icon";

function places(where: EngineError["where"]): [string, string][] {
  const found: [string, string | undefined][] = [
    ["File", where.file],
    ["Table", where.table],
    ["Line", where.line === undefined ? undefined : String(where.line)],
    ["Column", where.column],
    ["Text", where.text],
    ["Role", where.role],
    ["Setting", where.parameter],
  ];
  return found.flatMap(([label, value]) => (value ? [[label, value]] : []));
}

export function ErrorBox({ error, actions }: { error: EngineError; actions?: ComponentChildren }) {
  const details = places(error.where ?? {});
  return (
    <section class="error-box" role="alert">
      <Icon name="error" size={20} />
      <div class="stack grow">
        <h2>{failureTitle(error.code)}</h2>
        <p>{error.message}</p>
        {details.length > 0 && (
          <dl class="facts">
            {details.map(([label, value]) => [
              <dt key={label}>{label}</dt>,
              <dd key={`${label} value`} class={label === "Text" || label === "Setting" ? "mono" : undefined}>
                {value}
              </dd>,
            ])}
          </dl>
        )}
        {error.remedy && <p class="strong">{error.remedy}</p>}
        {actions && <div class="row-wrap">{actions}</div>}
      </div>
    </section>
  );
}
