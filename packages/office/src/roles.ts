/** The roles of the office (docs/specs/directory.md). A person has one; the operator has none, and no key here. */
export const roles = [
  "intake",
  "investigator",
  "panel",
  "support",
  "child-protection",
  "vetting-panel",
  "registrar",
  "liaison",
  "civil-society",
  "escrow-holder",
  "auditor",
] as const;

export type Role = (typeof roles)[number];
