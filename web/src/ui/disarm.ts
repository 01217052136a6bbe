// Ways to speak to others that no security policy forbids and nothing here uses: taken away before anything else runs.

const ways = ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport", "WebSocketStream", "PresentationRequest"];

for (const way of ways) Object.defineProperty(globalThis, way, { value: undefined });
