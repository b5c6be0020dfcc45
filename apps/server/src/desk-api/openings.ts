import { type CaseFact, isAskedForShare, type KnownCase, openingHours } from "@temwen/casework";
import type { StaffMember } from "@temwen/office";
import type { RecordedEvent } from "@temwen/record";
import { bytesToBase64, type CaseId, type Json } from "@temwen/vocabulary";
import type { Context } from "hono";
import { readCaseFile, readEvent } from "../casefile.ts";
import { spellEvent } from "../mailbox/frame.ts";
import type { OfficeContext } from "../office-context.ts";
import type { SignedIn } from "./session.ts";

/**
 * Every opening that asks somebody for the share they hold: all of it in one answer, their own sealed shares too. So that
 * looking at one leaves no other trace than looking at another, and not giving a share leaves none (docs/specs/escrow-opening.md).
 */
export async function answerOpenings(
  context: Context,
  { member }: SignedIn,
  office: Pick<OfficeContext, "record" | "registry" | "now">,
): Promise<Response> {
  const openings: Json[] = [];
  if (member.role === "escrow-holder") {
    for (const caseId of await office.record.readAskedOpenings()) {
      const asked = await readAsked(caseId, member, office);
      if (asked) openings.push(asked);
    }
  }
  return context.json({ openings } as object);
}

async function readAsked(
  caseId: CaseId,
  member: StaffMember,
  office: Pick<OfficeContext, "record" | "registry" | "now">,
): Promise<Json | undefined> {
  const { events, theCase } = await readCaseFile(office, caseId);
  const opening = theCase.stage === "unknown" ? undefined : theCase.opening;
  if (!opening || !isAskedForShare(theCase as KnownCase, member)) return undefined;
  if (office.now() >= openingHours(opening).until) return undefined;
  const proposal = events.findLast(({ type }) => type === "case.opening-proposed/1");
  const part = ownShare(events, member);
  const [share] = part === undefined ? [] : await office.record.readParts(caseId, [part]);
  const last = events.at(-1);
  if (!proposal || !share || !last) return undefined;
  return {
    case: caseId,
    proposal: spellEvent(proposal),
    confirmed: opening.confirmedBy !== undefined,
    agreed: opening.agreed.length,
    given: opening.agreed.includes(member.id),
    share: bytesToBase64(share.bytes),
    last: { index: last.index, digest: last.digest },
  };
}

/** The part that holds this person's share of the escrow as it was dealt last. */
function ownShare(events: readonly RecordedEvent[], { id }: StaffMember): string | undefined {
  const isDealt = ({ type }: RecordedEvent) => type === "case.acknowledged/1" || type === "case.escrow-dealt/1";
  const dealt = events.findLast(isDealt);
  const fact: CaseFact | undefined = dealt && readEvent(dealt).fact;
  return fact && "escrow" in fact ? fact.escrow.shares.find(({ holder }) => holder === id)?.part : undefined;
}
