import type { AnswerOverPage } from "@temwen/casework";
import { sealExplanation } from "@temwen/sealing/seal";
import { canonicalText, granted, type Result, refused } from "@temwen/vocabulary";
import { createReferralCode, digestOfCode, type ReferralCode } from "@temwen/vocabulary/referral-codes";
import type { OfficeContext } from "../../office-context.ts";
import type { FormTokens } from "./form-token.ts";
import type { AskedReferral } from "./referral-asked.ts";

/** What a forum says of itself over the page. */
export type AnswerSaid = { readonly answered: AnswerOverPage; readonly text: string };

/**
 * Seals what a forum answers to whoever may read the case's words, and keeps it among the case's parts, where it waits for
 * somebody of the office: by itself it changes nothing. Gives the code for a later answer, which the same form with the same
 * words gets again.
 */
export async function takeReferralAnswer(
  { code, caseId, number, recipient }: AskedReferral,
  { answered, text }: AnswerSaid,
  next: ReferralCode,
  office: OfficeContext,
): Promise<Result<ReferralCode, { readonly code: "too-long" | "broken-text" | "unknown-code" }>> {
  const content = canonicalText({ type: "temwen.referral-answer/1", referral: number, answered, text });
  const sealed = await sealExplanation({ case: caseId, text: content }, recipient);
  if (!sealed.ok) return refused({ code: sealed.refusal.code === "too-long" ? "too-long" : "broken-text" });
  const { digest, sealed: bytes } = sealed.value;
  const answer = { name: `referral-answer-${number}-${digest.slice(0, 24)}`, digest, bytes };
  const isTaken = await office.record.referrals.spendCode({
    code: digestOfCode(code),
    answer,
    next: digestOfCode(next),
    at: office.now(),
  });
  return isTaken ? granted(next) : refused({ code: "unknown-code" });
}

/** The code that follows upon this answer in this form: the same each time, and nobody's to guess. */
export async function drawNext(
  tokens: FormTokens,
  { token, code, answered, text }: AnswerSaid & { readonly token: string; readonly code: string },
): Promise<ReferralCode> {
  return createReferralCode((await tokens.drawBytesOf(token, { code, answered, text })).subarray(0, 20));
}
