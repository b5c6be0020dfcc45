import { Button, Choice } from "@temwen/ui";
import { useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../say.ts";
import { isListOpen, type KeyPlace, setSingleKeys, shortcuts, singleKeys, useKeys } from "./shortcuts.ts";

/** The list of shortcuts, asked for with `?`. It lies on the page, not over it, and gives the focus back when it goes. */
export function KeyList() {
  useKeys({ "?": () => setListOpen(!isListOpen.value) });
  return isListOpen.value ? <List /> : null;
}

const setListOpen = (isOpen: boolean): void => {
  isListOpen.value = isOpen;
};

const places: readonly KeyPlace[] = ["everywhere", "queue", "case", "act"];

function List() {
  const w = words();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  return (
    <section
      class="key-list"
      aria-labelledby="keys"
      onKeyDown={(event) => event.key === "Escape" && setListOpen(false)}
    >
      <h2 id="keys" tabIndex={-1} ref={heading}>
        {w.keysHead}
      </h2>
      <div class="key-places">
        {places.map((place) => (
          <div key={place}>
            <h3>{w[`keysAt.${place}`]}</h3>
            <dl>
              {shortcuts
                .filter(({ at }) => at === place)
                .map(({ keys, says }) => (
                  <div key={says}>
                    <dt>
                      {keys.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dt>
                    <dd>{w[says]}</dd>
                  </div>
                ))}
            </dl>
          </div>
        ))}
      </div>
      <Choice
        several
        name="single-keys"
        value="on"
        label={w.keysSingle}
        note={w.keysSingleHint}
        checked={singleKeys.value}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
      <div class="row">
        <Button onClick={() => setListOpen(false)}>{w.close}</Button>
      </div>
    </section>
  );
}
