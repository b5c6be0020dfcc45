// Who is at somebody's side when the office speaks with them (docs/specs/inquiry.md). Append only: they are stored for decades.

export const companions = ["interpreter", "supporter"] as const;
export type Companion = (typeof companions)[number];

/** Who chose them. */
export const choosers = ["person", "office"] as const;
export type Chooser = (typeof choosers)[number];

/** Which sex the person wants a companion to be of. */
export const wishedSexes = ["woman", "man", "either"] as const;
export type WishedSex = (typeof wishedSexes)[number];

/** Which sex a companion is of. */
export const companionSexes = ["woman", "man", "not-said"] as const;
export type CompanionSex = (typeof companionSexes)[number];

/** By what the orders call them. */
export const companionWords = { as: companions, chosenBy: choosers, wishes: wishedSexes, sex: companionSexes } as const;
