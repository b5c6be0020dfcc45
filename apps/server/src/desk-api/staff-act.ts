import {
  briefCase,
  type Case,
  type CaseFact,
  type CaseInBrief,
  chainFacts,
  decideStaffAct,
  evolveCase,
  mayActOn,
  mayRead,
  type NamedPart,
  officeFactsOf,
  partsOf,
  runningClocks,
  runsInto,
  type StaffCommand,
  type StaffFact,
  type StaffStatement,
  type StepRefusal,
  staffStatementShape,
  type UnlawfulStep,
} from "@temwen/casework";
import type { RecordedEvent } from "@temwen/record";
import { grantSizes, messageSize, shareSize } from "@temwen/sealing/inspect";
import { type CaseId, granted, parseCanonical, type Result, refused } from "@temwen/vocabulary";
import { readCaseFile, readEvent } from "../casefile.ts";
import { digestOf } from "../digest.ts";
import type { OfficeContext } from "../office-context.ts";
import { announcedBy, findUnannounced, hasEvidenceSizes } from "./custody.ts";
import type { SentStatement } from "./door.ts";
import { findAgainstLinked, type LinkedRefusal } from "./linked.ts";
import { findAgainstLosing, findNotReceived, keepReferralCodes } from "./referrals.ts";
import type { SignedIn } from "./session.ts";
import {
  type ActRefusal,
  againstSent,
  answerAppended,
  collectParts,
  conflictAt,
  isRecorded,
  judgeSigning,
  type WantedPart,
} from "./signed-act.ts";

export type StaffActRequest = {
  readonly expected: number;
  readonly command: StaffCommand;
  readonly statements: readonly SentStatement[];
  readonly sealed: ReadonlyMap<string, Uint8Array>;
};

export type StaffActRefusal =
  | StepRefusal
  | LinkedRefusal
  | ActRefusal
  | { readonly code: "case-not-trusted"; readonly unlawful: readonly UnlawfulStep[] }
  /** Their act before this one bears the very same hour, and readers could not tell the two apart. */
  | { readonly code: "same-hour" }
  | { readonly code: "not-announced"; readonly part: string }
  /** Nothing of that digest came over the receipt page for this referral. */
  | { readonly code: "not-received" };

/**
 * Records an act of staff: the statements were decided and signed at the desk; here the same rules decide again
 * from the record, and any difference is refused. No operator can put words into a signature.
 */
export async function recordStaffAct(
  caseId: CaseId,
  request: StaffActRequest,
  { member, standing }: SignedIn,
  office: OfficeContext,
): Promise<Result<{ readonly version: number }, StaffActRefusal>> {
  const { events, theCase, unlawful } = await readCaseFile(office, caseId);
  if (!mayActOn(theCase, member)) return refused({ code: "unknown-case" });
  // Whoever only gives a share learns nothing of what happened in the case.
  const isReader = mayRead(theCase, member);
  if (isRecorded(request.statements, request.expected, events)) return granted(versionAfter(request));
  // Whatever follows upon what nobody was allowed to do would be refused by every reader.
  if (unlawful.length > 0) return refused({ code: "case-not-trusted", unlawful: isReader ? unlawful : [] });
  if (request.expected !== events.length) return refused(conflictAt(request.expected, events, isReader));

  const statements = request.statements.map(({ body }) => readStatement(body));
  const at = statements[0]?.at;
  if (!at || statements.some((statement) => statement?.at !== at)) return refused({ code: "malformed-act" });
  const signer = judgeSigning({ by: member.id, at }, standing.directory, office.now());
  if (!signer.ok) return signer;
  const facts = decideStaffAct(theCase, request.command, {
    actor: signer.value,
    office: officeFactsOf(standing, office.pack, at),
    at,
  });
  if (!facts.ok) return facts;
  const linked =
    theCase.stage === "unknown" ? undefined : await findAgainstLinked(theCase, request.command, member, office);
  if (linked) return refused(linked);
  const losing =
    theCase.stage === "unknown" ? undefined : await findAgainstLosing(theCase, request.command, office.record);
  if (losing) return refused(losing);
  const strange = await findUnannounced(caseId, facts.value, office.record);
  if (strange !== undefined) return refused({ code: "not-announced", part: strange });
  const missing = await findNotReceived(caseId, facts.value, office.record);
  if (missing) return refused({ code: "not-received" });
  const header = { case: caseId, office: office.registry.office, epoch: standing.directory.epoch, by: member.id, at };
  const last = events[events.length - 1];
  if (!last) throw new Error("a readable case has events");
  if (runsInto([readEvent(last)], header)) return refused({ code: "same-hour" });
  const noVouching = { key: "", signature: "" };
  const stated = chainFacts(facts.value, header, last, {
    vouch: (_, place) => request.statements[place]?.vouching ?? noVouching,
    digest: digestOf,
  });
  const differs = againstSent(stated, request.statements, member.signingKey);
  if (differs) return refused(differs);
  if (!facts.value.every(hasEvidenceSizes)) return refused({ code: "wrong-size", part: "evidence" });
  const parts = collectParts(wantedParts(facts.value, events.length), request.sealed);
  if (!parts.ok) return parts;
  const present = new Set((await office.record.readPartNames(caseId)).map(({ name }) => name));
  for (const { name } of parts.value) if (present.has(name)) return refused({ code: "unexpected-part", part: name });

  // Before the referral itself: a code for one that does not come finds none, and one without a code could not be answered.
  await keepReferralCodes(caseId, facts.value, office.record);
  const outcome = await office.record.append({
    stream: caseId,
    expected: events.length,
    events: stated.map(({ statement, body, vouching, digest }) => ({
      type: statement.type,
      at,
      body,
      vouchings: [vouching],
      digest,
    })),
    parts: parts.value,
    ...announcedBy(facts.value),
    dropped: replacedParts(facts.value, events, theCase).filter((name) => present.has(name)),
    summary: summarise(
      theCase,
      stated.map(({ statement }) => statement),
      office,
    ),
  });
  return answerAppended(outcome, async () => {
    const since = await office.record.readStream(caseId);
    return isRecorded(request.statements, request.expected, since)
      ? granted(versionAfter(request))
      : refused(conflictAt(request.expected, since, isReader));
  });
}

