// Serves a built site from localhost with the page's own security policy repeated as a header.
import "./node-version.mjs";
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { isMain, main, root } from "./run.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
};

/** The policy that the page itself states, so that header and page can never differ. */
export function pagePolicy(html) {
  const tag = html.match(/<meta[^>]*http-equiv="?Content-Security-Policy"?[^>]*>/i)?.[0];
  const policy = tag?.match(/content="([^"]+)"/i)?.[1];
  if (policy === undefined) throw new Error("index.html states no Content-Security-Policy");
  return policy.replaceAll("&#39;", "'").replaceAll("&quot;", '"');
}

/** The file that a request path names inside the folder, or null: nothing outside it is ever served. */
export function fileFor(folder, path) {
  let name;
  try {
    name = decodeURIComponent(path.split(/[?#]/, 1)[0]);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
  if (name.includes("\0")) return null;
  const base = resolve(folder);
  const file = resolve(join(base, name.endsWith("/") ? `${name}index.html` : name));
  if (!file.startsWith(base + sep)) return null;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/** The service worker alone may fetch, and that from here only: it keeps the page's own files. */
const workerPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'";

function answer(folder, policy, request, response) {
  const isWorker = request.url.split("?", 1)[0].endsWith("/sw.js");
  if (policy !== null) response.setHeader("Content-Security-Policy", isWorker ? workerPolicy : policy);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Cache-Control", "no-cache");
  if (request.method !== "GET" && request.method !== "HEAD") return response.writeHead(405).end();
  const file = fileFor(folder, request.url);
  if (file === null) return response.writeHead(404, { "Content-Type": types[".txt"] }).end("Not found\n");
  const type = types[extname(file)] ?? "application/octet-stream";
  response.writeHead(200, { "Content-Type": type, "Content-Length": statSync(file).size });
  if (request.method === "HEAD") return response.end();
  return createReadStream(file).pipe(response);
}

/** Listens on 127.0.0.1 at the first free port from `port` on, or at exactly that one; resolves with the address. */
export function serve(folder, port, { exact = false, header = true } = {}) {
  const policy = header ? pagePolicy(readFileSync(join(folder, "index.html"), "utf8")) : null;
  const server = createServer((request, response) => answer(folder, policy, request, response));
  return new Promise((done, failed) => {
    let next = port;
    server.on("error", (error) => {
      if (exact || error.code !== "EADDRINUSE" || next >= port + 100) failed(error);
      else server.listen(++next, "127.0.0.1");
    });
    server.on("listening", () => done({ server, address: `http://127.0.0.1:${server.address().port}/` }));
    server.listen(next, "127.0.0.1");
  });
}

if (isMain(import.meta.url)) {
  main(async () => {
    const words = process.argv.slice(2);
    const at = words.indexOf("--port");
    const port = at < 0 ? "4173" : words.splice(at, 2)[1];
    const { address } = await serve(words[0] ?? join(root, "build", "site"), Number(port), { exact: at >= 0 });
    console.log(address);
  });
}
