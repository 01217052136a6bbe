// The static server: what it serves, what it never serves, and the policy it sends.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileFor, pagePolicy, serve } from "../../../scripts/serve.mjs";

const outside = mkdtempSync(join(tmpdir(), "outlay-serve-"));
const site = join(outside, "site");
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
let running: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(site, "assets"), { recursive: true });
  writeFileSync(join(outside, "secret.txt"), "secret");
  writeFileSync(join(site, "index.html"), `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
  writeFileSync(join(site, "assets", "app.js"), "1");
  running = await serve(site, 41730);
});

afterAll(() => {
  running.server.close();
  rmSync(outside, { recursive: true });
});

/** Sends a path as it is written: fetch would tidy the dots away. */
function rawGet(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(running.address).port), "127.0.0.1");
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  });
}

test("a file comes with its type, the page's policy and nosniff", async () => {
  const response = await fetch(new URL("assets/app.js?v=1", running.address));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(response.headers.get("content-security-policy")).toBe(policy);
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect((await fetch(running.address)).headers.get("content-type")).toBe("text/html; charset=utf-8");
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/assets/../../secret.txt",
  "/%00",
  "/%ff",
  "/assets",
])("%s is not served", async (path) => {
  const text = await rawGet(path);
  expect(text).toMatch(/^HTTP\/1\.1 404/);
  expect(text).not.toContain("secret\r\n");
  expect(fileFor(site, path)).toBeNull();
});

test("only reading is allowed", async () => {
  expect((await fetch(running.address, { method: "POST" })).status).toBe(405);
});

test("a taken port is stepped over", async () => {
  const second = await serve(site, Number(new URL(running.address).port));
  expect(second.address).not.toBe(running.address);
  second.server.close();
});

test("a page without a policy is refused", () => {
  expect(() => pagePolicy("<html></html>")).toThrow("Content-Security-Policy");
});
