import {
  briefCase,
  type CaseRefusal,
  decidePersonAct,
  evolveCase,
  personFactShape,
  runningClocks,
} from "@temwen/casework";
import { isVouchedFor, recordBytes, type Vouching } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import type { SealedPart } from "@temwen/record";
import { inspectSealed, messageSize, sealedSize } from "@temwen/sealing/inspect";
import {
  type Digest,
  granted,
  type Instant,
  parseCanonical,
  type Result,
  refused,
  sameBytes,
} from "@temwen/vocabulary";
import { readCaseFile } from "../casefile.ts";
import { digestOf } from "../digest.ts";
import type { OfficeContext } from "../office-context.ts";

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
  | { readonly code: "cannot-tell" };

/** A person's act may meet an act of the office; it is decided again on what is there then, a few times at most. */
const tries = 5;

/**
 * Records what a person signs with the receipt's key: a further message, a withdrawal. The same bytes sent twice
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
  const parts = readSealed(fact.type === "case.message-received/1" ? fact : undefined, request.sealed);
  if (!parts.ok) return parts;

  for (let tried = 0; tried < tries; tried++) {
    const { events, theCase } = await readCaseFile(office, fact.case);
    const before = events.find((event) => sameBytes(event.body, request.body));
    if (before) return granted({ at: before.at });
    const decided = decidePersonAct(theCase, fact);
    if (!decided.ok) return decided;
    const at = office.now();
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
      summary: briefCase(next, runningClocks(next, office.pack.clocks, office.pack.zone)),
    });
    if (outcome.outcome === "appended") return granted({ at });
    if (outcome.outcome === "no-space") return refused({ code: "no-space" });
    if (outcome.outcome === "unknown") return refused({ code: "cannot-tell" });
  }
  return refused({ code: "cannot-tell" });
}

function readSealed(
  fact: { readonly sequence: number; readonly message: { readonly part: string; readonly digest: Digest } } | undefined,
  sealed: Uint8Array | undefined,
): Result<readonly SealedPart[], PersonActRefusal> {
  if (!fact) return sealed ? refused({ code: "malformed-act" }) : granted([]);
  if (!sealed || fact.message.part !== `message-in-${fact.sequence}`) return refused({ code: "malformed-act" });
  const inspected = inspectSealed(sealed, sealedSize(messageSize));
  if (!inspected.ok) return inspected;
  const digest = digestOf(sealed);
  return digest === fact.message.digest
    ? granted([{ name: fact.message.part, digest, bytes: sealed }])
    : refused({ code: "wrong-digest" });
}
