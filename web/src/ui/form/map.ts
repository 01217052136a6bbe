// Editing a map of names to numbers, as pure steps.

export type NumberMap = Record<string, number>;

export function asMap(value: unknown): NumberMap {
  if (typeof value !== "object" || value === null) return {};
  const numbers = Object.entries(value).filter((entry): entry is [string, number] => Number.isFinite(entry[1]));
  return Object.fromEntries(numbers);
}

export function put(map: NumberMap, key: string, value: number): NumberMap {
  return { ...map, [key]: value };
}

export function drop(map: NumberMap, key: string): NumberMap {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}

export function freeKeys(map: NumberMap, known: string[]): string[] {
  return known.filter((key) => !Object.hasOwn(map, key));
}

/** The place of an entry as an error names it: "/uplift/Meta", with "~" and "/" escaped. */
export function pointerTo(...parts: string[]): string {
  return parts.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
