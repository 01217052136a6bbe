// What `outlay report` runs: a result on standard input, files of reports out, with the page's own words.
import { closeSync, openSync, writeSync } from "node:fs";
import { takeAwayOf } from "../analyses/summaries";
import type { AnalysisInfo, FileReport } from "../engine/types";
import { currencyOf, dataUsed } from "../state/data-used";
import { type PlainOutcome, typedOutcome } from "./columns";
import { type TextForm, textOf, typeOf } from "./files";
import type { Given } from "./report";
import { workbookOf } from "./workbook";
import { writeBook } from "./xlsx/write";

/** A scheduler's file reads the same whatever the machine's own language is. */
const locale = "en-US";

interface Asked {
  info: AnalysisInfo;
  outcome: PlainOutcome;
  files: FileReport[];
  title: string;
  link: string;
  currency: string;
  outs: { form: TextForm | "xlsx"; path: string }[];
}

async function readAll(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function write(path: string, pieces: (string | Uint8Array)[]): void {
  const file = openSync(path, "w");
  try {
    for (const piece of pieces) {
      const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    }
  } finally {
    closeSync(file);
  }
}

function givenOf({ info, outcome: plain, files, title, link, currency }: Asked): Given {
  const outcome = typedOutcome(plain, info);
  const tables = files.flatMap((file) => file.tables);
  const stated = currency || currencyOf(outcome, tables);
  return { info, outcome, currency: stated, locale, title, link, data: dataUsed(outcome, tables) };
}

async function report(asked: Asked): Promise<void> {
  const given = givenOf(asked);
  const takeAway = await takeAwayOf(asked.info.id);
  for (const { form, path } of asked.outs) {
    try {
      write(
        path,
        form in typeOf ? [textOf(form as TextForm, given, takeAway)] : writeBook(workbookOf(given, takeAway)),
      );
    } catch (thrown) {
      throw Object.assign(thrown as Error, { path });
    }
  }
}

/** The same line of JSON that the command itself ends with when it refuses. */
function refuse(thrown: unknown): void {
  const { path, code, message } = thrown as { path?: string; code?: string; message: string };
  const error =
    path && code
      ? {
          code: "bad_file",
          message: `${path} cannot be written: ${message}.`,
          remedy: "Check the folder, the permissions and the space on the disk.",
          where: { file: path },
        }
      : {
          code: "internal",
          message: `The report failed: ${message}.`,
          remedy: "Please report this with what you did.",
          where: {},
        };
  process.stderr.write(`${JSON.stringify({ error })}\n`);
  process.exitCode = 1;
}

readAll()
  .then((text) => report(JSON.parse(text) as Asked))
  .catch(refuse);
