import type { ComponentChildren } from "preact";
import { words } from "../say.ts";

/** As many of a list as are read at one glance. */
const shownAtOnce = 3;

/** Entries, the newest first; those before the last few are folded away. `entries` come oldest first, as they happened. */
export function Newest({
  entries,
}: {
  readonly entries: readonly { readonly key: string; readonly entry: ComponentChildren }[];
}) {
  const newest = entries.toReversed();
  const earlier = newest.slice(shownAtOnce);
  const list = (some: typeof newest) => (
    <ul class="entries">
      {some.map(({ key, entry }) => (
        <li key={key}>{entry}</li>
      ))}
    </ul>
  );
  return (
    <>
      {list(newest.slice(0, shownAtOnce))}
      {earlier.length > 0 && (
        <details class="earlier">
          <summary>{words().earlierEntries({ n: earlier.length })}</summary>
          {list(earlier)}
        </details>
      )}
    </>
  );
}
