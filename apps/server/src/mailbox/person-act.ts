import {
  briefCase,
  type CaseRefusal,
  decidePersonAct,
  evolveCase,
  noteOfAdded,
  type PartRef,
  type PersonFact,
  partOfTreatment,
  personFactShape,
  runningClocks,
} from "@temwen/casework";
import { isVouchedFor, recordBytes, type Vouching } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import type { RecordedEvent, SealedPart } from "@temwen/record";
import { inspectSealed, isEvidenceSize, messageSize, sealedSize } from "@temwen/sealing/inspect";
import {
  type Digest,
  granted,
  type Instant,
  neverHere,
  parseCanonical,
  type Result,
  refused,
  sameBytes,
} from "@temwen/vocabulary";
import { readCaseFile } from "../casefile.ts";
import { digestOf } from "../digest.ts";
import type { OfficeContext } from "../office-context.ts";
import { isTooFast } from "./pace-of-acts.ts";

export type PersonActRequest = {
  readonly mailbox: Digest;
  readonly body: Uint8Array;
  readonly vouching: Vouching;
  readonly sealed?: Uint8Array;
};

export type PersonActRefusal =
  | CaseRefusal
  | { readonly code: "malformed-act" }
  | { readonly code: "unknown-mailbox" }
  | { readonly code: "signature-invalid" }
  | { readonly code: "not-sealed" }
  | { readonly code: "wrong-size" }
  | { readonly code: "wrong-digest" }
  | { readonly code: "no-space" }
  | { readonly code: "crowded" }
  | { readonly code: "cannot-tell" };

/** A person's act may meet an act of the office; it is decided again on what is there then, a few times at most. */
const tries = 5;

/**
 * Records what a person signs with the receipt's key: a further message, a withdrawal, what the office may do from now
 * on, evidence that follows. The same bytes sent twice
 * are one act. The server adds the hour, and could not make the signature.
 */
export async function recordPersonAct(
  request: PersonActRequest,
  office: OfficeContext,
): Promise<Result<{ readonly at: Instant }, PersonActRefusal>> {
  const read = parseCanonical(request.body);
  const fact = read.ok ? personFactShape(read.value) : undefined;
  if (!read.ok || !fact) return refused({ code: "malformed-act" });
  const owned = (await office.record.readMailbox(request.mailbox)).find(({ caseId }) => caseId === fact.case);
  if (!owned || fact.office !== office.registry.office) return refused({ code: "unknown-mailbox" });
  if (request.vouching.key !== owned.receiptKey || !isVouchedFor(request.body, request.vouching, verifyOnNode)) {
    return refused({ code: "signature-invalid" });
  }
  const parts = readSealed(fact, request.sealed);
  if (!parts.ok) return parts;

  for (let tried = 0; tried < tries; tried++) {
    const { events, theCase } = await readCaseFile(office, fact.case);
    const before = events.find((event) => sameBytes(event.body, request.body));
    if (before) return granted({ at: before.at });
    const decided = decidePersonAct(theCase, fact);
    if (!decided.ok) return decided;
    const at = office.now();
    if (isTooFast(ownHours(events, owned.receiptKey), at)) return refused({ code: "crowded" });
    const index = events.length;
    const vouchings = [request.vouching];
    const next = evolveCase(theCase, { fact, at });
    if (next.stage === "unknown") throw new Error("a case stays known");
    const digest = digestOf(recordBytes({ at, body: read.value, index, vouchings }));
    const outcome = await office.record.append({
      stream: fact.case,
      expected: index,
      events: [{ type: fact.type, at, body: request.body, vouchings, digest }],
      parts: parts.value,
      ...(fact.type === "case.evidence-added/1" && { announced: announcedBy(fact) }),
      summary: briefCase(next, runningClocks(next, office.pack)),
    });
    if (outcome.outcome === "appended") return granted({ at });
    if (outcome.outcome === "no-space") return refused({ code: "no-space" });
    if (outcome.outcome === "unknown") return refused({ code: "cannot-tell" });
  }
  return refused({ code: "cannot-tell" });
}

/** The hours at which this receipt signed something, the filing too. */
const ownHours = (events: readonly RecordedEvent[], receiptKey: string): readonly Instant[] =>
  events.filter(({ vouchings }) => vouchings.some(({ key }) => key === receiptKey)).map(({ at }) => at);

/** The sealed part that a fact names, under the name that belongs to its turn. */
function readSealed(fact: PersonFact, sealed: Uint8Array | undefined): Result<readonly SealedPart[], PersonActRefusal> {
  const named = nameSealed(fact);
  if (!named) return sealed ? refused({ code: "malformed-act" }) : granted([]);
  if (!sealed || named.ref.part !== named.wanted) return refused({ code: "malformed-act" });
  if (fact.type === "case.evidence-added/1" && !fact.evidence.every(({ size }) => isEvidenceSize(size))) {
    return refused({ code: "wrong-size" });
  }
  const inspected = inspectSealed(sealed, sealedSize(messageSize));
  if (!inspected.ok) return inspected;
  const digest = digestOf(sealed);
  return digest === named.ref.digest
    ? granted([{ name: named.wanted, digest, bytes: sealed }])
    : refused({ code: "wrong-digest" });
}

function nameSealed(fact: PersonFact): { readonly ref: PartRef; readonly wanted: string } | undefined {
  switch (fact.type) {
    case "case.message-received/1":
      return { ref: fact.message, wanted: `message-in-${fact.sequence}` };
    case "case.evidence-added/1":
      return { ref: fact.note, wanted: noteOfAdded(fact.sequence) };
    case "case.treatment-told/1":
      return { ref: fact.told, wanted: partOfTreatment(fact.sequence) };
    case "case.withdrawal-asked/1":
    case "case.consent-changed/1":
    case "case.consent-withdrawn/1":
    case "case.summary-answered/1":
    case "case.review-asked/1":
      return undefined;
    default:
      return neverHere(fact);
  }
}

const announcedBy = ({ evidence }: Extract<PersonFact, { readonly type: "case.evidence-added/1" }>) =>
  evidence.map(({ part, digest, size }) => ({ name: part, digest, size }));
