// What the commands that write samples share: their options, and files written from texts or from lines of any number.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./run.mjs";

export const folder = join(root, "build", "sample");

/** What follows each mention of this option. */
export const options = (name) => process.argv.flatMap((word, at) => (word === name ? [process.argv[at + 1]] : []));

/** The number of rows asked for; null without. */
export function rowLimit() {
  const [rows] = options("--rows");
  if (rows !== undefined && !/^[1-9]\d*$/.test(rows)) {
    throw Object.assign(new Error("--rows takes a whole number above 0"), { plain: true });
  }
  return rows === undefined ? null : Number(rows);
}

/** The texts of a sample by file name, made without a pause. */
export function texts(sample) {
  const steps = sample();
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** `fileOf` names the file for each text of the sample. */
export function writeTexts(sample, fileOf) {
  for (const [name, text] of Object.entries(texts(sample))) {
    const file = fileOf(name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${text.split("\n").length - 2} rows to ${file}`);
  }
}

/** Lines are written as they come: there may be more than memory holds. */
export function writeLines(file, header, lines) {
  mkdirSync(dirname(file), { recursive: true });
  const target = openSync(file, "w");
  let pending = `${header}\n`;
  let count = 0;
  for (const line of lines) {
    count++;
    pending += `${line}\n`;
    if (pending.length > 1 << 20) {
      writeSync(target, pending);
      pending = "";
    }
  }
  writeSync(target, pending);
  closeSync(target);
  console.log(`wrote ${count} rows to ${file}`);
}
