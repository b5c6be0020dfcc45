import { canonicalBytes, type Digest, granted, type Json, type Result, refused } from "@temwen/vocabulary";
import { digestOfBytes } from "@temwen/vocabulary/sha256";
import type { DecidedFact, LaterOrder } from "../acts/later-acts.ts";
import { inquiryOf, type KnownCase } from "../case/case.ts";
import type { CaseRefusal, Deciding, OfficeFacts } from "../case/commands.ts";
import type { CastVote, Sitting } from "../case/sitting-state.ts";
import { binds } from "../facts/former.ts";
import { againstFindings } from "../inquiry/fairness.ts";
import { againstSilentEnd } from "../inquiry/joint.ts";
import { ends } from "../owed/opening-again.ts";
import { endOfDay } from "../words/end-of-day.ts";
import { closures, type DecisionKind, decisionKinds, type Outcome, reviewOutcomes } from "../words/inquiry-words.ts";
import { tallyAsCast } from "./as-cast.ts";
import { againstOutcome } from "./as-found.ts";
import { asListed, openSitting } from "./coming-to-nothing.ts";
import { hasSeat } from "./panel.ts";
import { againstSettling } from "./settling.ts";
import { isCarried, quorum, type Tally, tallyOf } from "./tally.ts";

type Order<T extends LaterOrder["type"]> = Extract<LaterOrder, { readonly type: T }>;
type Proposing = Order<"propose-decision">;

/** The stages at which the panel decides each kind of thing. */
const stagesOf: { readonly [K in DecisionKind]: readonly string[] } = {
  findings: ["before-panel"],
  inquiry: ["before-panel"],
  ruling: ["found"],
  closure: ["found", "ruled", "settled"],
  review: ends,
};

/** What the panel may decide of a case as it stands; nothing where it does not wait for them. */
export const kindsAt = (theCase: Pick<KnownCase, "stage" | "review">): readonly DecisionKind[] =>
  decisionKinds.filter((kind) => stagesOf[kind].includes(theCase.stage) && (kind !== "review" || isAsked(theCase)));

/** What a kind of decision may come to. */
export const outcomesOf: { readonly [K in DecisionKind]: readonly Outcome[] } = {
  findings: ["none"],
  inquiry: ["none"],
  ruling: ["none"],
  closure: closures,
  review: reviewOutcomes,
};

/** One decision at a time, of a kind that this stage waits for, with what belongs to that kind and nothing else. */
export function againstProposal(theCase: KnownCase, order: Proposing, deciding: Deciding): CaseRefusal | undefined {
  const { office, actor, at, formerly } = deciding;
  if (theCase.sitting) return { code: "sitting-open", sitting: theCase.sitting.number };
  const expected = (theCase.sittings ?? 0) + 1;
  if (order.sitting !== expected) return { code: "out-of-number", expected };
  if (!stagesOf[order.decides].includes(theCase.stage)) return { code: "decision-misfit" };
  if (order.decides === "review" && !isAsked(theCase)) return { code: "no-review-asked" };
  if (!hasSeat(actor.id, order.decides === "review", theCase, office)) return { code: "wrong-bench" };
  if (!isOfItsKind(order)) return { code: "decision-misfit" };
  if (order.decides === "findings")
    return againstFindings(theCase, order.findings, at) ?? againstSilence(theCase, order);
  if (order.decides === "inquiry") return undefined;
  if (order.decides === "ruling") return againstMeasures(theCase, order, deciding);
  const { found = [] } = inquiryOf(theCase);
  const misfit = binds(deciding, 3) ? againstOutcome(found, order.outcome) : undefined;
  return misfit ?? (formerly ? undefined : againstEnding(theCase, order, office));
}

const isAsked = ({ review }: Pick<KnownCase, "review">): boolean =>
  review !== undefined && review.decidedAt === undefined;

