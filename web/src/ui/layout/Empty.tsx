// An empty state that teaches: what would be here and how to get it.
import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./Icon";

interface EmptyProps {
  title: string;
  icon?: IconName;
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

export function Empty({ title, icon, actions, children }: EmptyProps) {
  return (
    <section class="empty">
      {icon && <Icon name={icon} size={28} />}
      <h2>{title}</h2>
      {children && <div class="empty-text">{children}</div>}
      {actions && <div class="row-wrap">{actions}</div>}
    </section>
  );
}
