/** How well a fact is known. Only what was found may be shown as fact; the rest is a platform default, unverified. */
export const bases = ["found", "memory", "platform-default"] as const;
export type Basis = (typeof bases)[number];
