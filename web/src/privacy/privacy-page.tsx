// What leaves this device? Nothing: how the page enforces it, how to check, what the browser keeps.
import { useState } from "preact/hooks";
import { keeping } from "../state/autosave";
import { forgetEverything } from "../state/forget";
import { oneFile } from "../state/one-file";
import { download } from "../ui/download";
import { Button } from "../ui/layout";
import { SelfTest } from "./self-test-view";

function policyInForce(): string {
  return document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content ?? "";
}

const checks = [
  "Press the button below: the page tries to send something by every way there is, and shows what the browser did.",
  "Open the browser's developer tools (F12), choose the Network tab, then use the page: drop files, run an analysis, download a table. No line is added.",
  "Disconnect from the network after the page has loaded. Everything goes on working.",
  "Read the policy: it stands in the page's source, in the first lines.",
];

function Enforced({ policy }: { policy: string }) {
  return (
    <>
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
        A policy cannot stop a page from moving to another address, opening windows, or calling by WebRTC. The page
        itself does: no link, form or script leads away from it, it makes no frames and windows, and takes WebRTC away
        before anything else runs. In older browsers a page cannot stop a script that moves it; there it rests on the
        policy alone, which admits no script but the page's own.
      </p>
      <p>
        What nothing here can stop is what happens outside the page: an address that you type, a browser extension that
        reads pages, this device itself. And the host that the page came from knows that it was asked for it, as every
        host does; the single file below has no host.
      </p>
    </>
  );
}

function OneFile() {
  const [said, setSaid] = useState("");
  const save = () => {
    oneFile(null).then(
      (file) => download("outlay.html", file),
      () => setSaid("This could not be made: the page's own files are not all there. Reload it, then try again."),
    );
  };
  return (
    <>
      <h2>Without any host</h2>
      <p>
        All of Outlay fits into one HTML file that runs from your disk, with the network off. It is put together here;
        nothing is fetched.
      </p>
      <div class="row">
        <Button icon="download" onClick={save}>
          Save Outlay as one file
        </Button>
        <span role="status">{said}</span>
      </div>
    </>
  );
}

const kept: Partial<Record<(typeof keeping)["value"]["state"], string>> = {
  off: "This browser keeps nothing now.",
  elsewhere: "Another tab of Outlay keeps your work; this one keeps its settings only.",
  problem: "This browser could not keep all of it.",
};

function Kept() {
  const [said, setSaid] = useState("");
  const forget = async () => {
    const isGone = await forgetEverything();
    setSaid(
      isGone
        ? "Done: files closed, saved work, settings and offline copy removed. Until it is opened again the page keeps nothing."
        : "Files closed and settings removed; the browser held on to a part. Close other tabs of Outlay and press again.",
    );
  };
  return (
    <>
      <h2>What this browser keeps</h2>
      <p>
        On this device only, so that a reload or a crash loses nothing: the files that are open, the page you were on,
        parameters and scenarios, column mappings, currency and theme; and Outlay's own files, so that it opens without
        a network. No cookie. {kept[keeping.value.state]}
      </p>
      <div class="row">
        <Button kind="danger" onClick={() => void forget()}>
          Forget everything
        </Button>
        <span role="status" class="muted">
          {said}
        </span>
      </div>
    </>
  );
}

export function PrivacyPage() {
  const policy = policyInForce();
  return (
    <article class="prose">
      <h1>What leaves this device? Nothing.</h1>
      <p>
        Your files are read by the page itself: the engine is compiled into it and runs in this browser. There is no
        server that could receive them, no account, no analytics, no cookie.
      </p>
      <Enforced policy={policy} />
      <h2>How to check</h2>
      <ol>
        {checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ol>
      {policy && <SelfTest />}
      <Kept />
      <OneFile />
    </article>
  );
}
