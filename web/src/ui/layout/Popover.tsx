// A small surface next to the thing it belongs to; it closes by Esc, by leaving it, or by its own buttons.
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useEscape } from "./escape";
import { useFocusInside } from "./focus";

interface PopoverProps {
  anchor: HTMLElement;
  label: string;
  role?: "dialog" | "menu";
  align?: "start" | "end";
  onClose: () => void;
  children: ComponentChildren;
}

const margin = 8;

function placeOf(anchor: DOMRect, own: DOMRect, align: "start" | "end") {
  const wanted = align === "end" ? anchor.right - own.width : anchor.left;
  const left = Math.max(margin, Math.min(wanted, window.innerWidth - own.width - margin));
  const below = anchor.bottom + 4;
  const fits = below + own.height <= window.innerHeight - margin;
  const top = fits ? below : Math.max(margin, Math.min(below, window.innerHeight - own.height - margin));
  return { left: `${Math.round(left)}px`, top: `${Math.round(top)}px` };
}

export function Popover({ anchor, label, role = "dialog", align = "start", onClose, children }: PopoverProps) {
  const root = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: "0px", top: "0px" });
  useEscape(true, onClose);
  useLayoutEffect(() => {
    const update = () => {
      if (root.current) setPlace(placeOf(anchor.getBoundingClientRect(), root.current.getBoundingClientRect(), align));
    };
    update();
    window.addEventListener("scroll", update, true);
    window.addEventListener("resize", update);
    return () => {
      window.removeEventListener("scroll", update, true);
      window.removeEventListener("resize", update);
    };
  }, [anchor, align]);
  useFocusInside(root, true);
  useEffect(() => {
    const leave = (event: PointerEvent) => {
      const target = event.target;
      if (target instanceof Node && !root.current?.contains(target) && !anchor.contains(target)) onClose();
    };
    document.addEventListener("pointerdown", leave, true);
    return () => document.removeEventListener("pointerdown", leave, true);
  }, [anchor, onClose]);
  return (
    <div ref={root} class="popover" {...{ role, "aria-label": label }} tabIndex={-1} style={place}>
      {children}
    </div>
  );
}
