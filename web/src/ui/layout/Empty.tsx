// An empty state that teaches: what would be here and how to get it.
import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./Icon";

interface EmptyProps {
  title: string;
  /** The title is that of the whole page. */
  isPage?: boolean;
  icon?: IconName;
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

export function Empty({ title, isPage, icon, actions, children }: EmptyProps) {
  const As = isPage ? "h1" : "h2";
  return (
    <section class="empty">
      {icon && <Icon name={icon} size={28} />}
      <As>{title}</As>
      {children && <div class="empty-text">{children}</div>}
      {actions && <div class="row-wrap">{actions}</div>}
    </section>
  );
}
