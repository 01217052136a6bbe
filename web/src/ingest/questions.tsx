// What the data leaves open, asked with both readings; what was answered, and personal columns, can be changed back.
import type { Question, ReadOptions, TableReport } from "../engine/types";
import { plural } from "../ui/format";
import { Icon } from "../ui/layout";
import { answerName, type Reading, readingsOf } from "./readings";

export interface AnswerProps {
  table: TableReport;
  locale: string;
  /** What was answered before for files of this header. */
  answered: ReadOptions;
  busy: boolean;
  onAnswer: (change: ReadOptions) => void;
}

/** One question a kind: the answer holds for the whole file. */
export function distinctQuestions(questions: Question[]): { question: Question; others: number }[] {
  const codes = [...new Set(questions.map((question) => question.code))];
  return codes.flatMap((code) => {
    const [question, ...others] = questions.filter((one) => one.code === code);
    return question ? [{ question, others: others.length }] : [];
  });
}

function meanwhile({ code, assumed }: Question, readings: Reading[]): string {
  if (code === "date_order" && !assumed) return "Until you say, the column is not used as a date.";
  const taken = readings.find((reading) => reading.option === assumed);
  return taken ? `Until you say, it is read as ${taken.label}.` : "";
}

function Ask(props: AnswerProps & { question: Question; others: number }) {
  const { question, others, locale } = props;
  const readings = readingsOf(question, locale);
  const thing = question.code === "date_order" ? "Which day is" : "Which number is";
  return (
    <fieldset class="question" disabled={props.busy}>
      <legend>
        <Icon name="help" />
        <span>
          {thing} <code class="mono">{question.sample}</code> in {question.column}
          {others > 0 && ` and ${plural(others, "more column", "more columns", locale)}`}?
        </span>
      </legend>
      <div class="row-wrap">
        {readings.map((reading) => (
          <button key={reading.option} type="button" class="button" onClick={() => props.onAnswer(reading.change)}>
            {reading.label}
            <span class="muted small">{reading.label.toLowerCase() === reading.name ? "" : reading.name}</span>
          </button>
        ))}
      </div>
      <p class="muted small">{meanwhile(question, readings)}</p>
    </fieldset>
  );
}

const undone: Record<Question["code"], ReadOptions> = {
  date_order: { date_order: "" },
  decimal_mark: { decimal_mark: "" },
};

function Answered(props: AnswerProps) {
  const { table, answered } = props;
  const open = new Set(table.questions.map((question) => question.code));
  return answerName(answered)
    .filter(({ code }) => !open.has(code))
    .map(({ code, name }) => (
      <p key={code} class="small muted">
        {code === "date_order" ? "Dates" : "Numbers"} are read with the {name}, as you answered.{" "}
        <button type="button" class="link" disabled={props.busy} onClick={() => props.onAnswer(undone[code])}>
          Ask again
        </button>
      </p>
    ));
}

function Personal(props: AnswerProps) {
  const { table, answered } = props;
  const kept = (answered.keep ?? []).filter((name) => table.columns.some((column) => column.name === name));
  const keeping = (keep: string[]) => props.onAnswer({ keep });
  return (
    <>
      {table.personal.length > 0 && (
        <p class="small row-wrap">
          <span>Left out, since they may name people:</span>
          {table.personal.map((name) => (
            <span key={name}>
              <strong>{name}</strong>{" "}
              <button type="button" class="link" disabled={props.busy} onClick={() => keeping([...kept, name])}>
                Keep <span class="visually-hidden">{name}</span>
              </button>
            </span>
          ))}
        </p>
      )}
      {kept.map((name) => (
        <p key={name} class="small muted">
          {name} is kept, as you asked.{" "}
          <button
            type="button"
            class="link"
            disabled={props.busy}
            onClick={() => keeping(kept.filter((other) => other !== name))}
          >
            Leave it out
          </button>
        </p>
      ))}
    </>
  );
}

export function Questions(props: AnswerProps) {
  return (
    <>
      {distinctQuestions(props.table.questions).map(({ question, others }) => (
        <Ask key={question.code} {...props} question={question} others={others} />
      ))}
      <Answered {...props} />
      <Personal {...props} />
    </>
  );
}
