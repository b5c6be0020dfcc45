import type { CaseView } from "../../../keeper/src/views.ts";

/** Whether this person reads what the case began with: a person's words, or those of whoever opened it for the office. */
export const hasWords = ({ story, opened }: Pick<CaseView, "story" | "opened">): boolean =>
  (story ?? opened?.words) !== undefined;
