import type { Directory, StaffMember } from "@temwen/office";
import {
  canonicalBytes,
  granted,
  type Instant,
  type Json,
  neverHere,
  type Result,
  refused,
  type StaffId,
  sameBytes,
} from "@temwen/vocabulary";
import type { Case } from "../case/case.ts";
import type { CaseRefusal } from "../case/commands.ts";
import { isSaid } from "../clocks/clock-state.ts";
import { dueErasure } from "../erasure/erasure.ts";
import type { CaseFact, StaffFact } from "../facts/facts.ts";
import { decidePersonAct } from "../law/decide-person.ts";
import type { Witnessed } from "./read-acts.ts";

/** Why a step of a history is not lawful: what an order would have been refused for, or what only a history can have. */
export type StepRefusal =
  | CaseRefusal
  /** The directory of that epoch does not list who signed, or is not to be had. */
  | { readonly code: "not-in-directory" }
  /** Who signed no longer served at the hour they signed. */
  | { readonly code: "expired" }
  /** Facts that no order gives by themselves: some of one act were left out, or put together from several. */
  | { readonly code: "act-incomplete" }
  /** The same order gives other facts at this place. */
  | { readonly code: "decision-differs" }
  /** A clock said to be missed before it was due, or a second time. */
  | { readonly code: "clock-not-missed" }
  /** Said to be erased where two people did not want it, or before its hour. */
  | { readonly code: "not-to-be-erased" };

/** A step that the law does not know, by the place of its first event. */
export type UnlawfulStep = { readonly index: number; readonly refusal: StepRefusal };

/** A history as the law knows it: the case as the lawful steps made it, those steps, and the others. */
export type Judged<E> = {
  readonly theCase: Case;
  readonly lawful: readonly E[];
  readonly unlawful: readonly UnlawfulStep[];
};

/** The directory of an epoch, if the reader has it and believes it. */
export type DirectoryOf = (epoch: number) => Directory | undefined;

/** Why nobody is known to have signed. */
export type SignerRefusal = Extract<StepRefusal, { readonly code: "not-in-directory" | "expired" }>;

/** The member of staff who signed, by the directory they signed under, if they still served at that hour. */
export function findSigner(id: StaffId, directory: Directory, at: Instant): Result<StaffMember, SignerRefusal> {
  const member = directory.staff.find((one) => one.id === id);
  if (!member) return refused({ code: "not-in-directory" });
  return member.expires > at ? granted(member) : refused({ code: "expired" });
}

/** Who took a step, and the directory they signed it under. Whoever read it found a signature, or it would not be here. */
export function signedUnder(
  { by, at, epoch }: Omit<Witnessed, "fact">,
  directoryOf: DirectoryOf,
): Result<{ readonly signer: StaffMember; readonly directory: Directory }, SignerRefusal> {
  if (by === undefined || epoch === undefined) throw new Error("staff sign it");
  const directory = directoryOf(epoch);
  if (!directory) return refused({ code: "not-in-directory" });
  const signer = findSigner(by, directory, at);
  return signer.ok ? granted({ signer: signer.value, directory }) : signer;
}

/** Judges a step that no member of staff signed: the filing, the person's own acts, a missed clock. */
export function judgeOthers(
  theCase: Case,
  fact: Exclude<CaseFact, StaffFact>,
  at: Instant,
): Result<unknown, StepRefusal> {
  switch (fact.type) {
    case "case.received/1":
      return theCase.stage === "unknown"
        ? granted(fact)
        : refused({ code: "wrong-stage", stage: theCase.stage, allowed: [] });
    case "case.opened/1":
      throw new Error("staff sign it");
    case "case.message-received/1":
    case "case.withdrawal-asked/1":
    case "case.consent-changed/1":
    case "case.consent-withdrawn/1":
    case "case.summary-answered/1":
    case "case.treatment-told/1":
    case "case.review-asked/1":
    case "case.evidence-added/1":
      return decidePersonAct(theCase, fact);
    case "case.clock-missed/1": {
      if (theCase.stage === "unknown" || theCase.stage === "erased") return refused({ code: "unknown-case" });
      const isNews = fact.due < at && !isSaid(theCase, { id: fact.clock, due: fact.due });
      return isNews ? granted(fact) : refused({ code: "clock-not-missed" });
    }
    case "case.erased/1": {
      const due = dueErasure(theCase);
      return due !== undefined && due <= at && fact.due === due ? granted(fact) : refused({ code: "not-to-be-erased" });
    }
    default:
      return neverHere(fact);
  }
}

/** Whether a recorded fact says what was decided; the header it bears besides is for whoever checks its place. */
export function agrees(decided: object, recorded: object | undefined): boolean {
  const said = recorded as { readonly [member: string]: Json } | undefined;
  return Object.entries(decided as { readonly [member: string]: Json }).every(([member, value]) => {
    const there = said?.[member];
    return there !== undefined && sameBytes(canonicalBytes(value), canonicalBytes(there));
  });
}
