import { laterWords } from "@temwen/casework";
import { Ballot } from "../../panel/ballot.tsx";
import { hasVoted, mayClose, maySit, openSitting } from "../../panel/sitting-now.ts";
import { choice } from "../asks/choose.tsx";
import {
  decides,
  decision,
  findingsOfPanel,
  measuresOfPanel,
  nextNumber,
  openNumber,
  outcome,
  published,
} from "../asks/decision.tsx";
import { wordsOfDecision } from "../asks/decision-words.tsx";
import { measureNumber, publishedReason, wordsOfDelivery } from "../asks/delivery.tsx";
import { shownByEvidence } from "../asks/shown-by.tsx";
import type { SheetsOf } from "../sheet.ts";
import { wordKinds } from "../word-kinds.ts";

/** What the panel does: somebody proposes, each votes, and whoever closes tells the person. */
export const sittingSheets: SheetsOf<
  "propose-decision" | "withdraw-decision" | "close-not-carried" | "cast-vote" | "close-sitting" | "record-delivery"
> = {
  "propose-decision": {
    group: "panel",
    icon: "pen",
    asks: {
      sitting: nextNumber,
      decides,
      findings: findingsOfPanel,
      measures: measuresOfPanel,
      outcome,
      published,
    },
    text: { made: wordsOfDecision },
    isOffered: (view) => (view.panel?.kinds.length ?? 0) > 0 && maySit(view),
  },
  "cast-vote": {
    group: "panel",
    icon: "check",
    asks: {
      sitting: openNumber,
      decision,
      vote: choice({ label: "voteLegend", hint: "voteHint", ids: laterWords.vote, called: wordKinds.vote }),
    },
    opening: Ballot,
    text: { label: "dissentLabel", hint: "dissentHint", isOptional: true },
    twice: { question: "voteAsk", consequence: "voteLose" },
    isOffered: (view) => {
      const sitting = openSitting(view);
      return sitting !== undefined && maySit(view) && !hasVoted(sitting);
    },
  },
  "close-sitting": {
    group: "panel",
    icon: "lock",
    asks: { sitting: openNumber },
    opening: Ballot,
    pattern: (view) => {
      const sitting = openSitting(view);
      return sitting && `close-${sitting.decides}`;
    },
    twice: { question: "closeAsk", consequence: "closeLose" },
    isOffered: mayClose,
  },
  "withdraw-decision": {
    group: "panel",
    icon: "back",
    asks: { sitting: openNumber },
    opening: Ballot,
    twice: { question: "backAsk", consequence: "backLose" },
    isOffered: ({ panel }) => panel?.mayTakeBack === true,
  },
  "close-not-carried": {
    group: "panel",
    icon: "lock",
    asks: { sitting: openNumber },
    opening: Ballot,
    twice: { question: "notCarriedAsk", consequence: "backLose" },
    isOffered: ({ panel }) => panel?.mayCloseNotCarried === true,
  },
  "record-delivery": {
    group: "panel",
    icon: "receipt",
    asks: {
      measure: measureNumber,
      delivered: choice({ label: "becameOf", ids: laterWords.delivered, called: wordKinds.delivered }),
      decidedBy: choice({ label: "decidedBy", ids: laterWords.decidedBy, called: wordKinds.decidedBy }),
      published: publishedReason,
      shownBy: shownByEvidence,
    },
    text: { made: wordsOfDelivery },
    isOffered: ({ panel }) => (panel?.measures.length ?? 0) > 0,
  },
};
