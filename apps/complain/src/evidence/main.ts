// What `/complain` loads when somebody has something to show: pictures, files, a voice note.
import { create, fillWith } from "../page/dom.ts";
import { type Bringing, type Carry, startBringing } from "./bringing.ts";
import { addItem, type Item, toShown } from "./collection.ts";
import { sayName } from "./describe.ts";
import { startFiles } from "./files.ts";
import type { EvidenceScreen, Host, Shown } from "./host.ts";
import { showLeft } from "./left.ts";
import { drawList, dropPreview } from "./list.ts";
import { createSay } from "./say.ts";
import { sendPiece } from "./send-piece.ts";
import { createShelf, type Shelf } from "./shelf.ts";
import { takeTurn } from "./turn.ts";
import { startVoice } from "./voice.ts";

/** Opens the screen in this place. What is chosen stays in memory and nowhere else. */
export function openEvidence(place: HTMLElement, host: Host): EvidenceScreen {
  const say = createSay(host);
  let items: readonly Item[] = [];
  let shown: readonly Shown[] = [];
  let bringing: Bringing | undefined;
  let shelf: Shelf | undefined;

  const list = create("div");
  const change = (next: readonly Item[]): void => {
    for (const item of items) if (!next.includes(item)) dropPreview(item);
    items = next;
    shown = toShown(items);
    draw();
    host.whenChosen?.(items.length);
  };
  const draw = (): void => drawList(list, say, items, (item) => change(items.filter((other) => other !== item)));
  const add = (item: Item): boolean => {
    const more = addItem(items, item);
    if (more) change(more);
    return more !== undefined;
  };
  const files = create("div", "", "stack");
  const voice = create("div", "", "stack");
  fillWith(place, files, voice, list);
  startFiles(files, { say, host, add, items: () => items });
  const booth = startVoice(voice, { say, host, add });
  host.whenSwitched(draw);

  return {
    shown: () => shown,
    said: () => items.map((item) => sayName(say, item)).join("\n"),
    empty: () => {
      bringing?.stop();
      bringing = undefined;
      shelf = undefined;
      booth.drop();
      change([]);
    },
    keep: async (pieces, then) => {
      shelf ??= createShelf(pieces);
      const isKept = await shelf.keep([...pieces.keys()], () => place.isConnected);
      if (isKept && (await then())) return true;
      await shelf.empty();
      return false;
    },
    settled: () => shelf?.settled() ?? Promise.resolve(),
    bring: (there, pieces) => {
      const named = items.flatMap(({ kind, name, copy }) => [
        { kind, name, isCopy: false },
        ...(copy ? [{ kind, name, isCopy: true }] : []),
      ]);
      // Sealed, and on its way: what could be seen or heard of it is not needed any more.
      booth.drop();
      change([]);
      const label = (piece: number): string => {
        const one = named[piece];
        const name = one ? sayName(say, one) : "";
        return one?.isCopy ? say("copyOf", { name }) : name;
      };
      const carriers = pieces.map((piece): Carry => {
        return (onArrived, signal) => takeTurn(piece.caseId, () => sendPiece(piece, onArrived, signal));
      });
      shelf ??= createShelf(pieces);
      bringing = startBringing(there, { say, host, label, carriers, shelf });
    },
    isBringing: () => bringing?.wouldLose() ?? false,
  };
}

/** Says what is left of an earlier opening of the page. */
export const openLeft = showLeft;
