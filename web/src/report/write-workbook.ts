// A workbook written in a worker of its own, which can be stopped.
import { cancelled, EngineFailure, engineError } from "../engine/protocol";
import type { FromWriter } from "./workbook.worker";
import type { Book } from "./xlsx/book";

/** The script that carries the writer; asked for early so that a later click makes no request. */
export const warmWriter = () => import("./workbook.worker.ts?worker&inline");

const failure = (why: string) =>
  new EngineFailure(
    engineError(
      "internal",
      `The workbook could not be written: ${why}.`,
      "Take the tables as CSV, or close other tabs and try again.",
    ),
  );

export async function writeWorkbook(book: Book, say: (fraction: number) => void, signal: AbortSignal): Promise<Blob> {
  const { default: Writer } = await warmWriter();
  const worker = new Writer();
  try {
    return await new Promise<Blob>((resolve, reject) => {
      if (signal.aborted) reject(cancelled());
      signal.addEventListener("abort", () => reject(cancelled()));
      worker.onerror = (event) => reject(failure(event.message));
      worker.onmessage = ({ data }: MessageEvent<FromWriter>) => {
        if (data.kind === "progress") say(data.fraction);
        else if (data.kind === "done") resolve(data.file);
        else reject(failure(data.why));
      };
      worker.postMessage(book);
    });
  } finally {
    worker.terminate();
  }
}
