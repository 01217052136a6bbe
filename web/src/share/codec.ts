// A snapshot as bytes and back: one part that compresses (facts and names), one that is coded already (cells), a checksum.
import { deflateSync, Inflate } from "fflate";
import type { Notice } from "../engine/types";
import { crc32 } from "../engine/unpack/crc";
import type { DataUsed } from "../state/data-used";
import { type Layout, readColumn, readLayout, writeColumn } from "./columns";
import { upgraded } from "./migrate";
import { frontCoded, frontDecoded, whole } from "./names";
import { readScenarios, writeScenarios } from "./patches";
import { Decoder, Encoder } from "./range";
import {
  count,
  damaged,
  dataNote,
  type Frame,
  flag,
  list,
  notice,
  params,
  Refused,
  record,
  recordOf,
  type Snapshot,
  scalars,
  text,
} from "./snapshot";

/** The version that is written; every earlier one is read. */
export const version = 1;

const mostBytes = 64 * 1024 * 1024;
const mostCells = 4_000_000;
/** Lines of all dictionaries, and what a column costs before its first cell, counted in cells. */
const mostLines = 2_000_000;
const columnCost = 400;

type TableLayout = [rows: number, columns: Layout[]];

/** Texts are numbered over all columns of one name, so that a channel is told once however many tables it is in. */
class Dictionaries {
  private readonly texts = new Map<string, Set<string>>();
  private numbers = new Map<string, Map<string, number>>();

  gather({ columns }: Frame): void {
    for (const [name, column] of Object.entries(columns)) {
      if (column.kind !== "text") continue;
      const known = this.texts.get(name) ?? new Set();
      this.texts.set(name, known);
      for (const code of new Set(column.codes)) {
        const used = column.dictionary[code];
        if (used !== undefined) known.add(whole(used));
      }
    }
  }

  /** Sorted, since neighbours then begin alike. */
  write(): { names: string[]; coded: string[][]; texts: string[] } {
    const sorted = [...this.texts].map(([name, texts]) => [name, [...texts].sort()] as const);
    this.numbers = new Map(sorted.map(([name, texts]) => [name, new Map(texts.map((one, k) => [one, k]))]));
    return {
      names: sorted.map(([name]) => name),
      coded: sorted.map(([, texts]) => frontCoded(texts)),
      texts: sorted.flatMap(([, texts]) => texts),
    };
  }

  numberIn(name: string): (text: string) => number {
    const numbers = this.numbers.get(name);
    return (one) => numbers?.get(whole(one)) ?? 0;
  }
}

function writeFrame(out: Encoder, { rows, columns }: Frame, dictionaries: Dictionaries): TableLayout {
  const layouts = Object.entries(columns).map(([name, column]) =>
    writeColumn(out, name, column, dictionaries.numberIn(name)),
  );
  return [rows, layouts];
}

/** Deflate's blocks for bytes that are to stay as they are, each a header of five bytes before them; others follow. */
function stored(bytes: Uint8Array): Uint8Array[] {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 65_535) {
    const block = bytes.subarray(at, at + 65_535);
    const size = block.length;
    blocks.push(Uint8Array.of(0, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255), block);
  }
  return blocks;
}

export function joined(chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

const integer = (value: number) => Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);

/** The dictionaries of all texts in a snapshot. */
function dictionariesOf({ result, inputs }: Snapshot): Dictionaries {
  const dictionaries = new Dictionaries();
  const frames = [...Object.values(result?.tables ?? {}), ...Object.values(inputs ?? {}).flat()];
  for (const frame of frames) dictionaries.gather(frame);
  return dictionaries;
}

const noticeFacts = ({ code, severity, numbers, texts }: Notice) => ({
  c: code,
  w: severity === "warning" ? 1 : 0,
  n: numbers,
  t: texts,
});

const dataFacts = ({ name, rows, period }: DataUsed) => ({
  n: whole(name),
  r: rows,
  ...(period && { f: period.from, t: period.to }),
});

/** What is told in words; the cells go to `out` on the way. */
function factsOf(snapshot: Snapshot, out: Encoder, dictionaries: Dictionaries, names: string[]) {
  const { result, inputs } = snapshot;
  const layout = (frame: Frame) => writeFrame(out, frame, dictionaries);
  const tables = Object.entries(result?.tables ?? {}).map(([name, frame]) => [name, layout(frame)] as const);
  const given = Object.entries(inputs ?? {}).map(([name, frames]) => [name, frames.map(layout)] as const);
  return {
    a: snapshot.analysis,
    e: snapshot.engine,
    g: snapshot.grade,
    c: snapshot.currency,
    t: whole(snapshot.title),
    x: whole(snapshot.text),
    p: snapshot.params,
    d: snapshot.data.map(dataFacts),
    h: [snapshot.hidden.names ? 1 : 0, snapshot.hidden.money ? 1 : 0],
    k: names,
    ...(result && { s: result.scalars, n: result.notices.map(noticeFacts), r: Object.fromEntries(tables) }),
    ...(inputs && { i: Object.fromEntries(given) }),
  };
}

