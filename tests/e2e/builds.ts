// Both builds of the page as a test meets them: the site from a host of its own that notes what it is asked, the file from a disk.
import type { Server } from "node:http";
import { fileURLToPath, pathToFileURL } from "node:url";
import { serve } from "../../scripts/serve.mjs";

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const siteFolder = here("build/site");
export const singlePath = here("build/single/outlay.html");

export interface Host {
  address: string;
  /** Paths that were asked for, in order. */
  asked: string[];
  close: () => Promise<void>;
}

const closed = (server: Server) =>
  new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });

export async function host(folder = siteFolder, port = 43_000, how = {}): Promise<Host> {
  const { server, address } = await serve(folder, port, how);
  const asked: string[] = [];
  server.on("request", ({ url = "" }: { url?: string }) => asked.push(url));
  return { address, asked, close: () => closed(server) };
}

/** A build to open: what it has been asked for stays empty for the file, which has no host. */
export async function opened(build: Place): Promise<Host> {
  if (build === "site") return host();
  if (build === "plain site") return host(siteFolder, 43_000, { header: false });
  return { address: pathToFileURL(singlePath).href, asked: [], close: async () => undefined };
}

export const builds = ["site", "file"] as const;
/** On a host that knows nothing of policies, the page's own has to do. */
export const places = ["site", "plain site", "file"] as const;
export type Place = (typeof places)[number];
