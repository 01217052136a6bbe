// Tries to send something by every way a page has, and listens to what the browser's policy says to each.

/** Set aside for examples: were an attempt to get through, it would say nothing to anybody. */
export const target = "https://example.com/outlay-self-test";

export interface Attempt {
  name: string;
  /** refused: the browser named the policy; absent: the page has no such thing; silent: neither sent nor said so. */
  outcome: "refused" | "absent" | "sent" | "silent";
  /** The rule that refused, as the browser names it. */
  rule: string;
}

type Try = (address: string) => unknown;

function shown<T extends HTMLElement>(element: T): void {
  element.hidden = true;
  document.body.append(element);
  setTimeout(() => element.remove(), 500);
}

function postForm(address: string): void {
  const form = Object.assign(document.createElement("form"), { method: "post", action: address, target: "_blank" });
  shown(form);
  form.submit();
}

const linked = (rel: string) => (address: string) =>
  shown(Object.assign(document.createElement("link"), { rel, href: address }));

const inPage: [string, Try][] = [
  ["fetch", (address) => fetch(address, { method: "POST", body: "rows" })],
  [
    "XMLHttpRequest",
    (address) => {
      const request = new XMLHttpRequest();
      request.open("POST", address);
      request.send("rows");
    },
  ],
  ["beacon", (address) => navigator.sendBeacon(address, "rows")],
  ["WebSocket", (address) => new WebSocket(address.replace("https:", "wss:"))],
  ["EventSource", (address) => new EventSource(address)],
  ["image", (address) => shown(Object.assign(new Image(), { src: address }))],
  ["form", postForm],
  ["frame", (address) => shown(Object.assign(document.createElement("iframe"), { src: address }))],
  ["style sheet", linked("stylesheet")],
  ["prefetch", linked("prefetch")],
  ["preconnect", linked("preconnect")],
  // A call that can be made at all is one too many.
  ["WebRTC", () => new RTCPeerConnection() && new Response()],
];

const patience = 1500;

function outcomeOf(name: string, attempt: Try): Promise<Attempt> {
  const address = `${target}?${encodeURIComponent(name)}`;
  return new Promise((resolve) => {
    const over = (outcome: Attempt["outcome"], rule = "") => {
      document.removeEventListener("securitypolicyviolation", hear);
      resolve({ name, outcome, rule });
    };
    const hear = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
      // Of some ways the browser tells the origin alone.
      if (blockedURI.replace(/^wss:/, "https:").startsWith(new URL(target).origin)) over("refused", effectiveDirective);
    };
    document.addEventListener("securitypolicyviolation", hear);
    setTimeout(() => over("silent"), patience);
    try {
      Promise.resolve(attempt(address)).then(
        (answer) => answer instanceof Response && over("sent"),
        () => undefined,
      );
    } catch {
      over("absent");
    }
  });
}

const workerSource = `
addEventListener("securitypolicyviolation", ({ effectiveDirective }) => postMessage(effectiveDirective));
onmessage = ({ data: [way, address] }) => {
  if (way === "fetch") fetch(address).then(() => postMessage(""), () => undefined);
  else try { importScripts(address); postMessage(""); } catch {}
};`;

function outcomeInWorker(way: "fetch" | "importScripts"): Promise<Attempt> {
  const name = `${way} in a worker`;
  const source = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
  const worker = new Worker(source);
  return new Promise<Attempt>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<string>) =>
      resolve({ name, outcome: data ? "refused" : "sent", rule: data });
    setTimeout(() => resolve({ name, outcome: "silent", rule: "" }), patience);
    worker.postMessage([way, `${target}?${way}`]);
  }).finally(() => {
    worker.terminate();
    URL.revokeObjectURL(source);
  });
}

/** One after another, so that each refusal is told of the attempt that it was. */
export async function selfTest(): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const [name, attempt] of inPage) attempts.push(await outcomeOf(name, attempt));
  for (const way of ["fetch", "importScripts"] as const) attempts.push(await outcomeInWorker(way));
  return attempts;
}
