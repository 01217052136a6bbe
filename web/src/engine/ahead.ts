// Workbooks that wait for the engine are unpacked meanwhile, in workers beside it.
import type { FromWorker, LoadProgress } from "./protocol";
import type { Port } from "./queue";
import type { Unpacked } from "./unpack/whole";

/** A file that may be unpacked before its turn. */
export interface Advance {
  /** When the turn has come: what was unpacked, or is about to be; null when it is to be read as it is. */
  claim(): Promise<Unpacked | null> | null;
  drop(): void;
}

interface Wish {
  file: File;
  say: (progress: LoadProgress) => void;
  /** Set while a worker is at it and after; resolves to null when it could not. */
  unpacked: Promise<Unpacked | null> | null;
  /** Ends the worker that is at it. */
  stop: () => void;
}

/**
 * Of smaller ones a worker would be started for less than it takes to start; a larger one takes some hundred megabytes
 * while it is unpacked, which is enough once.
 * Of a compressed text the browser's own work, of a plain one handing out its bytes, is what takes the time: no worker
 * gains there (`npm run bench -- --only packed`). Told by name: whichever way a file is read, the same comes of it.
 */
const pays = ({ name, size }: File) => /\.xlsx$/i.test(name) && size >= 64e3 && size <= 8e6;

/** How many packed bytes may lie unpacked; tables unpack to five to ten times as much. */
const mostUnpacked = 32e6;

/**
 * The engine's worker reads files in their order, and helpers unpack the last ones first: they meet in the middle, and
 * nobody waits but for the file at which they meet.
 */
export class Ahead {
  private waiting: Wish[] = [];
  private helpers = 0;
  private held = 0;

  /** `most` helpers at a time. */
  constructor(
    private readonly spawn: () => Promise<Port>,
    private readonly most: number,
  ) {}

  expect(file: File, say: (progress: LoadProgress) => void): Advance {
    const wish: Wish = { file, say, unpacked: null, stop: () => undefined };
    if (this.most > 0 && pays(file)) {
      this.waiting.push(wish);
      // Files that are dropped together are expected one after another: the last of them comes first.
      queueMicrotask(() => this.start());
    }
    return { claim: () => this.claim(wish), drop: () => this.drop(wish) };
  }

  private claim(wish: Wish): Promise<Unpacked | null> | null {
    this.waiting = this.waiting.filter((other) => other !== wish);
    return wish.unpacked;
  }

  private drop(wish: Wish): void {
    this.waiting = this.waiting.filter((other) => other !== wish);
    wish.stop();
    if (wish.unpacked) this.held -= wish.file.size;
    wish.unpacked = null;
    this.start();
  }

  private start(): void {
    while (this.helpers < Math.min(this.most, this.waiting.length) && this.held < mostUnpacked) {
      this.helpers++;
      void this.help();
    }
  }

  /** One worker, for as long as files wait. */
  private async help(): Promise<void> {
    const port = await this.spawn().catch(() => null);
    while (port && this.held < mostUnpacked) {
      const wish = this.waiting.pop();
      if (!wish) break;
      this.held += wish.file.size;
      if (!(await this.unpack(port, wish))) break;
    }
    port?.terminate();
    this.helpers--;
    if (port) this.start();
  }

  /** Resolves to whether the worker can go on; one that ended at a file leaves it to the engine. */
  private unpack(port: Port, wish: Wish): Promise<boolean> {
    return new Promise((over) => {
      wish.unpacked = new Promise((resolve) => {
        const end = (value: Unpacked | null, goesOn: boolean) => {
          wish.stop = () => undefined;
          resolve(value);
          over(goesOn);
        };
        wish.stop = () => end(null, false);
        port.onmessage = ({ data }: MessageEvent<FromWorker>) => {
          if (data.kind === "progress" && "bytes" in data.progress) wish.say(data.progress);
          else if (data.kind === "done") end(data.value as Unpacked | null, true);
          else if (data.kind === "failed") end(null, true);
        };
        port.onerror = (event) => {
          event.preventDefault();
          end(null, false);
        };
        port.postMessage({ kind: "call", id: 0, call: { name: "unpack", file: wish.file } });
      });
    });
  }
}
