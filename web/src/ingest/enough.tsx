// What the data is enough for, what the other analyses lack, and a template for each.
import { download } from "../state/download";
import { type Fit, missingLabels } from "../state/inputs";
import { href } from "../state/route";
import { templateCsv, templateName } from "./template";

export function Templates({ fit }: { fit: Fit }) {
  return (
    <p class="row-wrap small muted">
      Template CSV:
      {fit.info.inputs.map((input) => (
        <button
          key={input.name}
          type="button"
          class="link"
          onClick={() => download(templateName(fit.info, input), templateCsv(input))}
        >
          {input.label}
        </button>
      ))}
    </p>
  );
}

/** What optional tables would add, for an analysis that can already run. */
function Extras({ fit }: { fit: Fit }) {
  const spare = fit.info.inputs.filter((input, k) => !input.required && fit.inputs[k]?.table === null);
  return spare.map((input) => (
    <p key={input.name} class="muted small">
      Optional, {input.label.toLowerCase()}: {input.help}
    </p>
  ));
}

function Analysis({ fit }: { fit: Fit }) {
  const { info, enough } = fit;
  return (
    <li class="card enough-item">
      <div class="stack-tight grow">
        <h2 class="card-title">{info.title}</h2>
        {enough ? <p>{info.question}</p> : <p class="warn-text">Needs {missingLabels(fit).join(", ")}</p>}
        {enough && <Extras fit={fit} />}
        <Templates fit={fit} />
      </div>
      {enough && (
        <a class="button button-primary" href={href(info.id)}>
          Open <span class="visually-hidden">{info.title}</span>
        </a>
      )}
    </li>
  );
}

export function EnoughFor({ fits }: { fits: Fit[] }) {
  const openFirst = [...fits].sort((a, b) => Number(b.enough) - Number(a.enough));
  return (
    <ul class="list-plain enough" aria-label="What this data answers">
      {openFirst.map((fit) => (
        <Analysis key={fit.info.id} fit={fit} />
      ))}
    </ul>
  );
}
