import type { CaseFact } from "@temwen/casework/person";
import type { ConsentChoice } from "@temwen/vocabulary";

/** What the office wrote down that the person allows for one purpose and one recipient. */
export type Recorded = Extract<CaseFact, { readonly type: "case.consent-recorded/1" }>;

/** The newest of each purpose and recipient, as the law counts them (docs/specs/inquiry.md). */
export function consentsIn(facts: readonly CaseFact[]): readonly Recorded[] {
  const newest = new Map<string, Recorded>();
  for (const fact of facts) {
    if (fact.type === "case.consent-recorded/1") newest.set(`${fact.purpose} ${fact.recipient}`, fact);
    for (const [key, said] of newest) {
      const isTakenBack = fact.type === "case.consent-withdrawn/1" && key === `${fact.purpose} ${fact.recipient}`;
      const isEnded =
        fact.type === "case.consent-changed/1" && isBelowCourt(fact.choice) && leaves.includes(said.purpose);
      if (said.given === "yes" && (isTakenBack || isEnded)) newest.set(key, { ...said, given: "withdrawn" });
    }
  }
  return [...newest.values()];
}

const leaves: readonly string[] = ["referral", "transfer"];
const isBelowCourt = (choice: ConsentChoice): boolean => choice !== "court";
