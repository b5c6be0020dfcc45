import { refused } from "@temwen/vocabulary";
import { create, fillWith } from "../page/dom.ts";
import { type Carry, startBringing } from "./bringing.ts";
import type { Host } from "./host.ts";
import { daysKept, dropOld, findKept, type KeptPiece, readPiece } from "./kept.ts";
import { createSay, type EvidenceKey } from "./say.ts";
import { sendPiece } from "./send-piece.ts";
import { shelfOf } from "./shelf.ts";
import { takeTurn } from "./turn.ts";

/**
 * What is left of an earlier opening of the page. Sealed pieces that wait on this phone: it offers to go on sending, or to erase
 * them, and does nothing before. None: it says that it cannot be known here what arrived, and how to add it again.
 */
export async function showLeft(place: HTMLElement, host: Host): Promise<void> {
  const say = createSay(host);
  const old = await dropOld(new Date());
  const kept = await findKept();
  const note = create("div", "", "stack");
  const tell = (key: EvidenceKey): void => {
    fillWith(place, note);
    host.whenSwitched(() => {
      const link = create("a", `${location.host}/reply`) as HTMLAnchorElement;
      link.href = "/reply";
      const again = create("p", `${say("addAgain")} `);
      again.append(link);
      fillWith(note, create("p", say(key, { n: daysKept })), again);
    });
  };
  if (kept.length === 0) return tell(old > 0 ? "keptTooLong" : "leftUnknown");

  const parts = create("div", "", "stack");
  fillWith(place, parts);
  const carriers = kept.map((piece): Carry => {
    return (onArrived, signal) => takeTurn(piece.caseId, () => sendKept(piece, onArrived, signal));
  });
  startBringing(parts, {
    say,
    host,
    label: (piece) => say("fileNumber", { n: piece + 1 }),
    carriers,
    shelf: shelfOf(kept),
    whenErased: () => tell("filesErased"),
  });
}

async function sendKept(piece: KeptPiece, ...how: Parameters<Carry>): ReturnType<Carry> {
  const sealed = await readPiece(piece);
  return sealed ? sendPiece({ ...piece, sealed }, ...how) : refused({ code: "gone" });
}
