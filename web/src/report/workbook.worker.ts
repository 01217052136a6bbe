// The worker that writes workbooks, so that a large one does not hold up the page.
import "../ui/disarm";
import type { Book } from "./xlsx/book";
import { workbookType, writeBook } from "./xlsx/write";

export type FromWriter =
  | { kind: "progress"; fraction: number }
  | { kind: "done"; file: Blob }
  | { kind: "failed"; why: string };

interface Scope {
  postMessage(message: FromWriter): void;
  onmessage: ((event: MessageEvent<Book>) => void) | null;
}

const scope = self as unknown as Scope;

scope.onmessage = ({ data }) => {
  let last = Number.NEGATIVE_INFINITY;
  const say = (fraction: number) => {
    const now = performance.now();
    if (now - last < 50) return;
    last = now;
    scope.postMessage({ kind: "progress", fraction });
  };
  try {
    scope.postMessage({ kind: "done", file: new Blob(writeBook(data, say), { type: workbookType }) });
  } catch (thrown) {
    scope.postMessage({ kind: "failed", why: thrown instanceof Error ? thrown.message : String(thrown) });
  }
};
