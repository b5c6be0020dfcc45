import type { ComponentChildren } from "preact";

export type TimelineEntry = {
  readonly key: string;
  /** Who acted: the office (filled mark), the person or the system (ring), or something is wrong (diamond). */
  readonly kind: "office" | "person" | "system" | "alarm";
  readonly what: ComponentChildren;
  readonly when?: ComponentChildren;
  /** Words somebody wrote, shown as they stand. */
  readonly said?: ComponentChildren;
};

/** What happened, oldest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline">
      {entries.map(({ key, kind, what, when, said }) => (
        <li key={key} class={kind}>
          <p>{what}</p>
          {when && <p class="hint">{when}</p>}
          {said !== undefined && (
            <p class="said" dir="auto">
              {said}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
