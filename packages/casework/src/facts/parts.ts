import { neverHere, type StaffId } from "@temwen/vocabulary";
import { isLaterFact } from "../acts/later-acts.ts";
import type { CaseFact, PartRef } from "./facts.ts";

/** A sealed part that a fact adds to the case, and what kind of thing it is. */
export type NamedPart = PartRef & {
  readonly kind: "share" | "handed-share" | "message" | "grant" | "explanation";
  /** On a grant made by name. */
  readonly grantee?: StaffId;
};

/** The sealed parts that a fact names. Those of the first fact stand in its manifest; blobs are no parts. */
export function partsOf(fact: CaseFact): readonly NamedPart[] {
  if (isLaterFact(fact)) {
    if ("shares" in fact) {
      return fact.shares.map(({ to, part, digest }) => ({ part, digest, kind: "handed-share", grantee: to }));
    }
    const dissent = "dissent" in fact ? fact.dissent : [];
    const words = "explanation" in fact ? [fact.explanation] : dissent;
    const explained = words.map((part): NamedPart => ({ ...part, kind: "explanation" }));
    return "note" in fact ? [...explained, { ...fact.note, kind: "message" }] : explained;
  }
  switch (fact.type) {
    case "case.acknowledged/1":
    case "case.escrow-dealt/1":
      return fact.escrow.shares.map(({ part, digest }) => ({ part, digest, kind: "share" }));
    case "case.message-sent/1":
      return [
        { ...fact.message, kind: "message" },
        { ...fact.copy, kind: "message" },
      ];
    case "case.message-received/1":
      return [{ ...fact.message, kind: "message" }];
    case "case.treatment-told/1":
      return [{ ...fact.told, kind: "message" }];
    case "case.evidence-added/1":
      return [{ ...fact.note, kind: "message" }];
    case "case.access-granted/1":
      return [{ ...fact.grant, kind: "grant", grantee: fact.to }];
    case "case.non-admission-proposed/1":
    case "case.non-admission-proposed/2":
    case "case.kept-open/1":
    case "case.identity-asked/1":
    case "case.identity-refused/1":
      return [{ ...fact.explanation, kind: "explanation" }];
    case "case.identity-approved/1":
      return [{ ...fact.grant, kind: "grant", grantee: fact.askedBy }];
    case "case.received/1":
    case "case.opened/1":
    case "case.consent-given/1":
    case "case.assessed/1":
    case "case.assessed/2":
    case "case.assessed/3":
    case "case.not-admitted/1":
    case "case.withdrawal-asked/1":
    case "case.consent-changed/1":
    case "case.consent-withdrawn/1":
    case "case.summary-answered/1":
    case "case.review-asked/1":
    case "case.clock-missed/1":
    case "case.rekeyed/1":
    // The pieces were announced by others.
    case "case.evidence-opened/1":
    case "case.evidence-exported/1":
    case "case.identity-opened/1":
    case "case.erasure-proposed/1":
    case "case.erasure-proposed/2":
    case "case.erasure-proposed/3":
    case "case.erasure-confirmed/1":
    case "case.erasure-stopped/1":
    case "case.flood-proposed/1":
    case "case.closed-as-flood/1":
    case "case.erased/1":
      return [];
    default:
      return neverHere(fact);
  }
}
