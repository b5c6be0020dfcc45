// What a person's own device needs of the law, and no more: the page that shows it is weighed.

export type { Witnessed } from "./acts.ts";
export type { Case } from "./case.ts";
export { type CaseFact, clockMissedShape, personFactShape } from "./facts.ts";
export { rolesFor } from "./orders.ts";
export type { ReferralAnswer } from "./referral-words.ts";
export { judgeSeen } from "./seen.ts";
export { type StaffStatement, staffStatementShape } from "./statements.ts";
