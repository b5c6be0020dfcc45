import { laterWords, mayGo } from "@temwen/casework";
import type { CaseView } from "../../../../keeper/src/views.ts";
import { staffName, tellRefusal, words } from "../../say.ts";
import { choice, declaration } from "../asks/choose.tsx";
import { known } from "../asks/known.tsx";
import { staff } from "../asks/staff.ts";
import { ConsentToExamine } from "../opening/consent-to-examine.tsx";
import type { SheetsOf } from "../sheet.ts";
import { wordKinds } from "../word-kinds.ts";

/** A way that a case of its class may not go. */
const isNoWay = (track: (typeof laterWords.track)[number], { assessment }: CaseView): boolean =>
  !mayGo({ class: assessment?.["class"], child: assessment?.["child"] }, track);

/** A case is admitted, given to somebody, taken by them; and whoever has a tie steps back. */
export const admissionSheets: SheetsOf<"admit-case" | "assign-case" | "take-case" | "recuse"> = {
  "admit-case": {
    group: "case",
    icon: "check",
    asks: {
      track: choice({
        label: "ask.track",
        hint: "ask.trackHint",
        ids: laterWords.track,
        called: wordKinds.track,
        isClosed: isNoWay,
        note: (track, view) => (isNoWay(track, view) ? tellRefusal({ code: "track-misfit" }) : undefined),
      }),
    },
    pattern: "admit-case",
    twice: { question: "admitAsk", consequence: "admitLose" },
  },
  "assign-case": {
    group: "case",
    icon: "people",
    asks: {
      to: staff({
        label: "ask.to",
        who: ({ role }) => role === "investigator" || role === "child-protection",
        whyNot: ({ id }, { inquiry }) => (inquiry?.assigned?.to === id ? words().hasItNow : undefined),
      }),
      replaces: known(({ view }) => (view.inquiry?.assigned ? [view.inquiry.assigned.to] : []), {
        label: "ask.replaces",
        called: ([before]) => (before ? staffName(before) : words().nobodyYet),
      }),
    },
    opening: ConsentToExamine,
    twice: { question: "assignAsk", consequence: "grantLose" },
  },
  "take-case": {
    group: "case",
    icon: "case",
    asks: { declares: declaration("no-tie", { label: "ask.declares", sentence: "declares.no-tie" }) },
    opening: ConsentToExamine,
  },
  recuse: {
    group: "case",
    icon: "leave",
    asks: { reason: choice({ label: "reason", ids: laterWords.reason, called: wordKinds.reason }) },
    text: { label: "explanation", hint: "explanationHint" },
    twice: { question: "recuseAsk", consequence: "recuseLose" },
    isLast: true,
  },
};
