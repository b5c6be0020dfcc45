import type { CaseId, Digest } from "@temwen/vocabulary";
import { digestOfCode, parseReferralCode, type ReferralCode } from "@temwen/vocabulary/referral-codes";
import { readCaseFile } from "../../casefile.ts";
import type { OfficeContext } from "../../office-context.ts";

/** A referral as the body that it went to may see it: what it has in its hands anyway. */
export type AskedReferral = {
  readonly code: ReferralCode;
  readonly caseId: CaseId;
  readonly number: number;
  /** Its proper name, as the pack has it. */
  readonly forum: string;
  readonly asks: readonly string[];
  readonly due: string;
  readonly dossier?: Digest;
  /** Where words about this case are sealed to now. */
  readonly recipient: string;
};

/** The referral that a typed code answers; undefined for a code that nobody has, that was used, or whose case is gone. */
export async function findAskedReferral(typed: string, office: OfficeContext): Promise<AskedReferral | undefined> {
  const code = parseReferralCode(typed);
  const found = code.ok ? await office.record.referrals.findCode(digestOfCode(code.value)) : undefined;
  if (!code.ok || !found) return undefined;
  const { theCase } = await readCaseFile(office, found.caseId);
  if (theCase.stage === "unknown" || theCase.stage === "erased") return undefined;
  const referral = theCase.referrals?.[found.referral - 1];
  if (!referral) return undefined;
  const { forum, asks, due, dossier } = referral;
  return {
    ...{ code: code.value, caseId: found.caseId, number: found.referral, asks, due },
    forum: office.pack.forums?.find(({ id }) => id === forum)?.name ?? forum,
    ...(dossier && { dossier }),
    recipient: theCase.storyRecipient,
  };
}
