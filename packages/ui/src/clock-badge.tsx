import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

export type ClockState = "left" | "soon" | "late" | "met" | "none";

const iconOf: Readonly<Record<ClockState, IconName | undefined>> = {
  left: "clock",
  soon: "clock",
  late: "alarm",
  met: "check",
  none: undefined,
};

/** Time left or lost, in words and in a shape; the colour only repeats them. */
export function ClockBadge({ state, children }: { readonly state: ClockState; readonly children: ComponentChildren }) {
  const icon = iconOf[state];
  return (
    <span class={`clock-badge ${state}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
