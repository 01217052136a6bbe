// DuckDB-WASM in a worker of its own: read_csv of a file handle into a table.
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from "@duckdb/duckdb-wasm";
import workerUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import wasmUrl from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import { answer } from "./answer.js";

async function prepare() {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
  await database.instantiate(new URL(wasmUrl, self.location.origin).href);
  return database;
}

answer(async (database, { file }) => {
  await database.registerFileHandle("file.csv", file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const connection = await database.connect();
  try {
    await connection.query("CREATE OR REPLACE TABLE adset_weeks AS SELECT * FROM read_csv('file.csv')");
    const count = await connection.query("SELECT count(*)::INTEGER AS rows FROM adset_weeks");
    return { rows: Number(count.toArray()[0].rows) };
  } finally {
    await connection.query("DROP TABLE IF EXISTS adset_weeks");
    await connection.close();
    await database.dropFile("file.csv");
  }
}, prepare);
