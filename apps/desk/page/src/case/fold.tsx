import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** A section of a long case that folds. On paper it is open: who reads paper cannot unfold it. */
export function Fold({
  id,
  title,
  note,
  isOpen = true,
  children,
}: {
  readonly id: string;
  readonly title: ComponentChildren;
  /** What stands in it, in a few words, also while it is folded. */
  readonly note?: ComponentChildren;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}) {
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => openOnPaper(fold), []);
  return (
    <section aria-labelledby={id}>
      <details class="fold" ref={fold} open={isOpen}>
        <summary>
          <h2 id={id}>{title}</h2>
          {note && <span class="hint">{note}</span>}
        </summary>
        <div class="fold-body">{children}</div>
      </details>
    </section>
  );
}

/** Opens it while it is printed, and folds it again where it was folded. */
function openOnPaper(fold: { readonly current: HTMLDetailsElement | null }): () => void {
  let wasFolded = false;
  const before = () => {
    wasFolded = fold.current?.open === false;
    if (fold.current) fold.current.open = true;
  };
  const after = () => {
    if (wasFolded && fold.current) fold.current.open = false;
  };
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}
