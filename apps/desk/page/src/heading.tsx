import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** A screen's heading. It takes the focus when the screen appears, so that reader and keyboard start at the top. */
export function Heading({ children }: { readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
