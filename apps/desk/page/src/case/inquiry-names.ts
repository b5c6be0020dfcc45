import type { InquiryView } from "../../../keeper/src/views.ts";
import { showHiddenMarks } from "../said.tsx";
import { dayName, forceName, wordFor } from "../say.ts";

// What a case numbers is called the same in its tables, in a sheet that asks for one of them, and in the list of what is missing.

type One<K extends "allegations" | "respondents" | "subjects" | "requests" | "asks"> = InquiryView[K][number];

/** `2. Physical integrity`. */
export const callAllegation = ({ number, right }: One<"allegations">): string =>
  `${number}. ${wordFor("right", right)}`;

/** `1. A known member (Kenya)`; with the unit, where it is known: `1. A known member (Kenya, GSF-2)`. */
export const callRespondent = ({ number, kind, forces, unit }: One<"respondents">): string =>
  `${number}. ${wordFor("respondent", kind)} (${[...forces.map(forceName), ...namesOf(unit)].join(", ")})`;

const namesOf = (unit: string | undefined): readonly string[] => (unit === undefined ? [] : [showHiddenMarks(unit)]);

/** `3. Witness`. */
export const callSubject = ({ number, of }: One<"subjects">): string => `${number}. ${wordFor("subject", of)}`;

/** `1. The mission, 4 December 2026`. */
export const callRequest = ({ number, holder, due }: One<"requests">): string =>
  `${number}. ${wordFor("holder", holder)}, ${dayName(due)}`;

/** `2. To have something put right`. */
export const callAsk = ({ number, wants }: One<"asks">): string => `${number}. ${wordFor("wants", wants)}`;
