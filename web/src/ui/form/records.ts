// Editing records by name, as pure steps.

export type RecordMap = Record<string, Record<string, unknown>>;

export function asRecords(value: unknown): RecordMap {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const records = Object.entries(value).filter(([, record]) => typeof record === "object" && record !== null);
  return Object.fromEntries(records) as RecordMap;
}

/** A value of undefined takes the field out; the record stays, also when it is empty. */
export function putField(records: RecordMap, name: string, field: string, value: unknown): RecordMap {
  const { [field]: _, ...rest } = records[name] ?? {};
  return { ...records, [name]: value === undefined ? rest : { ...rest, [field]: value } };
}

export function dropRecord(records: RecordMap, name: string): RecordMap {
  const { [name]: _, ...rest } = records;
  return rest;
}
