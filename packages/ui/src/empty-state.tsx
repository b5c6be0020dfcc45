import type { ComponentChildren } from "preact";

type EmptyStateProps = { readonly title: ComponentChildren; readonly children?: ComponentChildren };

/** Nothing here, and what would make something appear. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children && <p class="hint">{children}</p>}
    </div>
  );
}
