import { type AnswerOverPage, answersOverPage, type Referral } from "@temwen/casework";
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
  const { forum, due, dossier } = referral;
  return {
    ...{ code: code.value, caseId: found.caseId, number: found.referral, asks: asksOf(referral), due },
    forum: office.pack.forums?.find(({ id }) => id === forum)?.name ?? forum,
    ...(dossier && { dossier }),
    recipient: theCase.storyRecipient,
  };
}

/** A referral of the first number could ask for a waiver and not say so among what it asks; whoever reads it here is asked all the same. */
export const asksOf = ({ asks, waiver }: Pick<Referral, "asks" | "waiver">): readonly string[] =>
  waiver === "asked" && !asks.includes("waive-immunity") ? [...asks, "waive-immunity"] : asks;

/** What the body may answer: of immunity only where its waiver was asked for. */
export const mayAnswer = ({ asks }: Pick<AskedReferral, "asks">): readonly AnswerOverPage[] =>
  answersOverPage.filter((one) => !one.startsWith("waiver-") || asks.includes("waive-immunity"));
