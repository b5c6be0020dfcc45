import type { ComponentChildren, ComponentProps } from "preact";
import { Icon, type IconName } from "./icon.tsx";

export type ButtonLook = "primary" | "quiet" | "plain" | "alarm";

type ButtonProps = Omit<ComponentProps<"button">, "class" | "icon"> & {
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  readonly children: ComponentChildren;
};

/** Something to press. One `primary` on a screen; `alarm` for what cannot be undone. */
export function Button({ look = "quiet", icon, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} class={`button ${look}`} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
