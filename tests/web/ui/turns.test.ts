// Work in turns: in the order asked for, one a task, and not at all once it is taken back.
import { expect, test } from "vitest";
import { inTurn } from "../../../web/src/ui/turns";

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

test("each has a task of its own, in order", async () => {
  const done: string[] = [];
  const between: number[] = [];
  for (const name of ["a", "b", "c"]) {
    inTurn(() => {
      done.push(name);
      queueMicrotask(() => between.push(done.length));
    });
  }
  expect(done).toEqual([]);
  await soon();
  expect(done).toEqual(["a", "b", "c"]);
  expect(between).toEqual([1, 2, 3]);
});

test("what is taken back is not done, and what fails holds up nothing", async () => {
  const done: string[] = [];
  const failed: unknown[] = [];
  const hear = (thrown: unknown) => failed.push(thrown);
  process.on("uncaughtException", hear);
  inTurn(() => done.push("a"));
  const takeBack = inTurn(() => done.push("b"));
  inTurn(() => {
    throw new Error("one chart");
  });
  inTurn(() => done.push("d"));
  takeBack();
  await soon();
  process.off("uncaughtException", hear);
  expect(done).toEqual(["a", "d"]);
});