export function encode(snapshot: Snapshot): Uint8Array<ArrayBuffer> {
  const dictionaries = dictionariesOf(snapshot);
  const { names, coded, texts } = dictionaries.write();
  const out = new Encoder();
  const { scenarios = [], params: shown } = snapshot;
  const header = {
    ...factsOf(snapshot, out, dictionaries, names),
    // A later addition to version 1: who does not know it shows the rest.
    ...(scenarios.length > 0 && { o: writeScenarios(scenarios, shown, texts) }),
  };
  const lines = [JSON.stringify(header), ...coded.flatMap((one) => [...one, ""])];
  const facts = new TextEncoder().encode(lines.join("\n"));
  const cells = out.finish();
  const check = integer(crc32(cells, crc32(facts)));
  // Coded cells would only blur the statistics by which the facts compress: they are stored, in the same stream.
  const first = stored(joined([check, integer(cells.length), cells]));
  return joined([...first, deflateSync(facts, { level: 9, mem: 12 })]);
}

/** Never more than `mostBytes`, whatever a hostile link promises to become. */
function unpacked(bytes: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const inflate = new Inflate((chunk, last) => {
    size += chunk.length;
    if (size > mostBytes)
      throw new Refused(
        "too_large",
        "This link or file is larger than any that Outlay makes.",
        "Ask the sender for it.",
      );
    chunks.push(chunk);
    ended = last;
  });
  try {
    for (let at = 0; at < bytes.length || at === 0; at += 65_536) {
      inflate.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length);
    }
  } catch (thrown) {
    throw thrown instanceof Refused ? thrown : damaged();
  }
  if (!ended) throw damaged();
  return joined(chunks);
}

/** The lines of each dictionary, up to an empty one. */
function readDictionaries(names: string[], lines: string[]): Map<string, string[]> {
  let at = 0;
  return new Map(
    names.map((name) => {
      const end = lines.indexOf("", at);
      if (end < 0) throw damaged();
      const texts = frontDecoded(lines.slice(at, end));
      at = end + 1;
      return [name, texts];
    }),
  );
}

function readFrames(from: Decoder, dictionaries: Map<string, string[]>) {
  let cells = 0;
  return (value: unknown): Frame => {
    const [rows, columns] = list((entry) => entry)(value);
    const layouts = list(readLayout)(columns);
    const length = count(rows);
    // A table without columns has rows all the same, and a column without rows is one: all must come to an end.
    cells += (length + columnCost) * Math.max(1, layouts.length);
    if (cells > mostCells) throw damaged();
    const read = layouts.map((layout) => [
      layout[0],
      readColumn(from, length, layout, dictionaries.get(layout[0]) ?? []),
    ]);
    return { rows: length, columns: recordOf((column) => column)(Object.fromEntries(read)) as Frame["columns"] };
  };
}

function readSnapshot(header: Record<string, unknown>, from: Decoder, dictionaries: Map<string, string[]>): Snapshot {
  const frame = readFrames(from, dictionaries);
  const [names, money] = list(flag)(header.h);
  const result = header.r === undefined ? null : recordOf(frame)(header.r);
  const inputs = header.i === undefined ? null : recordOf(list(frame))(header.i);
  const shown = params(header.p);
  return {
    analysis: text(header.a),
    engine: text(header.e),
    grade: text(header.g),
    currency: text(header.c),
    title: text(header.t),
    text: text(header.x),
    params: shown,
    data: list(dataNote)(header.d),
    hidden: { names: names === true, money: money === true },
    result: result && { scalars: scalars(header.s), tables: result, notices: list(notice)(header.n) },
    inputs,
    ...(header.o !== undefined && { scenarios: readScenarios(header.o, shown, [...dictionaries.values()].flat()) }),
  };
}

function linesOf(facts: Uint8Array): string[] {
  let lines = 1;
  for (let at = facts.indexOf(10); at >= 0; at = facts.indexOf(10, at + 1)) lines += 1;
  if (lines > mostLines) throw damaged();
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(facts).split("\n");
}

/** Reads what `encode` of this or an earlier version wrote. Throws `Refused` for anything else. */
export function decode(bytes: Uint8Array, from = version): Snapshot {
  const all = unpacked(bytes);
  const view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  if (all.length < 8) throw damaged();
  const length = view.getUint32(4);
  // Cells are never compressed again: more of them than there are bytes is nothing that `encode` wrote.
  if (length > Math.min(all.length - 8, bytes.length)) throw damaged();
  const cells = all.subarray(8, 8 + length);
  const facts = all.subarray(8 + length);
  if (view.getUint32(0) !== crc32(cells, crc32(facts))) throw damaged();
  try {
    const lines = linesOf(facts);
    const header = record(upgraded(JSON.parse(lines[0] ?? ""), from, version));
    const dictionaries = readDictionaries(list(text)(header.k), lines.slice(1));
    return readSnapshot(header, new Decoder(cells), dictionaries);
  } catch (thrown) {
    throw thrown instanceof Refused ? thrown : damaged();
  }
}
