// A button that opens a list of actions, worked by arrows as well as by the mouse.
import { useRef, useState } from "preact/hooks";
import { Button } from "./Button";
import { focusables } from "./focus";
import { Icon, type IconName } from "./Icon";
import { Popover } from "./Popover";

export interface MenuItem {
  label: string;
  /** A heading stands where it differs from that of the item before. */
  group?: string;
  hint?: string;
  icon?: IconName;
  disabled?: boolean;
  onSelect: () => void;
}

interface MenuProps {
  label: string;
  /** Of the button. */
  id?: string;
  icon?: IconName;
  items: MenuItem[];
  kind?: "plain" | "primary" | "quiet";
  align?: "start" | "end";
}

function step(event: KeyboardEvent): void {
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement)) return;
  const all = focusables(list);
  const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
  const targets: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  all.at(target % all.length)?.focus();
}

function Items({ items, onChoose }: { items: MenuItem[]; onChoose: (item: MenuItem) => void }) {
  return (
    <div class="menu" role="none" onKeyDown={step}>
      {items.map((item, index) => [
        item.group && item.group !== items[index - 1]?.group && (
          <p key={item.group} class="menu-group" role="presentation">
            {item.group}
          </p>
        ),
        <button
          key={item.label}
          type="button"
          role="menuitem"
          class="menu-item"
          data-autofocus={index === 0 || undefined}
          disabled={item.disabled}
          onClick={() => onChoose(item)}
        >
          {item.icon && <Icon name={item.icon} />}
          <span class="grow">
            {item.label}
            {item.hint && <span class="menu-hint">{item.hint}</span>}
          </span>
        </button>,
      ])}
    </div>
  );
}

export function Menu({ label, id, icon, items, kind = "plain", align = "end" }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const choose = (item: MenuItem) => {
    setOpen(false);
    item.onSelect();
  };
  return (
    <>
      <Button
        ref={button}
        id={id}
        kind={kind}
        icon={icon}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {label}
        <Icon name="down" size={12} />
      </Button>
      {open && button.current && (
        <Popover anchor={button.current} label={label} role="menu" align={align} onClose={() => setOpen(false)}>
          <Items items={items} onChoose={choose} />
        </Popover>
      )}
    </>
  );
}
