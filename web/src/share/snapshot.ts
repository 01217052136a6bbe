// What a link or a project file holds, and the reading of it from anything: nothing but what is written here gets through.
import type { Column, Notice, Scalar } from "../engine/types";
import type { DataUsed } from "../state/data-used";
import type { Scenario } from "../state/scenarios";
import { parseIsoDay } from "../ui/format";

export interface Frame {
  rows: number;
  columns: Record<string, Column>;
}

export interface Snapshot {
  analysis: string;
  /** The build that made it. */
  engine: string;
  grade: string;
  currency: string;
  /** What the sender calls it and says of it. */
  title: string;
  text: string;
  /** As they were in force; with `inputs`, those that differ from their defaults. */
  params: Record<string, unknown>;
  data: DataUsed[];
  hidden: { names: boolean; money: boolean };
  /** What was shown, rounded to what was shown. */
  result: { scalars: Record<string, Scalar>; tables: Record<string, Frame>; notices: Notice[] } | null;
  /** The columns that the analysis reads, by input and role, so that the reader can change parameters. */
  inputs: Record<string, Frame[]> | null;
  /** Other parameters to try on the inputs, under names. */
  scenarios?: Omit<Scenario, "id">[];
}

/** Why a link or a file is not opened, in words for the person who tries to. */
export class Refused extends Error {
  constructor(
    readonly code: "damaged" | "newer" | "passphrase" | "too_large" | "not_ours" | "no_crypto",
    message: string,
    readonly remedy: string,
  ) {
    super(message);
    this.name = "Refused";
  }
}

export const damaged = () =>
  new Refused(
    "damaged",
    "This link or file is damaged: a part of it is missing or was changed on the way.",
    "Ask for it again; chat and mail programs sometimes cut long links.",
  );

type Json = Record<string, unknown>;
type Read<T> = (value: unknown) => T;

const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const text: Read<string> = (value) => {
  if (typeof value !== "string") throw damaged();
  return value;
};
export const flag: Read<boolean> = (value) => {
  if (value !== 0 && value !== 1) throw damaged();
  return value === 1;
};
export const count: Read<number> = (value) => {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw damaged();
  return value;
};
export const record: Read<Json> = (value) => {
  if (!isRecord(value)) throw damaged();
  return value;
};
export const list =
  <T>(read: Read<T>): Read<T[]> =>
  (value) => {
    if (!Array.isArray(value)) throw damaged();
    return value.map(read);
  };

/** Names that would reach an object's prototype never become keys. */
export function recordOf<T>(read: Read<T>): Read<Record<string, T>> {
  return (value) =>
    Object.fromEntries(
      Object.entries(record(value)).map(([name, entry]) => {
        if (name === "__proto__" || name === "constructor" || name === "prototype") throw damaged();
        return [name, read(entry)];
      }),
    );
}

const scalar: Read<Scalar> = (value) => {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw damaged();
};

const number: Read<number> = (value) => {
  if (typeof value !== "number") throw damaged();
  return value;
};

export const scalars = recordOf(scalar);

/** A parameter is a value, a list or a record of such, not deeper than parameters are. */
function parameter(value: unknown, depth = 0): unknown {
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value;
  if (depth > 3) throw damaged();
  if (Array.isArray(value)) return value.map((entry) => parameter(entry, depth + 1));
  return recordOf((entry) => parameter(entry, depth + 1))(value);
}

export const params = recordOf((value) => parameter(value));

const day: Read<string> = (value) => {
  const iso = text(value);
  if (Number.isNaN(parseIsoDay(iso))) throw damaged();
  return iso;
};

export const dataNote: Read<DataUsed> = (value) => {
  const { n, r, f, t } = record(value);
  return { name: text(n), rows: count(r), period: f === undefined ? null : { from: day(f), to: day(t) } };
};

export const notice: Read<Notice> = (value) => {
  const { c, w, n, t } = record(value);
  return {
    code: text(c),
    severity: flag(w) ? "warning" : "info",
    numbers: recordOf(number)(n),
    texts: recordOf(text)(t),
  };
};
