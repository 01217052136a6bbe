// What a file leaves open is asked with both readings, and an answer holds for every file of the same header.
import { expect, test } from "vitest";
import type { LoadOptions } from "../../web/src/engine/client";
import type { Question, TableReport } from "../../web/src/engine/types";
import { controlSentence } from "../../web/src/ingest/control-totals";
import { distinctQuestions } from "../../web/src/ingest/questions";
import { dateRead, numberRead, readingsOf } from "../../web/src/ingest/readings";
import { partOptions, readAnswer, withAnswer } from "../../web/src/state/answers";
import { createFiles } from "../../web/src/state/files";
import { column, table } from "./samples";

const dates: Question = {
  code: "date_order",
  column: "Day",
  sample: "01/02/2026",
  options: ["dmy", "mdy"],
  assumed: null,
};
const marks: Question = { code: "decimal_mark", column: "Cost", sample: "1,234", options: [".", ","], assumed: "." };

test("a date is shown read each way", () => {
  expect(readingsOf(dates, "en-US").map((one) => one.label)).toEqual(["February 1, 2026", "January 2, 2026"]);
  expect(dateRead("3.4.26 10:00", "dmy", "en-GB")).toBe("3 April 2026");
  expect(dateRead("13/02/2026", "mdy", "en-US")).toBe("");
});

test("a number is shown read each way, without a mark that could be misread again", () => {
  expect(readingsOf(marks, "en-US").map((one) => one.label)).toEqual(["1234", "1.234"]);
  expect(readingsOf(marks, "de-DE").map((one) => one.label)).toEqual(["1234", "1,234"]);
  expect(numberRead("$ -1.234", ",", "en-US")).toBe("-1234");
});

test("one question a kind is asked, however many columns raise it", () => {
  const asked = distinctQuestions([dates, { ...dates, column: "End" }, marks]);
  expect(asked.map(({ question, others }) => [question.column, others])).toEqual([
    ["Day", 1],
    ["Cost", 0],
  ]);
});

test("a total that differs says by how much and why that may be", () => {
  const control = { label: "Total: Account", line: 9, column: "Cost", stated: 97152.46, read: 97152.24, agrees: false };
  expect(controlSentence(control, "en-US")).toBe(
    "Total: Account says 97,152.46 for Cost, the rows add up to 97,152.24: difference 0.22, probably hidden rows or rounding.",
  );
  expect(controlSentence({ ...control, stated: 10 }, "en-US")).toContain("only some of the rows");
});

test("answers are kept by header, found for other files of it, and taken back", () => {
  const one = { ...table(1, [column("Day", "text")], "a.csv"), personal: ["Email"] };
  const other = table(2, [column("Email", "text"), column("DAY", "text")], "b.csv");
  const answered = withAnswer({}, one, { date_order: "dmy" });
  expect(partOptions([other], answered)).toEqual({ "b.csv": { date_order: "dmy" } });
  expect(withAnswer(answered, other, { date_order: "" })).toEqual({});
  expect(readAnswer({ date_order: "ymd", decimal_mark: 3, keep: ["Email", 4] })).toEqual({ keep: ["Email"] });
});

const open = (id: number, name: string, { parts = {} }: LoadOptions): TableReport => ({
  ...table(id, [column("Day", "text")], name),
  questions: parts[name]?.date_order ? [] : [dates],
});

function reader(answers: () => ReturnType<typeof withAnswer>) {
  let id = 0;
  const removed: number[] = [];
  const loaded: LoadOptions["parts"][] = [];
  const files = createFiles(
    {
      load: async (file, options) => {
        loaded.push(options.parts);
        if (file.size === 0 && options.parts?.[file.name]) throw new Error("gone");
        const second = { ...open(++id, file.name, options), place: "second" };
        const tables = [open(++id, file.name, options), second];
        const facts = { bytes: 0, encoding: "", delimiter: "", platform: "" };
        return { files: [{ name: file.name, ...facts, tables }], passed_over: [] };
      },
      remove: async (table) => void removed.push(table),
      suits: async (ids) => [{ analysis: ids.join(), enough: true, inputs: [] }],
    },
    answers,
  );
  return { files, removed, loaded };
}

test("an answer reads the file again; the old tables go, removed ones stay away", async () => {
  let answers = {};
  const { files, removed, loaded } = reader(() => answers);
  await files.add([new File(["x"], "a.csv")]);
  await files.removeTables(1, [1]);
  answers = withAnswer(answers, open(2, "a.csv", { onProgress: () => undefined }), { date_order: "mdy" });
  await files.readAgain(1);
  expect(loaded.at(-1)).toEqual({ "a.csv": { date_order: "mdy" } });
  expect(files.tables.value.map(({ id, questions }) => [id, questions.length])).toEqual([[4, 0]]);
  expect(removed.sort()).toEqual([1, 2, 3]);
  expect(files.suits.value[0]?.analysis).toBe("4");
});

test("a later file of the same header is read as answered before", async () => {
  const answers = withAnswer({}, table(0, [column("Day", "text")]), { date_order: "dmy" });
  const { files, removed } = reader(() => answers);
  await files.add([new File(["x"], "later.csv")]);
  expect(files.tables.value.map(({ questions }) => questions.length)).toEqual([0, 0]);
  expect(removed).toEqual([2, 1]);
});

test("a file that cannot be read again keeps what it had", async () => {
  let answers = {};
  const { files } = reader(() => answers);
  await files.add([new File([], "a.csv")]);
  answers = withAnswer(answers, table(0, [column("Day", "text")]), { date_order: "dmy" });
  await files.readAgain(1);
  expect(files.open.value[0]).toMatchObject({ state: "ready", again: false, error: { code: "internal" } });
  expect(files.tables.value.map((one) => one.id)).toEqual([2, 1]);
});
