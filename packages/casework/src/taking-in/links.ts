import type { Instant, StaffId } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase, LivingCase } from "../case/case.ts";
import type { CaseRefusal } from "../case/commands.ts";
import { unassigned } from "../intake/admission.ts";
import type { LinkReason } from "../words/inquiry-words.ts";

type Order<T extends LaterOrder["type"]> = Extract<LaterOrder, { readonly type: T }>;
type LinkFact = Extract<LaterFact, { readonly type: "case.linked/1" | "case.unlinked/1" }>;

/** What the other case says of the same link. */
export function counterReason(reason: LinkReason): LinkReason {
  if (reason === "retaliation-for") return "followed-by-retaliation";
  return reason === "followed-by-retaliation" ? "retaliation-for" : reason;
}

/** Whether one of the two is about what was done to somebody for having spoken in the other: other people examine it. */
export const isApart = (reason: LinkReason): boolean =>
  reason === "retaliation-for" || reason === "followed-by-retaliation";

/** Who was ever given a case to examine, in the order in which they were. */
export const teamOf = (theCase: KnownCase): readonly StaffId[] => [
  ...new Set(theCase.access.flatMap(({ to, reason }) => (reason === "assigned" ? [to] : []))),
];

export function againstLinking(
  theCase: KnownCase,
  { other, reason, team }: Order<"link-case">,
): CaseRefusal | undefined {
  if (other === theCase.caseId) return { code: "links-itself" };
  if (theCase.links?.some((link) => link.other === other)) return { code: "already-linked" };
  return team.length > 0 && reason !== "retaliation-for" ? { code: "team-misfit" } : undefined;
}

/** A link may be a mistake; but nobody who is kept out of a case by it takes it away. */
export function againstUnlinking(
  theCase: KnownCase,
  { other }: Order<"unlink-case">,
  { id }: { readonly id: StaffId },
): CaseRefusal | undefined {
  const link = theCase.links?.find((one) => one.other === other);
  if (!link) return { code: "not-linked" };
  return link.team.includes(id) ? { code: "has-linked-case", other } : undefined;
}

/** The case after one of these facts. Whoever had the other case, and this one too, has this one no more. */
export function evolveLinks(theCase: LivingCase, fact: LinkFact, by: StaffId, at: Instant): LivingCase {
  const others = (theCase.links ?? []).filter((link) => link.other !== fact.other);
  if (fact.type === "case.unlinked/1") {
    const { links: _, ...rest } = theCase;
    return others.length === 0 ? rest : { ...rest, links: others };
  }
  const { other, reason, team } = fact;
  const linked: LivingCase = { ...theCase, links: [...others, { other, reason, team, by, at }] };
  return team.reduce<LivingCase>((before, id) => unassigned(before, id, at), linked);
}
