// What the scripts carry inside them, unpacked: the compiled engine and the worker.
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

/** A worker without an engine, which can only unpack: the same script, so that the page carries no other. */
export async function startHelper(): Promise<Worker> {
  const { default: EngineWorker } = await (isWholeHere ? whole : reader).worker();
  return new EngineWorker();
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

/** The engine as its script carries it, for a page that takes it along. */
export const packedEngine = async (): Promise<string> => (await whole.engine()).default;
