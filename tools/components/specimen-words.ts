import { millisToInstant } from "@temwen/vocabulary";
import { dayText, type Language, languageFacts } from "@temwen/words";
import { deskWords } from "@temwen/words/desk";
import { commonWords, complainWords, refusalsWords, replyWords } from "@temwen/words/pages";

/** What stands in the components: sentences that the house says anyway, so that each is as long as it really is. */
export type SpecimenWords = ReturnType<typeof specimenWords>;

/** The sentences of one language. */
export function specimenWords(language: Language) {
  const complain = complainWords[language];
  const reply = replyWords[language];
  const desk = deskWords[language];
  const on = (year: number, month: number, day: number) =>
    dayText(languageFacts[language], millisToInstant(Date.UTC(year, month - 1, day, 12)), "UTC");
  return {
    language,
    common: commonWords[language],
    complain,
    reply,
    desk,
    refusals: refusalsWords[language],
    /** A day early in the year and one late: their lengths differ. */
    days: [on(2026, 5, 3), on(2026, 11, 21)] as const,
    /** A sentence that fills several lines on a phone. */
    longText: `${complain.limitsExcept} ${complain.lockPage} ${complain.lockPhone}`,
    longLabel: `${complain.lock} ${complain.lockNotHead}`,
    /** Typed without a space, as an address or a slip of the thumb: wider than any phone. */
    unbroken: Array.from({ length: 6 }, () => complain.limitsHead.replaceAll(/\s/g, "")).join(""),
  };
}
