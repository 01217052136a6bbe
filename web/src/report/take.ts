// Taking a result away: what is under way, what was just done, and each of the ways.
import { signal } from "@preact/signals";
import { takeAwayOf } from "../analyses/summaries";
import { cancelled, toEngineError } from "../engine/protocol";
import type { AnalysisInfo, RunOutcome } from "../engine/types";
import type { AnalysisState } from "../state/analysis";
import { dataUsed } from "../state/data-used";
import { currency, locale, tables } from "../state/project";
import { copyText } from "../ui/clipboard";
import { download } from "../ui/download";
import { askBulk } from "./bulk-ask";
import { baseName, takeCsv } from "./csv";
import type { TextForm } from "./files";
import type { Given, Report } from "./report";

/** What is taken away. */
export interface Taken {
  info: AnalysisInfo;
  outcome: RunOutcome;
  state: AnalysisState;
}

export const underWay = signal<{ what: string; fraction: number; stop: () => void } | null>(null);
/** What was just done, for a moment. */
export const said = signal("");
export const sheet = signal<Report | null>(null);

const forms = () => import("./forms");

/** Brings in all that a later click needs, so that it asks the host for nothing. */
export async function warmReports(): Promise<void> {
  await Promise.all([forms(), import("./write-workbook").then((writer) => writer.warmWriter())]);
}

let timer: ReturnType<typeof setTimeout> | undefined;

function say(text: string): void {
  clearTimeout(timer);
  said.value = text;
  timer = setTimeout(() => {
    said.value = "";
  }, 4000);
}

function givenOf({ info, outcome }: Taken): Given {
  return { info, outcome, currency: currency.peek(), locale, data: dataUsed(outcome, tables.peek()) };
}

/** A failure is told where those of the analysis are; to stop is none. */
function telling(work: (taken: Taken) => Promise<void>): (taken: Taken) => void {
  return (taken) => {
    work(taken).catch((thrown) => {
      const error = toEngineError(thrown);
      if (error.code !== "cancelled") taken.state.error.value = error;
    });
  };
}

async function textOf(form: TextForm, taken: Taken): Promise<{ text: string; type: string }> {
  const [made, takeAway] = await Promise.all([forms(), takeAwayOf(taken.info.id)]);
  return { text: made.textOf(form, givenOf(taken), takeAway), type: made.typeOf[form] };
}

export const downloadText = (form: TextForm) =>
  telling(async (taken) => {
    const { text, type } = await textOf(form, taken);
    download(`${baseName(taken.info.id)}_${form}`, new Blob([text], { type }));
  });

export const copyForm = (form: TextForm, done: string) =>
  telling(async (taken) => {
    const { text } = await textOf(form, taken);
    say((await copyText(text)) ? done : "The browser did not allow copying: download it instead.");
  });

export const showSheet = telling(async (taken) => {
  const [{ makeReport }, takeAway] = await Promise.all([forms(), takeAwayOf(taken.info.id)]);
  sheet.value = makeReport(givenOf(taken), takeAway);
});

export const downloadWorkbook = telling(async (taken) => {
  if (underWay.peek()) throw cancelled();
  const stop = new AbortController();
  const show = (fraction: number) => {
    underWay.value = { what: "Writing the workbook", fraction, stop: () => stop.abort() };
  };
  show(0);
  try {
    const [{ workbookOf, writeWorkbook }, takeAway] = await Promise.all([forms(), takeAwayOf(taken.info.id)]);
    const file = await writeWorkbook(workbookOf(givenOf(taken), takeAway), show, stop.signal);
    download(`${baseName(taken.info.id)}.xlsx`, file);
  } finally {
    underWay.value = null;
  }
});

export const askBudgets = telling(async ({ info, outcome }) => {
  const { budgets } = await takeAwayOf(info.id);
  if (budgets) await askBulk(outcome, budgets(outcome));
});

export const downloadCsv = (table: string) => telling((taken) => takeCsv(taken.outcome, table));
