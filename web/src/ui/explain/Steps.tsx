// An explanation as a person reads it: step by step, each with its formula, the sum to check, and its table.
import type { ExplainedStep, ExplainedTable } from "../types";
import { fill, shownCell, shownNumber, type Words } from "./fill";
import { IntervalLine } from "./IntervalLine";

const times = (text: string) => text.replaceAll(" x ", " \u00d7 ");

function Formula({ step, currency, locale }: Words & { step: ExplainedStep }) {
  const inWords = fill(step.formula, step.numbers, (number) => number.label);
  const inNumbers = fill(step.formula, step.numbers, (number) => shownNumber(number, { currency, locale }));
  return (
    <div class="formula">
      <p class="formula-words">{inWords.map(({ text }) => times(text))}</p>
      <p class="formula-sum">
        {inNumbers.map(({ text, of }, index) =>
          of ? (
            <b key={index} title={of.value === null ? of.label : `${of.label}: ${of.value}`}>
              {text}
            </b>
          ) : (
            times(text)
          ),
        )}
      </p>
    </div>
  );
}

function StepTable({ table, label, ...words }: Words & { table: ExplainedTable; label: string }) {
  const isFigure = (column: number) => table.rows.some((row) => typeof row[column] === "number");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="step-scroll" tabIndex={0} aria-label={label}>
      <table class="step-table" aria-label={label}>
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th key={column.name} scope="col" class={isFigure(at) ? "number" : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at} class={table.marked.includes(at) ? "step-marked" : undefined}>
              {row.map((_, column) => (
                <td key={table.columns[column]?.name} class={isFigure(column) ? "number" : undefined}>
                  {shownCell(table, at, column, words)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Steps({ steps, ...words }: Words & { steps: ExplainedStep[] }) {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step.id} id={`step-${step.id}`}>
          <h3>{step.title}</h3>
          {step.text && (
            <p>{fill(step.text, step.numbers, (number) => shownNumber(number, words)).map(({ text }) => text)}</p>
          )}
          {step.interval && <IntervalLine interval={step.interval} {...words} />}
          {step.formula && <Formula step={step} {...words} />}
          {step.table && <StepTable table={step.table} label={step.title} {...words} />}
        </li>
      ))}
    </ol>
  );
}
