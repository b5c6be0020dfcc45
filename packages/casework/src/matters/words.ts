// The words of what the office follows beside its cases (docs/specs/streams.md). Append only: they are stored for decades.

/** What a recommendation comes of. Which case or visit it is, only the sealed words say. */
export const bases = ["case", "pattern", "visit"] as const;

/** What a recommendation is to make safer. */
export const subjects = [
  "training",
  "vetting",
  "command",
  "use-of-force",
  "detention",
  "children",
  "sexual-exploitation-and-abuse",
  "complaints",
  "care-and-redress",
  "discipline",
  "equipment",
  "information",
  "other",
] as const;

/** What whoever was asked answered; `none`, where the day went by in silence. */
export const answers = ["accepted", "partly", "refused", "none"] as const;
export type MatterAnswer = (typeof answers)[number];

/** What somebody saw who looked whether the safeguard is another now. */
export const checks = ["changed", "partly", "not-changed"] as const;

/** Why nobody goes on with a recommendation that was answered and not followed. */
export const closings = ["refused", "no-answer", "overtaken", "joined-to-another"] as const;

/** Whether those who are visited were told before. */
export const announcings = ["announced", "unannounced"] as const;

/** What kind of place is visited. */
export const sites = ["detention", "base", "checkpoint", "patrol", "camp", "school", "hospital", "other"] as const;

/** How far those who visited were let in; a door that stays shut is told too. */
export const entries = ["full", "partly", "refused"] as const;
export type Entry = (typeof entries)[number];

/** Why a visit is not made. */
export const callingOff = ["danger", "nobody-to-go", "overtaken", "other"] as const;

/** For whom a claim of paternity is made. */
export const claimants = ["mother", "child", "guardian"] as const;

/** Of whom a sample is. */
export const sampled = ["child", "mother", "alleged-father"] as const;
export type Sampled = (typeof sampled)[number];

/** Whether they allow it; a yes that was taken back counts no more. */
export const consents = ["yes", "no", "taken-back"] as const;
export type SampleConsent = (typeof consents)[number];

/** What became of a sample, from hand to hand. */
export const custodies = ["taken", "handed-over", "received", "analysed", "destroyed"] as const;
export type SampleCustody = (typeof custodies)[number];

/** Who has it now. */
export const sampleHolders = ["office", "laboratory", "contributing-state", "court", "nobody"] as const;

/** Whether paternity was recognised, and by whom. */
export const recognitions = ["recognised", "court-ordered", "not-recognised", "disproved"] as const;
export type Recognition = (typeof recognitions)[number];

/** Whether what is owed for a month came; silence counts. */
export const payments = ["paid", "partly", "missed"] as const;
export type Payment = (typeof payments)[number];

/** Why a claim ends. */
export const endings = ["majority", "disproved", "withdrawn"] as const;

/** Why a claim that ended is erased. */
export const erasing = ["person-asked", "law-requires"] as const;

/** Why somebody has no part in a matter any more. */
export const steppingBack = ["tie-to-force", "family", "nationality", "earlier-part", "other"] as const;

/** The words to choose from, by what an act calls them; for desks and commands. */
export const matterWords = {
  basis: bases,
  subject: subjects,
  answer: answers,
  outcome: checks,
  announced: announcings,
  site: sites,
  entry: entries,
  claimant: claimants,
  of: sampled,
  given: consents,
  custody: custodies,
  holder: sampleHolders,
  recognised: recognitions,
  paid: payments,
} as const;

/** Words of acts that call different things `reason`, by their order. */
export const reasonsOf = {
  "close-recommendation": closings,
  "call-off-visit": callingOff,
  "close-claim": endings,
  "propose-claim-erasure": erasing,
  "step-back": steppingBack,
} as const;
