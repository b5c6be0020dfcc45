import { openingReasons, stoppingReasons } from "@temwen/casework";
import type { CaseView } from "../../../../keeper/src/views.ts";
import { hasWords } from "../../case/has-words.ts";
import { person } from "../../desk-state.ts";
import { choice } from "../asks/choose.tsx";
import { severalStaff } from "../asks/staff.ts";
import type { SheetsOf } from "../sheet.ts";

/** An opening that may still be stopped, or made. */
const stands = ({ opening, now }: CaseView) =>
  opening !== undefined && !opening.spent && now < opening.until ? opening : undefined;

const isMine = (view: CaseView): boolean => {
  const opening = stands(view);
  const isReader = opening?.readers.some((id) => id === person.value?.me.id) === true;
  return isReader && opening.agreed >= opening.needs && view.now >= opening.from;
};

/** How a story is opened by those who hold its shares; they give theirs on a screen of their own. */
export const openingSheets: SheetsOf<
  "propose-opening" | "confirm-danger" | "agree-opening" | "stop-opening" | "open-escrow"
> = {
  "propose-opening": {
    group: "protection",
    icon: "lock",
    asks: {
      because: choice({ label: "ask.openingBecause", ids: openingReasons, called: "openingBecause" }),
      readers: severalStaff({
        label: "ask.openingReaders",
        hint: "ask.openingReadersHint",
        least: 1,
        who: ({ role }) => role === "intake" || role === "investigator",
      }),
    },
    // Whoever reads the words needs no opening of them.
    isOffered: (view) => stands(view) === undefined && !hasWords(view),
    twice: { question: "proposeOpeningAsk", consequence: "proposeOpeningLose" },
  },
  "confirm-danger": {
    group: "protection",
    icon: "alarm",
    asks: {},
    isOffered: (view) => stands(view)?.because === "life-at-risk" && stands(view)?.confirmedBy === undefined,
    twice: { question: "confirmDangerAsk", consequence: "confirmDangerLose" },
  },
  "stop-opening": {
    group: "protection",
    icon: "shield",
    asks: { because: choice({ label: "ask.stopBecause", ids: stoppingReasons, called: "stopBecause" }) },
    isOffered: (view) => stands(view) !== undefined,
  },
  "open-escrow": {
    group: "protection",
    icon: "key",
    asks: {},
    isOffered: isMine,
    twice: { question: "openEscrowAsk", consequence: "openEscrowLose" },
  },
  "agree-opening": { elsewhere: "the list of those who hold shares" },
};
