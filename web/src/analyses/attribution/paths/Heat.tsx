// How far each pair of models agrees, as a table whose cells are tinted.
import { modelName } from "../../../ui/attribution-words";
import { percent } from "../../../ui/format";
import type { TableData } from "../../../ui/types";
import { reader, rowsOf } from "../read";

export function Heat({ data, locale }: { data: TableData; locale?: string }) {
  const read = reader(data);
  const rows = rowsOf(data);
  const models = [...new Set(rows.map((row) => read.text("model_a", row)))];
  const at = new Map(
    rows.map((row) => [`${read.text("model_a", row)}|${read.text("model_b", row)}`, read.number("agreement", row)]),
  );
  const others = [...at].filter(([pair]) => pair.split("|")[0] !== pair.split("|")[1]);
  const [least] = others.sort((a, b) => a[1] - b[1]);
  const [one, other] = least?.[0].split("|") ?? [];
  const lowest = least?.[1] ?? 0;
  const title = least
    ? `${modelName(one)} and ${modelName(other).toLowerCase()} agree least: on ${percent(lowest, locale, 0)} of the credit`
    : "There is one model only";
  /** From the least agreement to the most, in ten steps. */
  const step = (value: number) => Math.round((10 * (value - lowest)) / Math.max(1e-9, 1 - lowest));
  return (
    <figure class="chart" id="agreement">
      <header class="chart-head">
        <h2 class="chart-title">{title}</h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled with the keys */}
      <section class="heat-scroll" tabIndex={0} aria-label="Agreement of models">
        <table class="heat">
          <thead>
            <tr>
              <td />
              {models.map((model) => (
                <th key={model} scope="col">
                  <span>{modelName(model)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {models.map((a) => (
              <tr key={a}>
                <th scope="row">{modelName(a)}</th>
                {models.map((b) => {
                  const value = at.get(`${a}|${b}`) ?? Number.NaN;
                  return (
                    <td key={b} data-heat={a === b ? "self" : step(value)}>
                      {a === b ? "" : percent(value, locale, 0)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <figcaption class="chart-caption">
        The part of the credit that two models give to the same channels. Where they agree, the choice of model does not
        matter; where they do not, ask an experiment.
      </figcaption>
    </figure>
  );
}
