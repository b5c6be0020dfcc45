import type { ComponentChildren } from "preact";

export type DoingState = "past" | "now" | "later";

/** Long work as a few named stages, so that nobody looks at a frozen screen. */
export function Doing({
  stages,
}: {
  readonly stages: readonly { readonly state: DoingState; readonly text: ComponentChildren }[];
}) {
  return (
    <ol class="doing" aria-live="polite">
      {stages.map(({ state, text }, i) => (
        <li key={i} class={state} {...(state === "now" ? { "aria-current": "step" as const } : {})}>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  );
}
