// Types of what the build makes: the engine's glue, and files carried inside scripts.

declare module "@build/wasm/engine.mjs" {
  export interface Session {
    catalogue(): string;
    begin_file(name: string, bytes: number, options: string): string;
    stage(bytes: number): number;
    feed(reader: number, bytes: number): string;
    finish_file(reader: number): string;
    abandon_file(reader: number): void;
    remove_table(table: number): void;
    preview(table: number, first: number, count: number): string;
    suits(tables: string): string;
    run(analysis: string, request: string, progress: (fraction: number, phase: string) => void): string;
    explain(analysis: string, request: string, row: string): string;
    f64(k: number): Float64Array;
    i32(k: number): Int32Array;
    csv(table: string): string;
  }

  export interface EngineModule {
    HEAPU8: Uint8Array;
    Session: new () => Session;
  }

  type Instantiated = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

  export type CreateEngine = (args: {
    locateFile: () => string;
    instantiateWasm?: (imports: WebAssembly.Imports, done: Instantiated) => Record<string, never>;
    wasmBinary?: Uint8Array;
    print?: (text: string) => void;
    printErr?: (text: string) => void;
  }) => Promise<EngineModule>;

  const createEngine: CreateEngine;
  export default createEngine;
}

declare module "@build/wasm/reader.mjs" {
  import type { CreateEngine } from "@build/wasm/engine.mjs";

  const createReader: CreateEngine;
  export default createReader;
}

declare module "*?lzma" {
  const text: string;
  export default text;
}
