import type { Chooser, Companion, CompanionSex, WishedSex } from "../words/companion-words.ts";

/** Somebody at the side of whom the office speaks with, by that one's number. */
export type NamedCompanion = {
  readonly subject: number;
  readonly as: Companion;
  readonly chosenBy: Chooser;
  readonly sex: CompanionSex;
  /** As they said themselves: forces that they served, or are paid by, or whose State they are of. */
  readonly ties: readonly string[];
};

/** What somebody said last of the sex of a companion. */
export type CompanionWish = { readonly subject: number; readonly as: Companion; readonly wishes: WishedSex };
