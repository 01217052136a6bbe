// PapaParse inside a worker named "typed" or "texts": the file streamed in chunks, all rows kept, as our columns are.
import Papa from "papaparse";
import { answer } from "./answer.js";

const read = (file) =>
  new Promise((resolve, reject) => {
    const rows = [];
    Papa.parse(file, {
      skipEmptyLines: true,
      dynamicTyping: self.name === "typed",
      chunk: ({ data }) => {
        for (const row of data) rows.push(row);
      },
      complete: () => resolve(rows),
      error: reject,
    });
  });

answer(async (_, { file }) => ({ rows: (await read(file)).length - 1 }));
