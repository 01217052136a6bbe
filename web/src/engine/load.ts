// What the scripts carry inside them, unpacked: the compiled engine, the worker, the sample files.

/** Undoes `?gzip`: base64 to bytes to what was compressed. No request is made: the bytes came with the script. */
async function unpack(base64: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** Compiled once a page; a worker that replaces a cancelled one gets the same module and starts at once. */
export function engineModule(): Promise<WebAssembly.Module> {
  compiled ??= import("@build/wasm/engine.wasm?gzip").then(async (file) =>
    WebAssembly.compile(await unpack(file.default)),
  );
  return compiled;
}

/** Started from a blob: address, since only such a worker inherits the page's security policy. */
export async function startWorker(): Promise<Worker> {
  const [{ default: EngineWorker }, module] = await Promise.all([import("./worker.ts?worker&inline"), engineModule()]);
  const worker = new EngineWorker();
  worker.postMessage({ kind: "start", module });
  return worker;
}

interface SamplePart {
  name: string;
  load: () => Promise<{ default: string }>;
}

const adsetWeeks: SamplePart = {
  name: "adset_weeks_sample.csv",
  load: () => import("@build/sample/adset_weeks.csv?gzip"),
};
const sessions: SamplePart = { name: "sessions_sample.csv", load: () => import("@build/sample/sessions.csv?gzip") };
const channelSpend: SamplePart = {
  name: "channel_spend_sample.csv",
  load: () => import("@build/sample/channel_spend.csv?gzip"),
};

/** The files of the sample by analysis; the adset weeks for every other. */
const samples: Record<string, SamplePart[]> = {
  "attribution/paths": [sessions, channelSpend],
  "attribution/sessions": [sessions],
};
const partsOf = (analysis: string) => samples[analysis] ?? [adsetWeeks];

export const sampleNames = (analysis: string) => partsOf(analysis).map((part) => part.name);
export const isSample = (name: string) => [adsetWeeks, sessions, channelSpend].some((part) => part.name === name);

/** Fetches the scripts that carry the samples, without unpacking them. */
export const warmSample = () => Promise.all([adsetWeeks, sessions, channelSpend].map((part) => part.load()));

export function sampleFiles(analysis: string): Promise<File[]> {
  return Promise.all(
    partsOf(analysis).map(async ({ name, load }) => {
      const { default: base64 } = await load();
      return new File([await unpack(base64)], name, { type: "text/csv" });
    }),
  );
}