function isOfItsKind({ decides, findings, measures, outcome, published }: Proposing): boolean {
  const isIn = (words: readonly string[]): boolean => words.includes(outcome);
  const has: { readonly [K in DecisionKind]: boolean } = {
    findings: findings.length > 0,
    // What is still to be found out stands in the words; nothing else belongs to it.
    inquiry: decides === "inquiry",
    ruling: measures.length > 0,
    closure: isIn(closures),
    review: isIn(reviewOutcomes),
  };
  const isAlone = decisionKinds.every((kind) => has[kind] === (kind === decides));
  return isAlone && (decides === "findings" || published.length === 0);
}

/** Where the panel finds otherwise than whoever examined recommended, the public reads why. */
function againstSilence(theCase: KnownCase, { findings, published }: Proposing): CaseRefusal | undefined {
  const recommended = inquiryOf(theCase).recommended?.findings;
  const isSame = digestOf(recommended as Json) === digestOf(findings as Json);
  return isSame || published.length === 1 ? undefined : { code: "reason-missing" };
}

/** Measures are numbered on from those of a ruling before: each keeps its number, and what became of it. Each is still to be done. */
function againstMeasures(theCase: KnownCase, { measures }: Proposing, deciding: Deciding): CaseRefusal | undefined {
  const { forces } = deciding.office;
  const { at, formerly } = deciding;
  const before = formerly ? 0 : (inquiryOf(theCase).measures ?? []).length;
  const place = measures.findIndex(({ number }, i) => number !== before + i + 1);
  if (place !== -1) return { code: "out-of-number", expected: before + place + 1 };
  for (const { bearer } of measures) {
    const [, force] = bearer.split(":");
    if (force !== undefined && !forces.includes(force)) return { code: "unknown-force", force };
  }
  const late = binds(deciding, 3) ? measures.find(({ due }) => at >= endOfDay(due)) : undefined;
  if (late) return { code: "day-is-past", day: late.due };
  return undefined;
}

/** Each member votes once, on the words that were proposed and no others. */
export function againstVote(
  theCase: KnownCase,
  order: Order<"cast-vote">,
  { actor, office }: Deciding,
): CaseRefusal | undefined {
  const sitting = openSitting(theCase, order.sitting);
  if (!sitting) return { code: "no-sitting" };
  if (!hasSeat(actor.id, sitting.decides === "review", theCase, office)) return { code: "wrong-bench" };
  if (order.decision !== sitting.decision) return { code: "another-decision" };
  return sitting.votes.some(({ by }) => by === actor.id) ? { code: "already-voted" } : undefined;
}

/**
 * What became of a measure that was ruled; a later record takes the place of an earlier one. What the panel ordered and others do not do,
 * or do in part, has a reason that everybody reads; silence is none before the day is over; and where it is the office that sets the panel
 * aside, it is not for whoever had a hand in the case.
 */
export function againstDelivery(
  theCase: KnownCase,
  { measure, delivered, decidedBy, published, shownBy }: Order<"record-delivery">,
  deciding: Deciding,
): CaseRefusal | undefined {
  const { actor, at, formerly } = deciding;
  const ruled = inquiryOf(theCase).measures?.find(({ number }) => number === measure);
  if (!ruled) return { code: "unknown-measure" };
  if (formerly) return undefined;
  if (binds(deciding, 3)) {
    if (delivered === "no-answer" && at < endOfDay(ruled.due)) return { code: "day-not-past", day: ruled.due };
    if (delivered === "partly" && published.length === 0) return { code: "reason-missing" };
    if (delivered === "no-answer" && shownBy.length > 0) return { code: "decision-misfit" };
  }
  if (delivered !== "no-answer" && decidedBy === "nobody") return { code: "decider-missing" };
  if (delivered === "refused" && published.length === 0) return { code: "reason-missing" };
  const setsAside = decidedBy === "office" && (delivered === "refused" || delivered === "partly");
  return setsAside && theCase.handledBy.includes(actor.id) ? { code: "handled-this-case" } : undefined;
}

