import type { ComponentChildren, ComponentProps } from "preact";
import { Icon, type IconName } from "./icon.tsx";

export type NoticeKind = "plain" | "done" | "alarm";

const iconOf: Readonly<Record<NoticeKind, IconName>> = { plain: "shield", done: "check", alarm: "alarm" };

type NoticeProps = Omit<ComponentProps<"div">, "class" | "icon"> & {
  readonly kind?: NoticeKind;
  readonly icon?: IconName;
  readonly children: ComponentChildren;
};

/** A few words that must not be missed. An alarm is read aloud at once where it appears. */
export function Notice({ kind = "plain", icon, children, ...rest }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} {...(kind === "alarm" ? { role: "alert" } : {})} {...rest}>
      <Icon name={icon ?? iconOf[kind]} />
      {children}
    </div>
  );
}
