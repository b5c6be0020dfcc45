// The words of what is owed to the person who complained (docs/specs/inquiry.md). Append only: they are stored for decades.

/** With whom somebody of protection spoke of a withdrawal. */
export const spokenWith = ["person", "supporter", "guardian", "nobody"] as const;

/** Whether the person is free to decide it. */
export const freedoms = ["yes", "not-yet"] as const;

/** What alone goes on against a person's wish. */
export const goingOnReasons = ["child", "imminent-danger"] as const;
export type GoingOnReason = (typeof goingOnReasons)[number];

/** Why a case that ended is taken up again. */
export const reopeningFacts = [
  "new-evidence",
  "new-witness",
  "new-respondent",
  "handled-wrongly",
  "person-asked",
] as const;
export type ReopeningFact = (typeof reopeningFacts)[number];

/** What a person says of the summary that would be published. */
export const summaryAnswers = ["objects", "agrees"] as const;
export type SummaryAnswer = (typeof summaryAnswers)[number];

/** The words to choose from, by what an act calls them. */
export const owedWords = {
  spoke: spokenWith,
  free: freedoms,
  goesOnFor: goingOnReasons,
  facts: reopeningFacts,
} as const;
