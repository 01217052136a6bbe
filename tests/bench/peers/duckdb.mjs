// DuckDB native: read_csv into a table of a database in memory, with all the threads it likes.
import { DuckDBInstance } from "@duckdb/node-api";
import { serveLines } from "./lines.mjs";

const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();

await serveLines(async (path) => {
  const literal = path.replaceAll("'", "''");
  await connection.run(`CREATE OR REPLACE TABLE adset_weeks AS SELECT * FROM read_csv('${literal}')`);
  const answer = await connection.runAndReadAll("SELECT count(*)::INTEGER FROM adset_weeks");
  return { rows: answer.getRows()[0][0] };
});
