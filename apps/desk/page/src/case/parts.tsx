import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { jumpTo } from "../keys/shortcuts.ts";
import { words } from "../say.ts";

type Part = { readonly id: string; readonly text: string };

/** The parts of a long case, to go to one at once: read off the screen, so that none is missing or called otherwise. */
export function Parts({ within }: { readonly within: { readonly current: HTMLElement | null } }) {
  const parts = useSignal<readonly Part[]>([]);
  useLayoutEffect(() => {
    const found = [...(within.current?.querySelectorAll("h2[id]") ?? [])].map(({ id, textContent }) => ({
      id,
      text: textContent ?? "",
    }));
    // Only what differs is drawn again: this is looked at after each drawing.
    if (JSON.stringify(found) !== JSON.stringify(parts.value)) parts.value = found;
  });
  if (parts.value.length < 2) return null;
  return (
    <details class="earlier parts">
      <summary>{words().caseParts}</summary>
      <ul>
        {parts.value.map(({ id, text }) => (
          <li key={id}>
            <button type="button" class="link" onClick={() => jumpTo(id)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
