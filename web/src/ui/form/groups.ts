// Fields under the headings of their groups, in the order in which they first appear.
import type { Field } from "../types";

export interface Group {
  title: string;
  fields: Field[];
}

export function grouped(fields: Field[]): Group[] {
  const groups = new Map<string, Field[]>();
  for (const field of fields) groups.set(field.group, [...(groups.get(field.group) ?? []), field]);
  return [...groups].map(([title, members]) => ({ title, fields: members }));
}
