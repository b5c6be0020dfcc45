/** What is counted over all cases that somebody may read. */
export const boardNames = ["caseload", "redress", "patterns"] as const;
export type BoardName = (typeof boardNames)[number];
