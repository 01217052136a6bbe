// A browser with a profile on disk that a test can kill outright, as a power cut would, and start again.
import { type ChildProcess, spawn } from "node:child_process";
import { type BrowserContext, chromium } from "@playwright/test";

export interface Killable {
  context: BrowserContext;
  /** Ends every process of this browser at once; nothing gets to say goodbye. */
  kill: () => Promise<void>;
}

function devTools(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said += chunk;
      const address = said.match(/DevTools listening on (ws:\S+)/)?.[1];
      if (address) resolve(address);
    });
    child.on("exit", () => reject(new Error(`the browser did not start: ${said.slice(-500)}`)));
  });
}

export async function startKillable(profile: string, executable: string, args: string[]): Promise<Killable> {
  const own = [
    "--headless=new",
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
    "--lang=en-US",
    "about:blank",
  ];
  const child = spawn(executable, [...args, ...own], { stdio: ["ignore", "ignore", "pipe"], detached: true });
  const browser = await chromium.connectOverCDP(await devTools(child));
  const [context] = browser.contexts();
  if (!context || !child.pid) throw new Error("the browser has no window");
  const group = -child.pid;
  const ended = new Promise<void>((done) => child.on("exit", () => done()));
  return {
    context,
    kill: async () => {
      process.kill(group, "SIGKILL");
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}
