// The words of a consent for one purpose (docs/specs/inquiry.md). Append only: they are stored for decades.

/** What a person is asked for apart: each purpose, towards each recipient, has its own answer. */
export const consentPurposes = [
  "referral",
  "transfer",
  "share",
  "publication",
  "medical-examination",
  "recording",
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** What the person said. */
export const consentAnswers = ["yes", "no", "withdrawn"] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];

/** What goes along besides the words; nothing of it unless the person said so. */
export const consentParts = ["identity", "contact", "evidence"] as const;
export type ConsentPart = (typeof consentParts)[number];

/** Who explained to the person what they were asked. */
export const explainers = ["officer", "interpreter", "supporter", "guardian"] as const;
