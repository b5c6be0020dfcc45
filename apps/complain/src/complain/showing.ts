import type { Parcel } from "@temwen/sealing/seal";
import type { EvidenceScreen, Host, SealedPiece, Shown } from "../evidence/host.ts";
import { loadAnnex } from "../page/annexes.ts";
import { cachesNamed } from "../page/caches.ts";
import { byId, create, onClick, show, tell } from "../page/dom.ts";
import { isEmptied } from "../page/leaving.ts";
import { keepSaid, languageInUse, sayRefusal } from "../page/words.ts";
import { pauseBetween } from "./outbox.ts";

type Evidence = typeof import("../evidence/main.ts");

export type Showing = {
  /** What was chosen to be shown; the same list until something changes. */
  readonly shown: () => readonly Shown[];
  /** What was chosen, a line each. */
  readonly said: () => string;
  readonly forget: () => void;
  /** Brings the sealed pieces of a complaint, once it has arrived. */
  readonly bring: (parcel: Parcel) => void;
  /** Lets its pieces wait on this phone and then does what belongs to it: both, or neither. */
  readonly keep: (parcel: Parcel, then: () => Promise<boolean>) => Promise<boolean>;
  /** When nothing is being put down on the phone any more. */
  readonly settled: () => Promise<unknown>;
  /** Whether a piece has not arrived, may still while the page is open, and would be lost with it. */
  readonly isBringing: () => boolean;
};

const host: Host = { language: languageInUse, whenSwitched: keepSaid, mayKeep: true };

/** Pictures, files and voice: their code is loaded when somebody opens it. */
export function startShowing(): Showing {
  let screen: EvidenceScreen | undefined;
  const door = byId<HTMLButtonElement>("show-open");

  onClick("show-open", async () => {
    door.disabled = true;
    tell("show-wrong", "");
    const loaded = await loadAnnex<Evidence>("evidence");
    door.disabled = false;
    if (!loaded.ok) {
      tell("show-wrong", sayRefusal(loaded.refusal.code));
      return;
    }
    show("show-open", false);
    const place = byId("show-place");
    screen ??= loaded.value.openEvidence(place, {
      ...host,
      // Passing the question would silently take back what was chosen; each thing has its own button for that.
      whenChosen: (count) => show("show-skip", count === 0),
    });
    place.querySelector("button")?.focus();
  });

  return {
    shown: () => screen?.shown() ?? [],
    said: () => screen?.said() ?? "",
    forget: () => screen?.empty(),
    bring: (parcel) => {
      const pieces = piecesOf(parcel);
      if (pieces.length > 0) screen?.bring(byId("bringing"), pieces);
    },
    keep: (parcel, then) => screen?.keep(piecesOf(parcel), then) ?? then(),
    settled: async () => screen?.settled(),
    isBringing: () => screen?.isBringing() ?? false,
  };
}

/**
 * After a reload: offers to go on with the sealed pieces that wait on this phone. Where none does and the receipt was on screen,
 * says what cannot be known. Looks, and leaves nothing behind.
 */
export async function offerLeft(wasReceived: boolean): Promise<void> {
  if (!wasReceived && (await cachesNamed("piece-")).length === 0) return;
  const loaded = await loadAnnex<Evidence>("evidence");
  if (isEmptied()) return;
  // The kept page has this code; another page has a line, or will.
  if (!loaded.ok) setTimeout(() => void offerLeft(wasReceived), pauseBetween);
  else {
    const place = create("div", "", "stack");
    byId("opening").querySelector("h1")?.after(place);
    await loaded.value.openLeft(place, host);
  }
}

function piecesOf({ manifest: { event }, evidence }: Parcel): readonly SealedPiece[] {
  return [...evidence].map(([name, sealed], i) => {
    const digest = event.parts[name]?.digest ?? digestMissing(name);
    return { caseId: event.case, part: i + 1, digest, sealed };
  });
}

function digestMissing(part: string): never {
  throw new Error(`the manifest does not list ${part}`);
}
