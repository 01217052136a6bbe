// The keyboard map, as `?` shows it.
import { useEffect, useRef } from "preact/hooks";
import type { Key } from "../state/keys";
import { IconButton } from "../ui/layout";

const inTables = [
  { keys: "Arrows", does: "Move in a table" },
  { keys: "Enter", does: "Open the row" },
];

export function KeyMap({ keys, onClose }: { keys: Key[]; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="keymap-title" onClose={onClose}>
      <div class="dialog-head">
        <h2 id="keymap-title">Keyboard</h2>
        <IconButton icon="close" label="Close" onClick={() => dialog.current?.close()} />
      </div>
      <dl class="dialog-body facts">
        {[...keys, ...inTables].map(({ keys: names, does }) => [
          <dt key={names}>
            {names.split(" ").map((name) => (
              <kbd key={name} class="kbd">
                {name}
              </kbd>
            ))}
          </dt>,
          <dd key={`${names} does`}>{does}</dd>,
        ])}
      </dl>
    </dialog>
  );
}
