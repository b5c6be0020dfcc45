import { type Courier, createCourier } from "@temwen/courier";
import type { Parcel } from "@temwen/sealing/seal";
import type { Carry, EvidenceScreen, Shown } from "../evidence/host.ts";
import { loadAnnex } from "../page/annexes.ts";
import { byId, onClick, show, tell } from "../page/dom.ts";
import { keepSaid, languageInUse, sayRefusal } from "../page/words.ts";

type Evidence = typeof import("../evidence/main.ts");

export type Showing = {
  /** What was chosen to be shown; the same list until something changes. */
  readonly shown: () => readonly Shown[];
  /** What was chosen, a line each. */
  readonly said: () => string;
  readonly forget: () => void;
  /** Brings the sealed pieces of a complaint that has arrived. */
  readonly bring: (parcel: Parcel) => void;
  /** Whether a piece has not arrived, and may still while the page is open. */
  readonly isBringing: () => boolean;
};

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
      language: languageInUse,
      whenSwitched: keepSaid,
      // Passing the question would silently take back what was chosen; each thing has its own button for that.
      whenChosen: (count) => show("show-skip", count === 0),
    });
    place.querySelector("button")?.focus();
  });

  return {
    shown: () => screen?.shown() ?? [],
    said: () => screen?.said() ?? "",
    forget: () => screen?.empty(),
    bring: ({ manifest: { event }, evidence }) => {
      const carriers = [...evidence].map(
        ([part, sealed]): Carry =>
          (onArrived, signal) => {
            const digest = event.parts[part]?.digest ?? digestMissing(part);
            return openStoppable(signal).sendEvidence(event.case, digest, sealed, onArrived);
          },
      );
      if (carriers.length > 0) screen?.bring(byId("bringing"), carriers);
    },
    isBringing: () => screen?.isBringing() ?? false,
  };
}

/** A courier that drops what it carries when it is told to. It does not wait and try again: the annex does, and says so. */
const openStoppable = (signal: AbortSignal): Courier =>
  createCourier({ base: "", waits: [], fetch: (at, init) => fetch(at, { ...init, signal }) });

function digestMissing(part: string): never {
  throw new Error(`the manifest does not list ${part}`);
}
