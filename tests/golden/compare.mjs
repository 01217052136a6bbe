// Comparing an answer of the engine with what a golden case expects; every difference is a line of text.

const closeEnough = 1e-9;

export function isClose(got, want) {
  if (typeof want !== "number" || typeof got !== "number") return got === want;
  return got === want || Math.abs(got - want) <= closeEnough * Math.max(Math.abs(got), Math.abs(want));
}

/**
 * `expect` is {error} or {scalars, tables, notices}; `readReference(path)` gives rows of a reference CSV as objects, or
 * a reference JSON. With `values` (a reference JSON) an expected "$a/b" stands for its member b of a.
 */
export function differences(answer, expect, readReference) {
  if (expect.error) return errorDifferences(answer.error, expect.error);
  if (answer.error) return [`refused: ${JSON.stringify(answer.error)}`];
  const found = [];
  const values = expect.values ? readReference(expect.values) : {};
  for (const [name, want] of Object.entries(resolved(expect.scalars ?? {}, values))) {
    report(found, `scalar ${name}`, answer.ok.result.scalars[name], want);
  }
  for (const [name, table] of Object.entries(expect.tables ?? {})) {
    const rows =
      "referenceJson" in table
        ? seriesRows(table, readReference)
        : "reference" in table
          ? referenceRows(table, readReference)
          : resolved(table.rows, values);
    compareTable(found, name, answer.ok.result.tables[name], table, rows);
  }
  const codes = answer.ok.notices.map((notice) => notice.code);
  for (const code of expect.notices ?? []) if (!codes.includes(code)) found.push(`no notice ${code}`);
  return found;
}

/** `expect` is {error} or {step: {number: value}}. */
export function explanationDifferences(answer, expect) {
  if (expect.error) return errorDifferences(answer.error, expect.error);
  if (answer.error) return [`refused: ${JSON.stringify(answer.error)}`];
  const found = [];
  for (const [id, numbers] of Object.entries(expect)) {
    const step = answer.ok.steps.find((candidate) => candidate.id === id);
    if (!step) found.push(`no step ${id}`);
    for (const [name, want] of Object.entries(numbers)) {
      report(found, `${id}.${name}`, step?.numbers.find((number) => number.name === name)?.value, want);
    }
  }
  return found;
}

function errorDifferences(error, want) {
  if (!error) return [`was accepted, though ${want.code} was expected`];
  const found = [];
  report(found, "error code", error.code, want.code);
  for (const [key, value] of Object.entries(want.where ?? {})) report(found, `where.${key}`, error.where[key], value);
  if (!error.message || !error.remedy) found.push("the error has no message or no remedy");
  return found;
}

function report(found, what, got, want) {
  if (!isClose(got ?? null, want)) found.push(`${what}: got ${JSON.stringify(got)}, want ${JSON.stringify(want)}`);
}

// A key of several columns is their values with a bar between.
function keysOf(table, key) {
  if (typeof key === "string") return table.columns[key].map(String);
  return table.columns[key[0]].map((_, row) => key.map((column) => table.columns[column][row]).join("|"));
}

function resolved(wanted, values) {
  const member = (path) => path.split("/").reduce((object, name) => object?.[name], values);
  const entries = Object.entries(wanted).map(([name, want]) => {
    if (typeof want === "object" && want !== null) return [name, resolved(want, values)];
    return [name, typeof want === "string" && want.startsWith("$") ? member(want.slice(1)) : want];
  });
  return Object.fromEntries(entries);
}

// `some`: the table may hold more rows than are expected.
function compareTable(found, name, table, { key, some }, rows) {
  const keys = keysOf(table, key);
  const positions = new Map(keys.map((value, row) => [value, row]));
  if (!some && keys.length !== Object.keys(rows).length) {
    found.push(`${name}: ${keys.length} rows, want ${Object.keys(rows).length}`);
  }
  for (const [id, want] of Object.entries(rows)) {
    const row = positions.get(id);
    if (row === undefined) {
      found.push(`${name}: no row ${id}`);
      continue;
    }
    for (const [column, value] of Object.entries(want)) {
      report(found, `${name}.${id}.${column}`, table.columns[column]?.[row], value);
    }
  }
}

// Reference tables have their own column names; a blank or "nan" is missing, and what reads as a number is one.
function referenceRows({ reference, referenceKey, columns }, readReference) {
  const rows = {};
  for (const row of readReference(reference)) {
    const want = {};
    for (const [theirs, ours] of Object.entries(columns)) want[ours] = referenceValue(row[theirs]);
    rows[row[referenceKey]] = want;
  }
  return rows;
}

// A reference in JSON holds one figure by name at each of several places: {"at": [...], "column", "suffix" of the row's key}.
function seriesRows({ referenceJson, series }, readReference) {
  const rows = {};
  for (const { at, column, suffix } of series) {
    const figures = at.reduce((part, step) => part[step], readReference(referenceJson));
    for (const [name, value] of Object.entries(figures)) {
      const key = suffix ? `${name}|${suffix}` : name;
      rows[key] = { ...rows[key], [column]: value };
    }
  }
  return rows;
}

function referenceValue(text) {
  if (text === "" || text.toLowerCase() === "nan") return null;
  return Number.isNaN(Number(text)) ? text : Number(text);
}

/** Whether two answers of two engines agree throughout: every scalar, every cell, every notice or error. */
export function disagreements(a, b, path = "") {
  if (typeof a === "object" && a !== null && typeof b === "object" && b !== null) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    const found = [];
    for (const key of keys) {
      found.push(...disagreements(a[key], b[key], `${path}/${key}`));
      if (found.length > 20) break;
    }
    return found;
  }
  return isClose(a, b) ? [] : [`${path}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`];
}