/** What a sitting decided: by three votes at least, one of civil society among them, and more for it than against. */
export function closeSitting(
  theCase: KnownCase,
  order: Order<"close-sitting">,
  deciding: Deciding,
): Result<DecidedFact, CaseRefusal> {
  const sitting = openSitting(theCase, order.sitting);
  if (!sitting) return refused({ code: "no-sitting" });
  const changed = againstDeciding(theCase, sitting, deciding);
  if (changed) return refused(changed);
  const { counted, needs, isOfPeople, isCarried: isDecided } = tallyToClose(sitting, theCase, deciding);
  if (counted.length < needs) return refused({ code: "no-quorum", votes: counted.length, needs });
  if (!isOfPeople) return refused({ code: "no-civil-society" });
  return isDecided ? granted(decidedBy(sitting, counted)) : refused({ code: "not-carried" });
}

/**
 * The votes as a close goes by them: suspending or reporting whoever voted against it carries nothing. Of reports that is asked now, and
 * of no history: until lately they did.
 */
export function tallyToClose(
  sitting: Sitting,
  theCase: KnownCase,
  { office, recordedAs }: Pick<Deciding, "office" | "recordedAs">,
): Tally {
  const tally = tallyOf(sitting, theCase, office);
  const tallyThen = recordedAs === undefined ? tallyAsCast : tallyOf;
  const others = [tallyOf, tallyThen].map((tallyBy) => tallyBy(sitting, theCase, asListed(office)));
  return { ...tally, isCarried: [tally, ...others].every((one) => one.isCarried) };
}

/** While they voted somebody may have been given new days to reply, have asked for a correction, or have taken an answer back. */
function againstDeciding(
  theCase: KnownCase,
  sitting: Sitting,
  { office, at }: Pick<Deciding, "office" | "at">,
): CaseRefusal | undefined {
  if (sitting.decides === "findings") return againstFindings(theCase, sitting.findings, at);
  return sitting.formerly ? undefined : againstEnding(theCase, sitting, office);
}

/** What a closure waits for: in a joint case that the focal point was told, and where all is settled that it is. */
function againstEnding(
  theCase: KnownCase,
  { decides, outcome }: Pick<Sitting, "decides" | "outcome">,
  office: OfficeFacts,
): CaseRefusal | undefined {
  const silent = decides === "closure" ? againstSilentEnd(theCase, office) : undefined;
  return silent ?? (outcome === "settled" ? againstSettling(theCase) : undefined);
}

function decidedBy(sitting: Sitting, counted: readonly CastVote[]): DecidedFact {
  const { decision, findings, measures, outcome, published } = sitting;
  const head = { sitting: sitting.number, decision, votes: counted.map(({ digest }) => digest) };
  switch (sitting.decides) {
    case "findings":
      return { type: "case.found/1", ...head, findings, published };
    case "inquiry":
      return { type: "case.sent-back/1", ...head };
    case "ruling":
      return { type: "case.ruled/1", ...head, measures };
    case "closure":
      return { type: "case.closed/1", ...head, outcome };
    case "review":
      return { type: "case.review-decided/1", ...head, outcome };
  }
}

/**
 * Whether what was decided is what these votes carried. For whoever sees the votes and not who serves: that one of them is
 * of civil society is taken to be in order.
 */
export function agreesWithSitting({ sitting }: KnownCase, fact: DecidedFact): boolean {
  const counted = sitting?.votes.filter(({ digest }) => fact.votes.includes(digest)) ?? [];
  if (!sitting || counted.length !== fact.votes.length || counted.length < quorum || !isCarried(counted)) return false;
  const decided = decidedBy(sitting, counted) as unknown as { readonly [member: string]: Json };
  const said = fact as unknown as { readonly [member: string]: Json };
  return Object.keys(decided).every((member) => digestOf(decided[member]) === digestOf(said[member]));
}

const digestOf = (value: Json | undefined): Digest => digestOfBytes(canonicalBytes(value ?? null));
