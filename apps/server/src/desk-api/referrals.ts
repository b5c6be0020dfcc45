import { type KnownCase, losesWhatIsOwed, type StaffCommand, type StaffFact, type StillOwed } from "@temwen/casework";
import type { TheRecord } from "@temwen/record";
import type { CaseId } from "@temwen/vocabulary";

/** Whether an answer is said to have come over the receipt page that did not come for this referral. */
export async function findNotReceived(
  caseId: CaseId,
  facts: readonly StaffFact[],
  record: Pick<TheRecord, "readPartNames">,
): Promise<boolean> {
  const named = facts.flatMap((fact) =>
    fact.type === "case.referral-answered/1"
      ? fact.received.map((digest) => ({ digest, referral: fact.referral }))
      : [],
  );
  if (named.length === 0) return false;
  const there = await record.readPartNames(caseId);
  return named.some(
    ({ digest, referral }) =>
      !there.some((part) => part.digest === digest && part.name.startsWith(`referral-answer-${referral}-`)),
  );
}

/** Whether an order would have a case erased together with an answer that nobody wrote down. */
export const findAgainstLosing = async (
  theCase: KnownCase,
  command: StaffCommand,
  record: Pick<TheRecord, "readPartNames">,
): Promise<StillOwed | undefined> => (losesWhatIsOwed(theCase, command) ? findUnwritten(theCase, record) : undefined);

/** An answer that came over the receipt page and that nobody wrote down. It stands in no event, so no rule of the case knows of it. */
export async function findUnwritten(
  theCase: KnownCase,
  record: Pick<TheRecord, "readPartNames">,
): Promise<StillOwed | undefined> {
  const recorded = new Set((theCase.referrals ?? []).flatMap(({ answers }) => answers.map(({ received }) => received)));
  for (const { name, digest } of await record.readPartNames(theCase.caseId)) {
    const number = /^referral-answer-(\d+)-/.exec(name)?.[1];
    if (number !== undefined && !recorded.has(digest)) return { code: "referral-waits", referral: Number(number) };
  }
  return undefined;
}

/** Keeps the codes by which the receivers of these referrals answer. */
export async function keepReferralCodes(
  caseId: CaseId,
  facts: readonly StaffFact[],
  record: Pick<TheRecord, "referrals">,
): Promise<void> {
  for (const fact of facts) {
    if (fact.type !== "case.referred/1" && fact.type !== "case.referred/2") continue;
    for (const code of fact.receipt) await record.referrals.keepCode(code, { caseId, referral: fact.number });
  }
}
