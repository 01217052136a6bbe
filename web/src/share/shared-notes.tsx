// What stands over a shared report: where it came from, what its sender said, and how to unlock it.
import { useState } from "preact/hooks";
import type { EngineError } from "../engine/types";
import { href } from "../state/route";
import { Button, ErrorBox, Icon } from "../ui/layout";
import type { Opened } from "./opening";

export function ReadingBanner({ opened, fromFile }: { opened: Opened; fromFile: boolean }) {
  const { snapshot, isLive } = opened;
  const { names, money } = snapshot.hidden;
  return (
    <section class="reading-banner" aria-label="Shared report">
      <Icon name="lock" />
      <div class="grow">
        {snapshot.title && <h2>{snapshot.title}</h2>}
        {snapshot.text && <p class="reading-text">{snapshot.text}</p>}
        <p class="muted small">
          {fromFile ? "This report came from a file that you opened." : "This report is in the link itself."} Its data
          was not sent to anyone: this page computes and draws it on your device.{" "}
          {isLive
            ? "You can change its parameters."
            : "It shows the result; changing parameters needs the data behind it."}
          {names && " Names were left out by the sender."}
          {money && " Money was left out by the sender: amounts are relative to the largest total, which is 100."}
        </p>
      </div>
      <a class="button" href={href("data")}>
        Use your own data
      </a>
    </section>
  );
}

export function Unlock({ wrong, onPassphrase }: { wrong: EngineError | null; onPassphrase: (text: string) => void }) {
  const [typed, setTyped] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    if (typed !== "") onPassphrase(typed);
  };
  return (
    <form class="stack unlock" onSubmit={submit}>
      <h1>This report is locked</h1>
      <p>Whoever sent it can tell you the passphrase. It is used on this device only.</p>
      {wrong && <ErrorBox error={wrong} />}
      <label class="share-field">
        Passphrase
        <input
          class="input"
          type="password"
          autoComplete="off"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <div>
        <Button kind="primary" type="submit">
          Open
        </Button>
      </div>
    </form>
  );
}
