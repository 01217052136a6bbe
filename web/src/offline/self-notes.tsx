// What the page has to say about itself: a newer version waits, or the work is not kept; quiet while all is well.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type Keeping, keeping } from "../state/autosave";
import { forgotten } from "../state/forgotten";
import type { Problem } from "../state/keeper";
import { files } from "../state/project";
import { Button, Icon } from "../ui/layout";
import { newer } from "./visit";

function Note(props: { icon: "info" | "warning"; children: ComponentChildren; actions?: ComponentChildren }) {
  return (
    <div class="self-note" role="status">
      <Icon name={props.icon} />
      <span class="grow">{props.children}</span>
      {props.actions}
    </div>
  );
}

const problems: Record<Problem, string> = {
  full: "This browser has no room left to keep your files. Everything works until the page is closed; to keep the work, save a project file (Take it away), or free some space.",
  unreadable:
    "A file could not be kept for next time, since it was changed or moved after you opened it. What is open goes on working.",
  refused:
    "This browser does not let the page keep your work. Everything works until the page is closed; to keep it, save a project file (Take it away).",
};

/** Hides until it would say something else. */
function Closable(props: { id: string; icon: "info" | "warning"; children: ComponentChildren }) {
  const [closed, close] = useState("");
  if (closed === props.id) return null;
  return (
    <Note icon={props.icon} actions={<Button onClick={() => close(props.id)}>Understood</Button>}>
      {props.children}
    </Note>
  );
}

function KeepingNote({ now }: { now: Keeping }) {
  if (now.state === "problem") {
    return (
      <Closable id={now.why} icon="warning">
        {problems[now.why]}
      </Closable>
    );
  }
  if (now.state === "off" && !forgotten.value && files.open.value.length > 0) {
    return (
      <Closable id="off" icon="warning">
        {problems.refused}
      </Closable>
    );
  }
  if (now.state === "elsewhere" && files.open.value.length > 0) {
    return (
      <Closable id="elsewhere" icon="info">
        Outlay is open in another tab, which keeps your work. This one works as well, but forgets its files when it is
        closed.
      </Closable>
    );
  }
  if (now.state !== "asking") return null;
  const actions = (
    <>
      <Button kind="primary" onClick={now.again}>
        Open them again
      </Button>
      <Button onClick={now.drop}>Leave them out</Button>
    </>
  );
  return (
    <Note icon="warning" actions={actions}>
      Twice the page ended before your last files were read. They may be too large for this browser.
    </Note>
  );
}

export function SelfNotes() {
  const [isLater, setLater] = useState(false);
  const takeUp = isLater ? null : newer.value;
  return (
    <div class="self-notes">
      {takeUp && (
        <Note
          icon="info"
          actions={
            <>
              <Button kind="primary" onClick={takeUp}>
                Reload now
              </Button>
              <Button onClick={() => setLater(true)}>Later</Button>
            </>
          }
        >
          A newer Outlay is ready. Reloading takes a moment and keeps your work.
        </Note>
      )}
      <KeepingNote now={keeping.value} />
      {forgotten.value === "elsewhere" && (
        <Closable id="forgotten" icon="info">
          Everything was forgotten in another tab. This one keeps nothing until it is opened again.
        </Closable>
      )}
      {forgotten.value === "here" && files.open.value.length > 0 && (
        <Closable id="forgotten here" icon="info">
          Everything was forgotten, and this tab keeps nothing more. To have your work kept again, reload the page and
          drop the files once more.
        </Closable>
      )}
    </div>
  );
}
