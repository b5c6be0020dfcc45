// What a person's own device needs of the law, and no more: the page that shows it is weighed.

export type { Case } from "./case/case.ts";
export { clockMissedShape, earlyPersonShape, whoRekeys } from "./facts/early-facts.ts";
export { type CaseFact, type PersonFact, personFactShape } from "./facts/facts.ts";
export { type StaffStatement, staffStatementShape } from "./facts/statements.ts";
export type { Witnessed } from "./history/read-acts.ts";
export type { DirectoryOf } from "./history/step-law.ts";
export { type EarlyFact, earlyStatementShape, isEarly, judgeEarly, rekeyedStatementShape } from "./seen/judge-early.ts";
export { judgeSeen } from "./seen/seen.ts";
export type { ReferralAnswer } from "./words/referral-words.ts";
