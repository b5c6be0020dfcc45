import type { Pack } from "@temwen/mission-pack";
import type { Language } from "@temwen/words";
import type { AboutWords, CommonWords, HelpWords, LogWords, VerifyWords } from "@temwen/words/pages";

/** What `/help` and `/about` are drawn from: words of one language, and the mission. */
export type FrontPart<Key extends string> = {
  /** A sentence of the page, filled. Marked as said, so that the script does not carry it a second time. */
  readonly tell: (key: Key, values?: Readonly<Record<string, string | number>>) => string;
  readonly language: Language;
  readonly pack: Pack;
};

export type HelpPart = FrontPart<keyof HelpWords | keyof CommonWords>;
export type LogPart = FrontPart<keyof LogWords | keyof CommonWords>;
export type VerifyPart = FrontPart<keyof VerifyWords | keyof CommonWords>;
export type AboutPart = FrontPart<keyof AboutWords | keyof CommonWords>;
