import {
  againstNotCarried,
  againstOutcome,
  againstSettling,
  againstWithdrawal,
  type Deciding,
  isFreeSeat,
  isProposal,
  kindsAt,
  lawfulOrders,
  nameDecision,
  outcomesOf,
  panelOf,
  seatsWithoutKey,
  tallyToClose,
} from "@temwen/casework";
import type { StaffId } from "@temwen/vocabulary";
import { holdsNewestKey } from "../acts/prepare-act.ts";
import { type CaseRoom, hasReadWords } from "../room/case-room.ts";
import { describeMeasures } from "./describe-measures.ts";
import type { PanelView, SittingView, VoteView } from "./panel-views.ts";

type Entry = CaseRoom["stream"]["happened"][number];

/** Words by the name of their part, as far as this person's keys open them. */
export type Texts = ReadonlyMap<string, string>;

/** What the panel has before it; undefined where nothing was ever for it to decide. */
export function describePanel(room: CaseRoom, texts: Texts, deciding: Deciding): PanelView | undefined {
  const { office } = deciding;
  const { theCase, stream } = room;
  const isBefore = "inquiry" in theCase && theCase.inquiry.recommended !== undefined;
  const { sitting, review } = theCase;
  const unsettled = againstSettling(theCase);
  if (!isBefore && !review && !theCase.sittings) return undefined;
  return {
    sittings: listSittings(room, texts),
    nextSitting: (theCase.sittings ?? 0) + 1,
    kinds: sitting ? [] : kindsAt(theCase),
    ...(unsettled && { againstSettling: unsettled }),
    misfits: outcomesOf.closure.filter((outcome) => againstOutcome(findingsIn(theCase), outcome)),
    members: panelOf(theCase, office),
    withoutKey: seatsWithoutKey(theCase, office),
    mayLetIn: mayLetIn(room, deciding),
    ...(sitting && { tally: tallyToClose(sitting, theCase, deciding) }),
    mayTakeBack: sitting !== undefined && !againstWithdrawal(theCase, { sitting: sitting.number }, deciding),
    mayCloseNotCarried: sitting !== undefined && !againstNotCarried(theCase, { sitting: sitting.number }, deciding),
    measures: describeMeasures(stream.happened, texts),
    ...(review && {
      review: {
        askedAt: review.askedAt,
        late: review.late,
        ...(review.decidedAt !== undefined && { decidedAt: review.decidedAt }),
      },
    }),
  };
}

/** What the panel found; nothing before it did. */
const findingsIn = (theCase: CaseRoom["theCase"]) => ("inquiry" in theCase && theCase.inquiry.found) || [];

/** Whether somebody may let in those who decide: by the rules, and with the keys to give. */
function mayLetIn(room: CaseRoom, { actor, office, at }: Deciding): boolean {
  const { theCase } = room;
  const isOrdered = lawfulOrders(theCase, actor, at).some(({ order, refusal }) => order === "grant-access" && !refusal);
  const isTheirs = actor.role !== "panel" || isFreeSeat(actor.id, theCase, office);
  return isOrdered && isTheirs && hasReadWords(room) && holdsNewestKey(room);
}

const wordsIn = (texts: Texts, part: string | undefined): { readonly text?: string } => {
  const text = part === undefined ? undefined : texts.get(part);
  return text === undefined ? {} : { text };
};

/** Sittings by their number, which no other has. */
function listSittings({ caseId, stream }: CaseRoom, texts: Texts): readonly SittingView[] {
  const { happened } = stream;
  return happened.flatMap(({ fact, at, whose }) => {
    if (!isProposal(fact)) return [];
    const { sitting, decides, findings, measures, outcome, published, explanation } = fact;
    const words = { sitting, decides, findings, measures, outcome, published, explanation };
    const ended = endOf(happened, sitting);
    return [
      {
        ...words,
        proposedBy: whose as StaffId,
        at,
        decision: nameDecision(caseId, words),
        ...wordsIn(texts, explanation.part),
        votes: votesIn(happened, sitting, texts),
        ...(ended && { ended }),
      },
    ];
  });
}

const votesIn = (happened: readonly Entry[], sitting: number, texts: Texts): readonly VoteView[] =>
  happened.flatMap(({ fact, at, whose }) =>
    fact.type === "case.vote-cast/1" && fact.sitting === sitting
      ? [{ by: whose as StaffId, at, vote: fact.vote, ...wordsIn(texts, fact.dissent[0]?.part) }]
      : [],
  );

function endOf(happened: readonly Entry[], sitting: number): SittingView["ended"] {
  const last = happened.find(({ fact }) => isEnd(fact.type) && "sitting" in fact && fact.sitting === sitting);
  if (!last) return undefined;
  const how = unfinished[last.fact.type] ?? "decided";
  return { how, by: last.whose as StaffId, at: last.at };
}

/** How a sitting ended that decided nothing. */
const unfinished: { readonly [type: string]: "taken-back" | "not-carried" } = {
  "case.decision-withdrawn/1": "taken-back",
  "case.decision-not-carried/1": "not-carried",
};

const isEnd = (type: string): boolean =>
  Object.hasOwn(unfinished, type) ||
  ["case.found/1", "case.sent-back/1", "case.ruled/1", "case.closed/1", "case.review-decided/1"].includes(type);
