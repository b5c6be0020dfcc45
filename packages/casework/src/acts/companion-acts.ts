import { listOf, oneOf, textLike, wholeUpTo } from "@temwen/vocabulary";
import { choosers, companionSexes, companions, wishedSexes } from "../words/companion-words.ts";
import { subjectKinds } from "../words/inquiry-words.ts";
import { partRef } from "../words/part-ref.ts";
import type { SaidActs } from "./said.ts";

const number = wholeUpTo(200);
const force = textLike(/^[a-z][a-z0-9-]{1,23}$/);
/** At whose side: by the number under which they are interviewed. */
const whom = { subject: number, of: oneOf(...subjectKinds) };

/** Who interprets for somebody and who stands by them. Who that is is sealed; the record holds what they were chosen by. */
export const companionActs = {
  /** Which sex the person wants; a later wish takes the place of an earlier one. */
  "record-companion-wish": {
    fact: "case.companion-wished/1",
    says: { ...whom, as: oneOf(...companions), wishes: oneOf(...wishedSexes) },
    beside: "nothing",
  },
  "name-companion": {
    fact: "case.companion-named/1",
    says: {
      ...whom,
      as: oneOf(...companions),
      chosenBy: oneOf(...choosers),
      sex: oneOf(...companionSexes),
      ties: listOf(force, 16),
      explanation: partRef,
    },
    beside: "nothing",
  },
} as const satisfies SaidActs;
