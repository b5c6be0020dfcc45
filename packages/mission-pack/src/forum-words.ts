// The words of forums (docs/specs/forums.md). Append only: referrals hold them for decades.

/** What a forum is. Military justice is one only with a recorded reason: the law asks for civilian courts. */
export const forumKinds = [
  "haitian-civilian-court",
  "haitian-prosecution",
  "national-institution",
  "sending-state-civilian-prosecutor",
  "police-oversight",
  "military-justice",
  "sending-state-civilian-court",
] as const;
export type ForumKind = (typeof forumKinds)[number];

/** On what a referral to a forum can rest. The words for each stand in the catalogues. */
export const forumBases = [
  "takes-criminal-complaints",
  "investigates-with-civil-party",
  "makes-first-findings",
  "decree-16-april-2025",
  "police-law-29-november-1994",
  "human-rights-institution",
  "oversees-police",
  "military-discipline",
  "agreement-gives-sending-state",
  "prosecutes-for-its-state",
  "decides-charges",
  "tries-for-its-state",
] as const;
export type ForumBasis = (typeof forumBases)[number];

/** What may stand in the way of a referral to a forum. */
export const forumObstacles = [
  "status-agreement-immunity",
  "exclusive-jurisdiction",
  "territorial-reach",
  "reach-unknown",
  "host-police-only",
  "independence-contested",
  "military-not-civilian",
] as const;
export type ForumObstacle = (typeof forumObstacles)[number];

/** The languages in which a forum may be written to. */
export const forumLanguages = ["ht", "fr", "en", "es", "sw"] as const;
