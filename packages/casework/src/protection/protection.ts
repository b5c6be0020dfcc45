import type { Instant, StaffId } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase, LivingCase } from "../case/case.ts";
import type { CaseRefusal, Deciding } from "../case/commands.ts";
import { unassigned } from "../intake/admission.ts";
import { againstFlagging, type Flagging } from "./force.ts";

type Reporting = Extract<LaterOrder, { readonly type: "report-retaliation" }>;
type BestInterests = Extract<LaterOrder, { readonly type: "assess-best-interests" }>;
type ProtectionFact = Extract<
  LaterFact,
  {
    readonly type:
      | "case.safety-assessed/1"
      | "case.support-offered/1"
      | "case.retaliation-reported/1"
      | "case.retaliation-reported/2"
      | "case.best-interests-assessed/1";
  }
>;

/** What stands against the acts that protect. */
export function againstProtecting(
  theCase: KnownCase,
  order: Reporting | BestInterests | Flagging,
  deciding: Deciding,
): CaseRefusal | undefined {
  if (order.type === "flag-force") return againstFlagging(theCase, order);
  return order.type === "report-retaliation" ? againstReporting(order, deciding) : againstBestInterests(theCase, order);
}

/** Whoever reports names colleagues who serve, and not themselves: one steps back from a case by `recuse`. */
function againstReporting({ about }: Reporting, { actor, office }: Deciding): CaseRefusal | undefined {
  const strange = about.find((id) => id === actor.id || !office.staff.some((one) => one.id === id));
  return strange === undefined ? undefined : { code: "not-a-colleague", staff: strange };
}

/**
 * Of a child, or where there is doubt; by who knows how. Whoever has the care of the child is told only after somebody looked at the
 * danger: it may come from them.
 */
function againstBestInterests(theCase: KnownCase, { guardian }: BestInterests): CaseRefusal | undefined {
  const isOfChild = "child" in theCase && (theCase.child === "yes" || theCase.child === "doubt");
  if (!isOfChild) return { code: "not-of-a-child" };
  return guardian === "told" && !theCase.safety ? { code: "danger-not-assessed" } : undefined;
}

/** The case after one of these facts. */
export function evolveProtection(theCase: LivingCase, fact: ProtectionFact, by: StaffId, at: Instant): LivingCase {
  switch (fact.type) {
    case "case.safety-assessed/1":
      return { ...theCase, safety: { level: fact.level, at, protecting: fact.protecting } };
    case "case.support-offered/1":
      return { ...theCase, support: [...(theCase.support ?? []), { service: fact.service, offered: fact.offered }] };
    case "case.best-interests-assessed/1":
      return { ...theCase, interests: { guardian: fact.guardian, at } };
    case "case.retaliation-reported/1":
    case "case.retaliation-reported/2":
      return fact.about.reduce<LivingCase>(
        (known, about) => leaveOut(known, about, by, at),
        withReport(theCase, by, at),
      );
  }
}

/** A later report does not put off the look at an older one. */
function withReport(theCase: LivingCase, by: StaffId, at: Instant): LivingCase {
  const { retaliationWaits: waiting = [], retaliationAt } = theCase;
  const oldest = waiting.length > 0 ? retaliationAt : undefined;
  const retaliationWaits = waiting.includes(by) ? waiting : [...waiting, by];
  return { ...theCase, retaliationAt: oldest ?? at, retaliationBy: by, retaliationWaits };
}

/** It goes to other people: whoever it is about does and reads nothing more here, and examines it no longer. */
function leaveOut(theCase: LivingCase, about: StaffId, by: StaffId, at: Instant): LivingCase {
  const { complainedAbout: known = [], outByOne = [], retaliationWaits = [] } = theCase;
  if (known.includes(about)) return unassigned(theCase, about, at);
  const isAlone = retaliationWaits.every((other) => other === by);
  const out = {
    ...theCase,
    complainedAbout: [...known, about],
    ...(isAlone && { outByOne: [...outByOne, { by, about }] }),
  };
  return unassigned(out, about, at);
}