const versionAfter = ({ expected, statements }: StaffActRequest) => ({ version: expected + statements.length });

function readStatement(body: Uint8Array): StaffStatement | undefined {
  const value = parseCanonical(body);
  return value.ok ? staffStatementShape(value.value) : undefined;
}

/** Sizes, before sealing, that a part of each kind may have. */
const sizesOf: { readonly [K in NamedPart["kind"]]: readonly number[] } = {
  share: [shareSize],
  "handed-share": [shareSize],
  message: [messageSize],
  explanation: [messageSize],
  grant: grantSizes,
};

/**
 * The names a fact's parts may have: of its own number, or of the place where the act begins. Whoever took
 * `message-in-4` would stop the person from writing a fourth time, and whoever took `message-out-9` every colleague.
 */
function namesOf(fact: StaffFact, place: number): RegExp {
  if (fact.type === "case.message-sent/1") return new RegExp(`^message-(out|copy)-${fact.number}$`);
  if (fact.type === "case.evidence-taken/1") return new RegExp(`^(taken-in-${fact.number}|explanation-${place})$`);
  return new RegExp(`^(escrow-${place}-[1-5]|explanation-${place}|access-${place}-[0-9]{1,3}|opening-${place}-[12])$`);
}

/** The parts that the facts of an act name. */
const wantedParts = (facts: readonly StaffFact[], place: number): readonly WantedPart[] =>
  facts.flatMap((fact) =>
    partsOf(fact).map((one) => ({ ...one, names: namesOf(fact, place), sizes: sizesOf[one.kind] })),
  );

/**
 * Shares that open nothing any more go: the page's at acknowledgement, for trust in the page ends there; the office's own
 * when they are dealt anew; and what was handed over for an opening that came to nothing. Of one that was made they stay: they are
 * its reader's key.
 */
function replacedParts(
  facts: readonly StaffFact[],
  before: readonly RecordedEvent[],
  theCase: Case,
): readonly string[] {
  const has = (...types: readonly StaffFact["type"][]): boolean => facts.some(({ type }) => types.includes(type));
  const isDealtAnew = has("case.acknowledged/1", "case.escrow-dealt/1");
  const isForNothing = theCase.stage !== "unknown" && theCase.opening?.opened.length === 0;
  const isEnded = isForNothing && (isDealtAnew || has("case.opening-stopped/1", "case.opening-proposed/1"));
  const parts = before.map((event) => readEvent(event).fact);
  const named = (kind: NamedPart["kind"], from: readonly CaseFact[]): readonly string[] =>
    from.flatMap((fact) => partsOf(fact).flatMap((one) => (one.kind === kind ? [one.part] : [])));
  const handed = isEnded ? named("handed-share", parts.slice(parts.findLastIndex(isProposal))) : [];
  return isDealtAnew ? [...[1, 2, 3, 4, 5].map((n) => `share-${n}`), ...named("share", parts), ...handed] : handed;
}

const isProposal = ({ type }: CaseFact): boolean => type === "case.opening-proposed/1";

function summarise(before: Case, statements: readonly StaffStatement[], { pack }: OfficeContext): CaseInBrief {
  const after = statements.reduce<Case>(
    (theCase, fact) => evolveCase(theCase, { fact, at: fact.at, by: fact.by }),
    before,
  );
  if (after.stage === "unknown") throw new Error("a case stays known");
  return briefCase(after, runningClocks(after, pack));
}
