import { neverHere } from "@temwen/vocabulary";
import type { CaseView } from "../../../../keeper/src/views.ts";
import { callAllegation, callAsk, callRequest, callRespondent, callSubject } from "../../case/inquiry-names.ts";
import { words } from "../../say.ts";
import type { Asked, PlainWord } from "../asked.ts";
import { choice } from "./choose.tsx";

/** What a case numbers from 1. */
export type Numbered = "allegation" | "respondent" | "subject" | "request" | "ask";

/** The number that the next one gets. */
export const nextOf = (kind: Numbered, view: CaseView): number => namesOf(kind, view).length + 1;

/** One that the case has already; with `orNew` also the next one. */
export function numbered(kind: Numbered, label: PlainWord, { orNew }: { readonly orNew: boolean }): Asked<number> {
  const asked = choice({
    label,
    ids: (view) => {
      const count = namesOf(kind, view).length + (orNew ? 1 : 0);
      return Array.from({ length: count }, (_, place) => String(place + 1));
    },
    called: (id, view) => namesOf(kind, view)[Number(id) - 1] ?? words().somebodyNew({ n: id }),
  });
  return {
    ...asked,
    read: (at) => {
      const id = asked.read(at);
      return id === undefined ? undefined : Number(id);
    },
  };
}

/** How the page calls each of them, in their order. */
function namesOf(kind: Numbered, { inquiry }: CaseView): readonly string[] {
  if (!inquiry) return [];
  switch (kind) {
    case "allegation":
      return inquiry.allegations.map(callAllegation);
    case "respondent":
      return inquiry.respondents.map(callRespondent);
    case "subject":
      return inquiry.subjects.map(callSubject);
    case "request":
      return inquiry.requests.map(callRequest);
    case "ask":
      return inquiry.asks.map(callAsk);
    default:
      return neverHere(kind);
  }
}
