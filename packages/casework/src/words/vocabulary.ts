/** First axis: the right harmed (docs/specs/casework.md). Append only. */
export const rights = [
  "life",
  "integrity",
  "liberty",
  "sexual-violence-and-exploitation",
  "children",
  "home-and-property",
  "health-and-environment",
  "equality",
  "fair-treatment",
  "failure-to-protect",
  "other",
] as const;
export type Right = (typeof rights)[number];

/** Second axis: the mission's own classes, a label beside the right so that nothing is softened into it. */
export const missionClasses = [
  "serious-misconduct",
  "minor-misconduct",
  "sexual-exploitation-and-abuse",
  "unclassified",
] as const;
export type MissionClass = (typeof missionClasses)[number];

/** Why a complaint is not admitted. "Not the mission" still means help and, with consent, transfer. */
export const nonAdmissionReasons = [
  "not-about-the-mission",
  "same-complaint-already-open",
  "nothing-that-could-be-examined",
  "person-asked-for-help-only",
] as const;
export type NonAdmissionReason = (typeof nonAdmissionReasons)[number];

/** Why somebody was let into a case. */
export const accessReasons = [
  "confirm-non-admission",
  "reassigned",
  "colleague-left",
  "asked-to-help",
  "assigned",
  "before-panel",
] as const;
export type AccessReason = (typeof accessReasons)[number];
