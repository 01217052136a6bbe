// A button with an optional icon; the plain element does the rest.
import type { ButtonHTMLAttributes, ComponentChildren, Ref } from "preact";
import { Icon, type IconName } from "./Icon";

interface ButtonProps extends Omit<ButtonHTMLAttributes, "icon"> {
  kind?: "plain" | "primary" | "quiet" | "danger";
  icon?: IconName;
  ref?: Ref<HTMLButtonElement>;
  children?: ComponentChildren;
}

export function Button({ kind = "plain", icon, children, class: extra, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} class={`button button-${kind} ${extra ?? ""}`}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes, "icon" | "label"> {
  icon: IconName;
  label: string;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon, label, class: extra, ...rest }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} {...rest} class={`icon-button ${extra ?? ""}`}>
      <Icon name={icon} />
    </button>
  );
}
