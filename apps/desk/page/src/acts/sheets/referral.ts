import { laterWords } from "@temwen/casework";
import type { ForumBasis, ForumObstacle } from "@temwen/mission-pack/words";
import { findLanguage } from "@temwen/words";
import { deskWords } from "@temwen/words/desk";
import type { CaseView } from "../../../../keeper/src/views.ts";
import { language, mission } from "../../desk-state.ts";
import { findForum, forumName } from "../../referrals/forums.ts";
import { type Asking, textIn } from "../asked.ts";
import { choice, several } from "../asks/choose.tsx";
import { known } from "../asks/known.tsx";
import {
  beyond,
  cameBy,
  letterLanguage,
  military,
  preparedDigest,
  received,
  waiver,
  whichObstacle,
  whichReferral,
} from "../asks/referral.tsx";
import { day } from "../asks/when.tsx";
import { whichForum, wordsOfForum } from "../asks/which-forum.tsx";
import type { SheetsOf } from "../sheet.ts";
import { wordKinds } from "../word-kinds.ts";

const listed = ({ referrals }: CaseView) => referrals?.referrals ?? [];
const unconfirmed = ({ referrals }: CaseView) => (referrals?.overrides ?? []).filter((one) => !one.isConfirmed);
const needsOverride = ({ consent, withdrawalAsked }: CaseView): boolean => consent !== "court" || withdrawalAsked;

/** In the person's language, until somebody writes it otherwise. */
function suggestTold({ view, written }: Asking): string {
  const spoken = findLanguage(view.story?.language) ?? language.value;
  const name = findForum(textIn(written, "forum"))?.name;
  return name === undefined ? "" : deskWords[spoken].toldReferred({ forum: name });
}

/** Where a case goes before a body outside the office, and what that body answers (docs/specs/referrals.md). */
export const referralSheets: SheetsOf<
  "propose-override" | "confirm-override" | "refer-case" | "record-referral-answer" | "propose-token" | "confirm-token"
> = {
  "refer-case": {
    group: "referral",
    icon: "next",
    asks: {
      number: known(({ view }) => listed(view).length + 1),
      forum: whichForum("ask.forum", { orNone: false }),
      beyond,
      basis: wordsOfForum<ForumBasis>("basis", { label: "ask.basis", least: 1 }),
      obstacle: wordsOfForum<ForumObstacle>("obstacle", {
        label: "ask.obstacle",
        hint: "ask.obstacleHint",
        least: 0,
      }),
      military,
      asks: several({ label: "ask.asks", ids: laterWords.asks, called: wordKinds.asks, least: 1 }),
      waiver,
      due: day({ label: "ask.answerDue", inDays: () => mission.value?.answerDays ?? 60 }),
      language: letterLanguage,
      fallback: whichForum("ask.fallback", { orNone: true }),
      dossier: preparedDigest("ask.dossier"),
      receipt: preparedDigest(),
    },
    text: { label: "text.grounds", hint: "explanationHint" },
    told: { label: "told.referral", hint: "told.referralHint", suggest: suggestTold },
  },
  "record-referral-answer": {
    group: "referral",
    icon: "message",
    asks: {
      referral: whichReferral(),
      received,
      cameBy,
      answered: choice({ label: "ask.answered", ids: laterWords.answered, called: wordKinds.answered }),
      obstacle: whichObstacle,
      on: day({ label: "ask.answeredOn", inDays: 0 }),
    },
    isOffered: (view) => listed(view).length > 0,
    text: { label: "text.answerSays", hint: "explanationHint" },
  },
  "propose-override": {
    group: "referral",
    icon: "alarm",
    asks: {
      forum: whichForum("ask.forum", { orNone: false }),
      beyond: choice({
        label: "ask.beyondWhy",
        ids: laterWords.beyond.filter((id) => id !== "none"),
        called: wordKinds.beyond,
      }),
    },
    isOffered: needsOverride,
  },
  "confirm-override": {
    group: "referral",
    icon: "check",
    asks: {
      forum: choice({
        label: "ask.forum",
        ids: (view) => unconfirmed(view).map((one) => one.forum),
        called: forumName,
      }),
    },
    isOffered: (view) => unconfirmed(view).length > 0,
  },
  "propose-token": {
    group: "referral",
    icon: "pen",
    asks: { referral: whichReferral((one) => one.answers.length > 0 && one.token !== "said") },
    isOffered: (view) => listed(view).some((one) => one.answers.length > 0 && one.token !== "said"),
    text: { label: "text.token", hint: "explanationHint" },
  },
  "confirm-token": {
    group: "referral",
    icon: "check",
    asks: { referral: whichReferral((one) => one.token === "proposed") },
    isOffered: (view) => listed(view).some((one) => one.token === "proposed"),
  },
};
