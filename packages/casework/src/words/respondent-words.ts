// What a respondent asks, and what becomes of it (docs/specs/inquiry.md). Append only: they are stored for decades.

/** To see what the office holds of them, or to have it put right. */
export const respondentWants = ["access", "correction"] as const;
export type RespondentWant = (typeof respondentWants)[number];

export const askAnswers = ["done", "partly", "not-done"] as const;
export type AskAnswer = (typeof askAnswers)[number];

/** Why not, or not all of it; `none` where it was done. Who spoke to the office is never given away. */
export const askCauses = ["none", "sources-hidden", "safety", "not-of-them", "not-shown-wrong", "other"] as const;

/** By what the orders call them. */
export const respondentWords = { wants: respondentWants, became: askAnswers, cause: askCauses } as const;
