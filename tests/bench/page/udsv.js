// uDSV inside a worker: the file's text stream, rows as typed arrays of values by its own inference.
import { inferSchema, initParser } from "udsv";
import { answer } from "./answer.js";

answer(async (_, { file }) => {
  const stream = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let parser = null;
  for (;;) {
    const { done, value } = await stream.read();
    if (done) break;
    parser ??= initParser(inferSchema(value));
    parser.chunk(value, parser.typedArrs);
  }
  return { rows: parser.end().length };
});
