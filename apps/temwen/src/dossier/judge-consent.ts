import { type ConsentPart, goesBeyond } from "@temwen/casework";
import type { CaseView } from "@temwen/desk";
import type { BeyondReason } from "@temwen/dossier";
import { type ConsentChoice, granted, type Result, refused } from "@temwen/vocabulary";

/** What a dossier for one body asks of the person's consent. */
type Wanted = {
  readonly forum: string;
  readonly beyond?: BeyondReason;
  readonly withIdentity: boolean;
};

/** What may go to this body. */
export type Allowed = {
  /** The choice for the whole case, as it counts now. */
  readonly given: ConsentChoice;
  /** The person said yes to this very body. */
  readonly byName: boolean;
  /** Why two people go beyond it; absent where the person allows it. */
  readonly beyond?: BeyondReason;
  readonly evidence: boolean;
  /** Of name and contact, what may go along; nothing where nobody wants them to. */
  readonly identity: readonly Exclude<ConsentPart, "evidence">[];
};

type Judged = Pick<CaseView, "consent" | "story" | "opened" | "withdrawalAsked" | "referrals">;
type Refusal = { readonly code: string; readonly [more: string]: unknown };

/**
 * What may go along, if any of it may go. What the person said of this body counts before what they allow in all, and what they did
 * not name then stays. Name and contact go only where they named them: a choice for the whole case names nobody who gets them.
 * Beyond it goes what two people agreed to, after the person was told; one person's word is none.
 */
export function judgeConsent(
  { consent, story, opened, withdrawalAsked, referrals }: Judged,
  { forum, beyond, withIdentity }: Wanted,
): Result<Allowed, Refusal> {
  // Of a case that the office opened nobody chose anything: the least, until somebody says yes to a body by name.
  const given = consent ?? story?.consent ?? (opened && "keep-words");
  if (given === undefined) return refused({ code: "not-granted" });
  const along = referrals?.along[forum];
  const isBeyond = along === undefined && goesAgainst(given, referrals?.said[forum]);
  const identity = withIdentity ? identityParts.filter((part) => along?.includes(part)) : [];
  if (withIdentity && identity.length === 0) return refused({ code: "identity-not-allowed", given });
  const allowed = { given, byName: along !== undefined, evidence: along?.includes("evidence") ?? true, identity };
  if (!isBeyond && !withdrawalAsked) return granted(allowed);
  if (!beyond) {
    return refused(isBeyond ? { code: "beyond-consent", given, needs: "court" } : { code: "withdrawal-asked" });
  }
  const isAgreed = referrals?.overrides.some((one) => one.forum === forum && one.beyond === beyond && one.isConfirmed);
  return isAgreed ? granted({ ...allowed, beyond }) : refused({ code: "override-not-confirmed", forum });
}

const identityParts = ["identity", "contact"] as const;

const goesAgainst = (given: ConsentChoice, said: boolean | undefined): boolean =>
  said === undefined ? goesBeyond(given, { use: "file", reason: "hand-over" }) : !said;
