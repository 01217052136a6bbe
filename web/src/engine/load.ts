// What the scripts carry inside them, unpacked: the compiled engine, the worker, the sample file.

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

export const sampleName = "adset_weeks_sample.csv";

/** Fetches the script that carries the sample, without unpacking it. */
export const warmSample = () => import("@build/sample/adset_weeks.csv?gzip");

export async function sampleFile(): Promise<File> {
  const { default: base64 } = await warmSample();
  return new File([await unpack(base64)], sampleName, { type: "text/csv" });
}
