/** What is said of a use of force that its unit did not report: seen in a case, no longer hidden from the mission, or a mistake. */
export const forceFlags = ["not-reported", "released", "taken-back"] as const;
export type ForceFlag = (typeof forceFlags)[number];

/** The words to choose from, by what the act calls them. */
export const forceWords = { force: forceFlags } as const;
