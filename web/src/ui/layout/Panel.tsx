// A side panel beside the result: focus goes in, stays in, and returns; Esc closes it.
import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { IconButton } from "./Button";
import { useEscape } from "./escape";
import { useFocusInside } from "./focus";

interface PanelProps {
  title: string;
  open?: boolean;
  onClose: () => void;
  actions?: ComponentChildren;
  footer?: ComponentChildren;
  children: ComponentChildren;
}

function OpenPanel({ title, onClose, actions, footer, children }: PanelProps) {
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  useEscape(true, onClose);
  useFocusInside(root, true);
  return (
    <div ref={root} class="panel" role="dialog" aria-labelledby={id} tabIndex={-1}>
      <header class="panel-head">
        <h2 id={id} class="grow">
          {title}
        </h2>
        {actions}
        <IconButton icon="close" label="Close" onClick={onClose} />
      </header>
      <div class="panel-body">{children}</div>
      {footer && <footer class="panel-foot">{footer}</footer>}
    </div>
  );
}

export function Panel({ open = true, ...rest }: PanelProps) {
  return open ? <OpenPanel {...rest} /> : null;
}
