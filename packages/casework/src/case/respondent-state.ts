import type { StaffId } from "@temwen/vocabulary";
import type { AskAnswer, RespondentWant } from "../words/respondent-words.ts";

/** What somebody of the case asked about themselves; without `became` until it is answered. */
export type RespondentAsk = {
  readonly respondent: number;
  readonly wants: RespondentWant;
  /** Who took it down. */
  readonly by: StaffId;
  readonly became?: AskAnswer;
};
