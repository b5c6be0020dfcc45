import type { Instant, StaffId } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase, LivingCase } from "../case/case.ts";
import type { CaseRefusal, Deciding } from "../case/commands.ts";
import { unassigned } from "../intake/admission.ts";

type Reporting = Extract<LaterOrder, { readonly type: "report-retaliation" }>;
type ProtectionFact = Extract<
  LaterFact,
  { readonly type: "case.safety-assessed/1" | "case.support-offered/1" | "case.retaliation-reported/1" }
>;

/** Whoever reports names colleagues who serve, and not themselves: one steps back from a case by `recuse`. */
export function againstReporting(
  _theCase: KnownCase,
  { about }: Reporting,
  { actor, office }: Deciding,
): CaseRefusal | undefined {
  const strange = about.find((id) => id === actor.id || !office.staff.some((one) => one.id === id));
  return strange === undefined ? undefined : { code: "not-a-colleague", staff: strange };
}

/** The case after one of these facts. */
export function evolveProtection(theCase: LivingCase, fact: ProtectionFact, by: StaffId, at: Instant): LivingCase {
  switch (fact.type) {
    case "case.safety-assessed/1":
      return { ...theCase, safety: { level: fact.level, at, protecting: fact.protecting } };
    case "case.support-offered/1":
      return { ...theCase, support: [...(theCase.support ?? []), { service: fact.service, offered: fact.offered }] };
    case "case.retaliation-reported/1":
      return fact.about.reduce<LivingCase>(leaveOut, { ...theCase, retaliationAt: at, retaliationBy: by });
  }
}

/** It goes to other people: whoever it is about does and reads nothing more here, and examines it no longer. */
function leaveOut(theCase: LivingCase, about: StaffId): LivingCase {
  const known = theCase.complainedAbout ?? [];
  const complainedAbout = known.includes(about) ? known : [...known, about];
  return unassigned({ ...theCase, complainedAbout }, about);
}
