// The words of an inquiry (docs/specs/inquiry.md). Append only: they are stored for decades.

/** Which way a case goes: each has its own people and its own care. */
export const tracks = ["ordinary", "sea", "child", "retaliation"] as const;
export type Track = (typeof tracks)[number];

/** Why somebody steps back from a case. */
export const recusalReasons = ["tie-to-force", "family", "nationality", "earlier-part", "other"] as const;

/** Who an allegation is against. */
export const respondentKinds = ["known-member", "described", "unit", "several-forces", "unknown"] as const;
export type RespondentKind = (typeof respondentKinds)[number];

/** Who is interviewed. */
export const subjectKinds = ["complainant", "harmed", "witness", "respondent", "other"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** In which language an interview was held. */
export const spokenLanguages = ["ht", "fr", "en", "es", "sw", "other"] as const;

/** Who interpreted: nobody, somebody of the person's own choice, somebody of the office. */
export const interpreters = ["none", "own", "office"] as const;

/** Why somebody was interviewed once more. */
export const repeatReasons = [
  "first",
  "person-asked",
  "new-facts",
  "first-was-cut-short",
  "record-was-wrong",
  "other",
] as const;

/** Whom the office asks for a person, a site or a record. */
export const holdersOfEvidence = ["mission", "contributing-state", "host-authority", "other"] as const;

/** What came of asking; silence counts. */
export const evidenceAnswers = ["given", "refused", "obstructed", "none"] as const;
export type EvidenceAnswer = (typeof evidenceAnswers)[number];

/** The words to choose from, by what an act calls them; for desks and commands. */
export const laterWords = {
  track: tracks,
  declares: ["no-tie"],
  reason: recusalReasons,
  kind: respondentKinds,
  of: subjectKinds,
  language: spokenLanguages,
  interpreter: interpreters,
  repeats: repeatReasons,
  holder: holdersOfEvidence,
  answer: evidenceAnswers,
} as const;
