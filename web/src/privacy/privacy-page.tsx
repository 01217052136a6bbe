// What leaves this device? Nothing: how the page enforces it, how to check, what the browser keeps.
import { useState } from "preact/hooks";
import { forgetEverything } from "../state/project";

function policyInForce(): string {
  return document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content ?? "";
}

const checks = [
  "Open the browser's developer tools (F12), choose the Network tab, then use the page: drop files, run an analysis, download a table. No line is added.",
  "Disconnect from the network after the page has loaded. Everything goes on working.",
  "In the Console tab, try to send something: fetch('https://example.com'). The browser refuses it and names the policy.",
  "Read the policy: it stands in the page's source, in the first lines.",
];

export function PrivacyPage() {
  const policy = policyInForce();
  const [forgotten, setForgotten] = useState(false);
  const forgetAll = () => void forgetEverything().then(() => setForgotten(true));
  return (
    <article class="prose">
      <h1>What leaves this device? Nothing.</h1>
      <p>
        Your files are read by the page itself: the engine is compiled into it and runs in this browser. There is no
        server that could receive them, no account, no analytics, no cookie.
      </p>
      <h2>How it is enforced</h2>
      <p>
        The page carries a security policy that the browser enforces. It forbids every connection: no fetch, no form, no
        WebSocket, no image or script from elsewhere. The engine's worker is under the same policy. Even a mistake in
        Outlay's own code could not send your data by any of these ways.
      </p>
      {policy ? (
        <ul class="policy mono">
          {policy.split("; ").map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      ) : (
        <p class="muted">This is a development build; the policy is part of the built page only.</p>
      )}
      <p>
        Two things no policy can stop: a page that moves to another address, and a WebRTC call. Both would take foreign
        code, and the policy admits no script but the page's own.
      </p>
      <h2>How to check</h2>
      <ol>
        {checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ol>
      <h2>What this browser keeps</h2>
      <p>
        Settings only: parameters, column mappings by the header's fingerprint, currency and theme, in this browser's
        local storage. Never rows of your files.
      </p>
      <div class="row">
        <button type="button" class="button button-danger" onClick={forgetAll}>
          Forget everything
        </button>
        <span role="status" class="muted">
          {forgotten && "Done: files closed, settings removed."}
        </span>
      </div>
    </article>
  );
}
