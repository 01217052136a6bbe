// The first rows of a table, fetched from the engine when someone looks.
import { useEffect, useState } from "preact/hooks";
import { EngineFailure, type Preview as Rows } from "../engine/protocol";
import type { TableReport } from "../engine/types";

const shownRows = 12;

export function Preview(props: {
  table: TableReport;
  fetchRows: (table: number, first: number, count: number) => Promise<Rows>;
}) {
  const { table, fetchRows } = props;
  const [rows, setRows] = useState<Rows | null>(null);
  const [failed, setFailed] = useState("");
  useEffect(() => {
    let current = true;
    fetchRows(table.id, 0, shownRows).then(
      (got) => current && setRows(got),
      (thrown) => current && setFailed(thrown instanceof EngineFailure ? thrown.message : String(thrown)),
    );
    return () => {
      current = false;
    };
  }, [table.id, fetchRows]);
  if (failed) return <p class="muted">{failed}</p>;
  if (!rows) return <p class="muted">Fetching rows</p>;
  const numeric = new Set(table.columns.filter((column) => column.type === "number").map((column) => column.name));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroll-x" tabIndex={0} aria-label={`First rows of ${table.name}`}>
      <table class="plain-table preview">
        <thead>
          <tr>
            {rows.columns.map((name) => (
              <th key={name} scope="col" class={numeric.has(name) ? "number" : ""}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, k) => (
                <td key={rows.columns[k]} class={numeric.has(rows.columns[k] ?? "") ? "number" : ""}>
                  {cell ?? <span class="muted">blank</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
