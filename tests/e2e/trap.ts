// Another origin, which must never hear of anything: requests, bare connections and datagrams are all noted.
import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";

export interface Trap {
  address: string;
  /** Host and port that also answer to WebRTC, which leaves the loopback interface out. */
  outer: string;
  /** What came: "GET /path", "upgrade /path"; the paths tell who sent it. */
  asked: string[];
  /** Connections that were opened, also those on which nothing was asked. */
  connections: () => number;
  datagrams: () => number;
  close: () => Promise<void>;
}

const outerHost = () =>
  Object.values(networkInterfaces())
    .flat()
    .find((one) => one && one.family === "IPv4" && !one.internal)?.address ?? "127.0.0.1";

/** An empty page for each path that begins with "/page", so that a test can plant where no policy holds. */
const body = (path: string) =>
  path.startsWith("/page") ? "<!doctype html><title>trap</title><body></body>" : "leaked";

export async function trapped(): Promise<Trap> {
  const asked: string[] = [];
  let connections = 0;
  let datagrams = 0;
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "text/html" });
    response.end(body(request.url ?? ""));
  });
  server.on("connection", () => {
    connections += 1;
  });
  server.on("upgrade", (request, socket) => {
    asked.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((ready) => server.listen(0, "0.0.0.0", ready));
  const { port } = server.address() as AddressInfo;
  const udp = createSocket("udp4");
  udp.on("message", () => {
    datagrams += 1;
  });
  await new Promise<void>((ready) => udp.bind(port, "0.0.0.0", ready));
  return {
    address: `http://127.0.0.1:${port}`,
    outer: `${outerHost()}:${port}`,
    asked,
    connections: () => connections,
    datagrams: () => datagrams,
    close: async () => {
      udp.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
