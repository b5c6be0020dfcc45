// What a person's own device needs of the law, and no more: the page that shows it is weighed.

export type { Case } from "./case/case.ts";
export { type CaseFact, clockMissedShape, personFactShape } from "./facts/facts.ts";
export { type StaffStatement, staffStatementShape } from "./facts/statements.ts";
export type { Witnessed } from "./history/read-acts.ts";
export { rolesFor } from "./law/orders.ts";
export { judgeSeen } from "./seen/seen.ts";
export type { ReferralAnswer } from "./words/referral-words.ts";
