/** From what source the office opens a case itself, or that another body hands it over (docs/specs/opened-cases.md). Append only. */
export const openedBecause = [
  "press",
  "partner",
  "own-monitoring",
  "recommendation",
  "visit",
  "force-report",
  "handed-over",
] as const;
export type OpenedBecause = (typeof openedBecause)[number];

/** On what a case that another body hands over comes: whose consent it says that it has. Append only. */
export const handedOverBases = [
  "person-agreed",
  "guardian-agreed",
  "child-best-interests",
  "imminent-danger",
  "none",
] as const;
export type HandedOverBasis = (typeof handedOverBases)[number];
