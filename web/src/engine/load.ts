// What the scripts carry inside them, unpacked: the compiled engine, the worker, the sample files.
import type { FromWorker } from "./protocol";
import { decode91 } from "./unpack/base91";
import { unlzmaInSlices } from "./unpack/lzma";

/** Undoes `?lzma`. No request is made: the bytes came with the script. */
const unpack = (text: string) => unlzmaInSlices(decode91(text));

/** A worker and the engine that belongs to it. */
interface Kind {
  worker: () => Promise<{ default: new () => Worker }>;
  engine: () => Promise<{ default: string }>;
  /** The first worker compiles it; one that replaces a cancelled one gets the same module and starts at once. */
  compiled?: WebAssembly.Module;
}

const whole: Kind = {
  worker: () => import("./worker.ts?worker&inline"),
  engine: () => import("@build/wasm/engine.wasm?lzma"),
};

const reader: Kind = {
  worker: () => import("./reader.worker.ts?worker&inline"),
  engine: () => import("@build/wasm/reader.wasm?lzma"),
};

/** What the page is made of is on this device: a single file, or kept by the service worker. */
const isHere = () =>
  import.meta.env.MODE === "single" || Boolean(globalThis.navigator?.serviceWorker?.controller) || import.meta.env.DEV;

let isWholeHere = isHere();

/** Resolves once workers start with the whole engine; rejects when its scripts do not come. */
export async function bringWholeEngine(): Promise<void> {
  await Promise.all([whole.worker(), whole.engine()]);
  isWholeHere = true;
}

/** Started from a blob: address, since only such a worker inherits the page's security policy. */
export async function startWorker(): Promise<Worker> {
  const kind = isWholeHere ? whole : reader;
  const [{ default: EngineWorker }, { default: packed }] = await Promise.all([kind.worker(), kind.engine()]);
  const worker = new EngineWorker();
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === "ready") kind.compiled = data.module;
  });
  worker.postMessage({ kind: "start", engine: kind.compiled ?? packed });
  return worker;
}

/** Whether the engine of the next worker runs analyses. */
export const startsWhole = (): boolean => isWholeHere;

/** The same of a text. */
export const unpackText = async (text: string) => new TextDecoder().decode(await unpack(text));

type Files = Record<string, () => Promise<{ default: string }>>;

const sessions: Files = { "sessions_sample.csv": () => import("@build/sample/sessions.csv?lzma") };
const scoring: Files = { "adset_weeks_sample.csv": () => import("@build/sample/adset_weeks.csv?lzma") };

/** The files of a sample by name, each in a script of its own, fetched but not unpacked; by analysis or by area. */
const samples: Record<string, Files> = {
  scoring,
  impact: {
    "impact_performance_sample.csv": () => import("@build/sample/impact_performance.csv?lzma"),
    "impact_actions_sample.csv": () => import("@build/sample/impact_actions.csv?lzma"),
  },
  budget: { "budget_campaigns_sample.csv": () => import("@build/sample/budget_campaigns.csv?lzma") },
  attribution: { ...sessions, "channel_spend_sample.csv": () => import("@build/sample/channel_spend.csv?lzma") },
  "attribution/sessions": sessions,
};

/** The sample for an analysis: its own, else that of its area, else the first. */
const sampleOf = (analysis: string) => samples[analysis] ?? samples[analysis.split("/")[0] ?? ""] ?? scoring;

export const sampleNames = (analysis: string): string[] => Object.keys(sampleOf(analysis));
export const isSample = (name: string) => Object.values(samples).some((files) => name in files);

/** Fetches the scripts that carry the samples, without unpacking them. */
export const warmSamples = () =>
  Promise.all(Object.values(samples).flatMap((files) => Object.values(files).map((load) => load())));

export function sampleFiles(analysis: string): Promise<File[]> {
  const files = Object.entries(sampleOf(analysis)).map(async ([name, load]) => {
    const { default: text } = await load();
    return new File([await unpack(text)], name, { type: "text/csv" });
  });
  return Promise.all(files);
}

/** All that the scripts carry, as they carry it, under the names of the files: for a page that takes it along. */
export async function carriedParts(): Promise<{ name: string; text: string }[]> {
  const all = [...Object.values(samples), { "engine.wasm": whole.engine }].flatMap((files: Files) =>
    Object.entries(files),
  );
  const parts = all.map(async ([name, load]) => ({
    name: name.replace("_sample.csv", ".csv"),
    text: (await load()).default,
  }));
  return Promise.all(parts);
}
