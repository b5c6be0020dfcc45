import type { CaseId, Digest, Instant } from "@temwen/vocabulary";

/** Which referral a code answers. */
export type CodeOfReferral = { readonly caseId: CaseId; readonly referral: number };

/** A code that is used, what came with it, and the code by which the same forum may answer later. */
export type SpentCode = {
  readonly code: Digest;
  /** Sealed; it becomes a part of the case under this name. */
  readonly answer: { readonly name: string; readonly digest: Digest; readonly bytes: Uint8Array };
  readonly next: Digest;
  readonly at: Instant;
};

/** An answer that came by a code, and when. */
export type CameAnswer = CodeOfReferral & { readonly digest: Digest; readonly at: Instant };

/** The codes by which forums answer. Only digests of them are known. */
export type ReferralRows = {
  /** Keeps a code for a referral. Again for another one: only as long as nobody used it, and in the same case. */
  keepCode(code: Digest, of: CodeOfReferral): Promise<void>;
  /** What a code that nobody used yet is for. */
  findCode(code: Digest): Promise<CodeOfReferral | undefined>;
  /** Keeps the answer, the next code, and that this one was used, in one step: true exactly the first time. */
  spendCode(spent: SpentCode): Promise<boolean>;
  /** What came by codes for these cases, oldest first; whether it was written down since the record of the case tells. */
  readAnswers(cases: readonly CaseId[]): Promise<readonly CameAnswer[]>;
};
